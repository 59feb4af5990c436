using CloudEssentials.Cli;
using CloudEssentials.Cli.Parsing;

namespace CloudEssentials.Tests.Cli;

public sealed class TokenNormalizerTests
{
    [Theory]
    [InlineData("get-policyaction -SERVICE s3", "Get-PolicyAction -Service=s3")]
    [InlineData("Get-PolicyA -ser s3", "Get-PolicyAction -Service=s3")]
    [InlineData("Get-PolicyAction -Service s3,ec2", "Get-PolicyAction -Service=s3 -Service=ec2")]
    [InlineData("Get-PolicyAction -Service s3, ec2", "Get-PolicyAction -Service=s3 -Service=ec2")]
    [InlineData("Get-PolicyAction -Service s3 , ec2 s3:Get*", "Get-PolicyAction -Service=s3 -Service=ec2 -Name=s3:Get*")]
    [InlineData("Get-PolicyAction s3:Get*,s3:Put* -Service s3", "Get-PolicyAction -Service=s3 -Name=s3:Get* -Name=s3:Put*")]
    [InlineData("Get-PolicyAction -Action s3:GetObject", "Get-PolicyAction -Name=s3:GetObject")]
    [InlineData("Get-PolicyAction -Service '[\"a,b\",\"c\"]'", "Get-PolicyAction -Service=a,b -Service=c")]
    [InlineData("Get-PolicyAction --service=s3", "Get-PolicyAction -Service=s3")]
    [InlineData("Get-PolicyAction -Service:s3", "Get-PolicyAction -Service=s3")]
    [InlineData("Get-PolicyAction -- -odd", "Get-PolicyAction -Name=-odd")]
    [InlineData("Get-PolicyAction -?", "Get-PolicyAction -Help")]
    [InlineData("Get-PolicyAction -out j", "Get-PolicyAction -OutputFormat=Json")]
    [InlineData("Disconnect-CloudAccount -PassThru", "Disconnect-CloudAccount -PassThru=true")]
    [InlineData("Disconnect-CloudAccount -PassThru:$false", "Disconnect-CloudAccount -PassThru=false")]
    [InlineData("Connect-CloudAccount -AK a -SK b -RoleArn arn:aws:iam::111122223333:role/x=y", "Connect-CloudAccount -AccessKey=a -SecretKey=b -RoleArn=arn:aws:iam::111122223333:role/x=y")]
    [InlineData("help get-policyaction", "Get-PolicyAction -Help")]
    public void PowerShells_words_become_full_names_and_one_value_a_token(string line, string expected) =>
        Assert.Equal(expected.Split(' '), TokenNormalizer.Normalize(CommandLineText.Split(line)[0]));

    [Theory]
    [InlineData("Get-Nothing", "CommandNotFound")]
    [InlineData("Get-", "CommandAmbiguous")]
    [InlineData("Get-PolicyAction -Nothing 1", "NamedParameterNotFound")]
    [InlineData("Connect-CloudAccount -S x", "AmbiguousParameter")]
    [InlineData("Get-PolicyAction -Service", "MissingArgument")]
    [InlineData("Get-PolicyAction -Service -Name x", "MissingArgument")]
    [InlineData("Get-PolicyAction a b", "PositionalParameterNotFound")]
    [InlineData("Get-PolicyAction -Service a -Service b", "ParameterAlreadyBound")]
    [InlineData("Disconnect-CloudAccount -PassThru:maybe", "ParameterArgumentTransformationError")]
    [InlineData("Get-PolicyAction -OutputFormat Xml", "OutputFormatInvalid")]
    public void What_makes_no_sense_has_an_error_of_its_own(string line, string errorId)
    {
        UsageException exception = Assert.Throws<UsageException>(() => TokenNormalizer.Normalize(CommandLineText.Split(line)[0]));

        Assert.Equal(errorId, exception.ErrorId);
    }

    [Fact]
    public void A_mistyped_noun_is_met_with_the_commands_that_are_near() =>
        Assert.Contains("Get-PolicyAction", Assert.Throws<UsageException>(() => TokenNormalizer.Normalize(["Show-PolicyAction"])).Remedy, StringComparison.Ordinal);
}
