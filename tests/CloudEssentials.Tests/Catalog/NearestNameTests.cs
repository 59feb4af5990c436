using CloudEssentials.Catalog;

namespace CloudEssentials.Tests.Catalog;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("Abc", "aBC", 0)]
    [InlineData("", "abc", 3)]
    public void Distances_count_single_edits_without_case(string a, string b, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(a, b, 10));
        Assert.Equal(distance, NearestName.Distance(b, a, 10));
    }

    [Fact]
    public void A_distance_beyond_the_limit_is_only_said_to_be_beyond() => Assert.Equal(3, NearestName.Distance("kitten", "quadratic", 2));

    [Fact]
    public void The_nearest_wins_and_far_ones_do_not_count()
    {
        Assert.Equal("StringLike", NearestName.Find("StringLik", ["StringEquals", "StringLike", "Stringlikes"]));
        Assert.Null(NearestName.Find("abc", ["xyz", "uvwxyz"]));
    }
}
