using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>
/// What an identity provider says of a person in a SAML response. See "Configure SAML assertions for the authentication response" in the
/// IAM User Guide for the attributes, and "Troubleshoot SAML federation with IAM" for the words of the refusals.
/// </summary>
internal sealed record SamlAssertion
{
    private const string AttributePrefix = "https://aws.amazon.com/SAML/Attributes/";
    private const string FormatPrefix = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

    private static readonly XNamespace Names = "urn:oasis:names:tc:SAML:2.0:assertion";

    public required string Issuer { get; init; }

    /// <summary>Who it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The kind of the subject's name, such as <c>persistent</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Where the assertion was to be sent.</summary>
    public required string Audience { get; init; }

    /// <summary>From when on it is too late to use it; null where it does not say.</summary>
    public DateTimeOffset? NotOnOrAfter { get; init; }

    /// <summary>Until when a session made from it may last; null where it does not say.</summary>
    public DateTimeOffset? SessionNotOnOrAfter { get; init; }

    /// <summary>AWS's attributes, by name without their common beginning.</summary>
    public required ILookup<string, string> Attributes { get; init; }

    /// <summary>Reads a response, of which the assertion is a part.</summary>
    /// <exception cref="ServiceError">InvalidIdentityToken: it is no SAML response with an assertion.</exception>
    public static SamlAssertion Read(string base64)
    {
        try
        {
            XElement response = XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(base64))).Root!;
            XElement assertion = response.DescendantsAndSelf(Names + "Assertion").FirstOrDefault() ?? throw Invalid("Invalid SAML response: it holds no assertion");
            XElement subject = assertion.Element(Names + "Subject") ?? throw Invalid("Invalid SAML response: it names no subject");
            XElement? name = subject.Element(Names + "NameID");
            XElement? confirmation = subject.Descendants(Names + "SubjectConfirmationData").FirstOrDefault();
            string format = name?.Attribute("Format")?.Value ?? string.Empty;
            return new SamlAssertion
            {
                Issuer = assertion.Element(Names + "Issuer")?.Value.Trim() ?? throw Invalid("Invalid SAML response: Issuer not present"),
                Subject = name?.Value.Trim() ?? throw Invalid("Invalid SAML response: it names no subject"),
                SubjectType = format.StartsWith(FormatPrefix, StringComparison.Ordinal) ? format[FormatPrefix.Length..] : format,
                Audience = confirmation?.Attribute("Recipient")?.Value ?? throw Invalid("Response does not contain the required audience."),
                NotOnOrAfter = Time(confirmation.Attribute("NotOnOrAfter")),
                SessionNotOnOrAfter = Time(assertion.Element(Names + "AuthnStatement")?.Attribute("SessionNotOnOrAfter")),
                Attributes = assertion.Descendants(Names + "Attribute")
                    .Where(attribute => attribute.Attribute("Name")?.Value.StartsWith(AttributePrefix, StringComparison.Ordinal) == true)
                    .SelectMany(attribute => attribute.Elements(Names + "AttributeValue").Select(value => (attribute.Attribute("Name")!.Value[AttributePrefix.Length..], value.Value.Trim())))
                    .ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
            };
        }
        catch (Exception exception) when (exception is FormatException or XmlException)
        {
            throw Invalid("Invalid SAML response: it cannot be read");
        }
    }

    /// <summary>Tells apart people of the same name of several providers and accounts: API_AssumeRoleWithSAML.html says of what it is made.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="provider">The last part of the provider's ARN.</param>
    public string Qualifier(string accountId, string provider) =>
        Convert.ToBase64String(Sha1($"{Issuer}{accountId}/{provider}"));

    public static ServiceError Invalid(string message) => new("InvalidIdentityToken", message);

#pragma warning disable CA5350 // STS's own definition of the value; nothing rests on its strength.
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350

    private static DateTimeOffset? Time(XAttribute? attribute) => attribute is null
        ? null
        : DateTimeOffset.Parse(attribute.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
