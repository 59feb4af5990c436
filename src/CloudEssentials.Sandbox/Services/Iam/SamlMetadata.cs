using System.Globalization;
using System.Xml.Linq;
using System.Xml;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A SAML identity provider's metadata document.</summary>
internal static class SamlMetadata
{
    /// <summary>Until when the document is good: what it says of itself, or a hundred years.</summary>
    /// <exception cref="ServiceError">InvalidInput: it is no metadata of an identity provider.</exception>
    public static DateTimeOffset ReadValidity(string text, DateTimeOffset now)
    {
        try
        {
            XElement root = XDocument.Parse(text).Root!;
            return root.Name.LocalName == "EntityDescriptor" && root.Elements().Any(element => element.Name.LocalName == "IDPSSODescriptor")
                ? root.Attribute("validUntil") is { } until ? DateTimeOffset.Parse(until.Value, CultureInfo.InvariantCulture) : now.AddYears(100)
                : throw IamErrors.InvalidInput("Could not parse metadata");
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            throw IamErrors.InvalidInput("Could not parse metadata");
        }
    }

    /// <summary>The name by which the provider calls itself in what it says.</summary>
    public static string? ReadEntity(string text) => XDocument.Parse(text).Root!.Attribute("entityID")?.Value;
}
