namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Knows how one type of resource is found, made, brought into line and deleted. Every call may be repeated.</summary>
internal interface IResourceDriver
{
    /// <summary>The type, such as <c>AWS::EC2::Subnet</c>.</summary>
    string Type { get; }

    /// <summary>
    /// True where AWS keeps no name of it unique and takes no client token, so that nothing but patience tells whether a call whose answer
    /// was lost has made one.
    /// </summary>
    bool IsNameless => false;

    /// <summary>Finds the resource by its tags and, since searches by tag lag behind, by its name or the name that AWS keeps unique.</summary>
    /// <param name="wish">What is wanted; a property that refers to something that does not stand yet is null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The resource, with what differs from the wish; null where there is none.</returns>
    Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken);

    /// <summary>Makes it, tagged in the same call wherever AWS allows that, and returns once others may refer to it.</summary>
    Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken);

    /// <summary>Brings into line what <see cref="FoundResource.Differences"/> names.</summary>
    Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken);

    /// <summary>Everything of this type that bears the application's tag, whichever version of the application made it.</summary>
    Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken);

    /// <summary>Deletes it and returns once it is gone as far as its neighbours' deletion asks; what is gone already is no error.</summary>
    Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken);
}
