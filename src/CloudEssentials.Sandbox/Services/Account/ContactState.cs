using System.Collections.Immutable;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Account;

/// <summary>The section that holds an account's contacts.</summary>
internal sealed class ContactState : StateSection
{
    private const string SectionName = "contacts";

    // Every account has given a primary contact when it was opened.
    private static readonly Contacts Initial = new(new Dictionary<string, string>
    {
        ["FullName"] = "Sandbox Owner",
        ["AddressLine1"] = "1 Example Street",
        ["City"] = "Seattle",
        ["StateOrRegion"] = "WA",
        ["PostalCode"] = "98101",
        ["CountryCode"] = "US",
        ["PhoneNumber"] = "+12065550100",
    }.ToImmutableSortedDictionary());

    private ContactState(SandboxState state)
        : base(state, SectionName) => Contacts = Cell("contacts", Initial);

    public StateCell<Contacts> Contacts { get; }

    public static ContactState Of(SandboxState state) => state.Section(made => new ContactState(made), SectionName);
}
