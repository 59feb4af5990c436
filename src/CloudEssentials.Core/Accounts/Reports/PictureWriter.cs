using System.Globalization;
using System.Text;

namespace CloudEssentials.Accounts.Reports;

/// <summary>Draws an account: users on the left, the groups that they are in, and on the right the roles with who may assume them.</summary>
internal sealed class PictureWriter
{
    private const int Most = 24;
    private const int Row = 46;
    private const int Width = 270;
    private const int Top = 34;

    private readonly AccountPicture _picture;
    private readonly Dictionary<string, FindingStatus> _worst;
    private readonly List<KeyValuePair<string, IReadOnlyList<string>>> _groups;
    private readonly List<KeyValuePair<string, IReadOnlyList<string>>> _users;
    private readonly List<KeyValuePair<string, IReadOnlyList<string>>> _roles;
    private readonly StringBuilder _svg = new();

    internal PictureWriter(AccountPicture picture, IEnumerable<SecurityFinding> findings)
    {
        _picture = picture;
        _worst = findings
            .Where(finding => finding.AccountId == picture.AccountId && finding.Status is FindingStatus.Fail or FindingStatus.Warning)
            .GroupBy(finding => NameOf(finding.Subject), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(finding => finding.Status == FindingStatus.Fail ? FindingStatus.Fail : FindingStatus.Warning), StringComparer.Ordinal);

        // Where not all have room, those with findings come first.
        _groups = Choose(picture.Groups, "group");
        _users = Choose(picture.Users, "user");
        _roles = Choose(picture.Roles, "role");
    }

    internal string Write()
    {
        int rows = Math.Max(1, Math.Max(_users.Count, Math.Max(_groups.Count, _roles.Count)));
        bool cut = _picture.Users.Count > _users.Count || _picture.Groups.Count > _groups.Count || _picture.Roles.Count > _roles.Count;
        int height = Top + ((cut ? rows + 1 : rows) * Row);
        _svg.Append(CultureInfo.InvariantCulture, $"<div class=\"picture\"><svg viewBox=\"0 0 1000 {height}\" role=\"img\" aria-label=\"{FactText.Count(_picture.Users.Count, "user")}, {FactText.Count(_picture.Groups.Count, "group")}, {FactText.Count(_picture.Roles.Count, "role")}\">\n");
        WriteLines();
        WriteColumn(0, "Users", "user", _picture.Users.Count, _users, user => user.Value.Count == 0 ? "in no group" : $"in {FactText.Count(user.Value.Count, "group")}");
        WriteColumn(365, "Groups", "group", _picture.Groups.Count, _groups, group => group.Value.Count == 0 ? "no policy" : string.Join(", ", group.Value));
        WriteColumn(730, "Roles", "role", _picture.Roles.Count, _roles, role => role.Value.Count == 0 ? "assumed by nobody" : $"assumed by {string.Join(", ", role.Value.Select(Short))}");
        return _svg.Append("</svg></div>\n").ToString();
    }

    private void WriteLines()
    {
        for (int u = 0; u < _users.Count; u++)
        {
            foreach (string group in _users[u].Value)
            {
                int g = _groups.FindIndex(drawn => drawn.Key.Equals(group, StringComparison.OrdinalIgnoreCase));
                if (g >= 0)
                    _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Width} {Middle(u)} C{Width + 50} {Middle(u)} 315 {Middle(g)} 365 {Middle(g)}\"/>\n");
            }
        }
    }

    private void WriteColumn(int x, string heading, string kind, int all, List<KeyValuePair<string, IReadOnlyList<string>>> items, Func<KeyValuePair<string, IReadOnlyList<string>>, string> note)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"18\">{heading} ({all})</text>\n");
        for (int i = 0; i < items.Count; i++)
        {
            string status = _worst.TryGetValue($"{kind}/{items[i].Key}", out FindingStatus worst) ? $" class=\"{worst}\"" : "";
            _svg.Append(CultureInfo.InvariantCulture, $"<g><title>{HtmlReportWriter.Text($"{items[i].Key}: {note(items[i])}")}</title><rect x=\"{x + 1}\" y=\"{Top + (i * Row)}\" width=\"{Width - 2}\" height=\"{Row - 8}\" rx=\"6\"{status}/>");
            _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 10}\" y=\"{Top + (i * Row) + 16}\">{HtmlReportWriter.Text(Cut(items[i].Key, 34))}</text>");
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"soft\" x=\"{x + 10}\" y=\"{Top + (i * Row) + 31}\">{HtmlReportWriter.Text(Cut(note(items[i]), 38))}</text></g>\n");
        }

        if (all > items.Count)
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"soft\" x=\"{x + 10}\" y=\"{Top + (items.Count * Row) + 16}\">and {all - items.Count} more</text>\n");
    }

    private List<KeyValuePair<string, IReadOnlyList<string>>> Choose(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> items, string kind) =>
        [.. items.OrderBy(item => _worst.ContainsKey($"{kind}/{item.Key}") ? 0 : 1).Take(Most)];

    private static int Middle(int row) => Top + (row * Row) + ((Row - 8) / 2);

    private static string NameOf(string subject) => subject.IndexOf('/') is var slash and > 0 ? $"{subject[..slash]}/{subject[(subject.LastIndexOf('/') + 1)..]}" : subject;

    // Of an identity provider its name is enough, of an account its number.
    private static string Short(string principal) => principal.Split(':', 6) switch
    {
        ["arn", _, "iam", _, { } account, "root"] => account,
        ["arn", _, "iam", _, _, { } rest] when rest.Contains("-provider/", StringComparison.Ordinal) => rest[(rest.IndexOf('/') + 1)..],
        ["arn", _, _, _, { } account, { } rest] => $"{account} {rest}",
        _ => principal,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
}
