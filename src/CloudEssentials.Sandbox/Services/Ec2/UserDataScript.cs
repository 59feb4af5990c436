using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// What user data does, read by simple rules. It is a shell script if it begins with <c>#!</c>; anything else does nothing. A line that runs
/// wget, curl, dnf, yum, pip, git clone or aws needs the internet. A line that names a port (<c>--port=80</c>, <c>-p 80</c>,
/// <c>--bind 0.0.0.0:80</c>, <c>http.server 80</c>) begins to listen there. A here-document writes a file; one under
/// <c>/etc/systemd/system</c> is a unit, which listens on the port that its ExecStart, or a file named there, names. <c>systemctl start</c> and
/// <c>enable --now</c> start a unit; <c>systemctl enable</c> starts it at every boot if it is <c>WantedBy</c> a target. The units of httpd
/// and nginx listen on port 80. Variables are not followed.
/// </summary>
internal sealed partial class UserDataScript
{
    private const string UnitFolder = "/etc/systemd/system/";

    private static readonly ConcurrentDictionary<string, UserDataScript> Known = new(StringComparer.Ordinal);

    private readonly List<string> _commands = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private UserDataScript(string text)
    {
        if (text.StartsWith("#!", StringComparison.Ordinal))
        {
            Read(text.ReplaceLineEndings("\n").Split('\n'));
        }
    }

    /// <summary>Whether its work needs the internet.</summary>
    public bool NeedsInternet => _commands.Exists(IsDownload);

    /// <summary>The commands, without comments and what is written into files.</summary>
    public IReadOnlyList<string> Commands => _commands;

    /// <summary>Reads user data in Base64; null is a script that does nothing.</summary>
    public static UserDataScript Parse(string? userData) => Known.GetOrAdd(userData ?? string.Empty, static data => new UserDataScript(Encoding.UTF8.GetString(Convert.FromBase64String(data))));

    /// <summary>Whether a command needs the internet.</summary>
    public static bool IsDownload(string command) => Download().IsMatch(command);

    /// <summary>Whether something listens on a port once the script has run.</summary>
    public bool Starts(int port) =>
        _commands.Exists(line => Listens(line, port)) || Units("start", "restart").Concat(Units("enable").Where(unit => unit.Now)).Any(unit => UnitListens(unit.Name, port));

    /// <summary>Whether something listens on a port after every later boot.</summary>
    public bool StartsAtBoot(int port) => Units("enable").Any(unit => UnitListens(unit.Name, port) && IsWanted(unit.Name));

    private static bool Listens(string text, int port) => Port().Matches(text).Any(match => match.Groups["port"].Value == port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private void Read(string[] lines)
    {
        for (int index = 1; index < lines.Length; index++)
        {
            string line = lines[index].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            _commands.Add(line);
            if (HereDocument().Match(line) is not { Success: true } opening)
            {
                continue;
            }

            StringBuilder content = new();
            while (++index < lines.Length && lines[index].Trim() != opening.Groups["end"].Value)
            {
                content.Append(lines[index]).Append('\n');
            }

            if (Target().Match(line) is { Success: true } target)
            {
                _files[target.Groups["file"].Value.Trim('\'', '"')] = content.ToString();
            }
        }
    }

    private IEnumerable<(string Name, bool Now)> Units(params string[] verbs) =>
        from line in _commands
        from Match match in SystemControl().Matches(line)
        where verbs.Contains(match.Groups["verb"].Value)
        from name in match.Groups["units"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where name[0] != '-'
        select (name.EndsWith(".service", StringComparison.Ordinal) ? name[..^".service".Length] : name, match.Value.Contains("--now", StringComparison.Ordinal));

    private bool UnitListens(string name, int port)
    {
        if (_files.TryGetValue($"{UnitFolder}{name}.service", out string? unit))
        {
            string start = string.Join('\n', unit.Split('\n').Where(line => line.TrimStart().StartsWith("ExecStart=", StringComparison.Ordinal)));
            return Listens(start, port) || _files.Any(file => start.Contains(file.Key, StringComparison.Ordinal) && Listens(file.Value, port));
        }

        return name is "httpd" or "nginx" && port == 80;
    }

    private bool IsWanted(string name) =>
        !_files.TryGetValue($"{UnitFolder}{name}.service", out string? unit) || unit.Contains("WantedBy=", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:wget|curl|dnf|yum|pip3?|aws)\s|\bgit\s+clone\b", RegexOptions.CultureInvariant)]
    private static partial Regex Download();

    [GeneratedRegex(@"(?:--port[= ]|(?<![\w-])-p\s*|(?:--bind|-b)[= ]\s*\S*:|http\.server\s+)['""]?(?<port>\d+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Port();

    [GeneratedRegex(@"<<-?\s*['""]?(?<end>\w+)['""]?", RegexOptions.CultureInvariant)]
    private static partial Regex HereDocument();

    [GeneratedRegex(@"(?:>{1,2}|\btee(?:\s+-a)?)\s*(?<file>['""]?/[^\s'""<>|;]+['""]?)", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    [GeneratedRegex(@"\bsystemctl\s+(?:-\S+\s+)*(?<verb>start|restart|enable)(?<units>(?:\s+[\w@.:-]+)+)", RegexOptions.CultureInvariant)]
    private static partial Regex SystemControl();
}
