using System.Globalization;
using System.Net;
using System.Text;

namespace CloudEssentials.Accounts.Reports;

/// <summary>Writes one page that holds its own styles and drawings, asks no network for anything, and escapes every text.</summary>
internal sealed class HtmlReportWriter(AccountReport report)
{
    private const string Style = """
        :root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1b2430;--soft:#5b6776;--line:#dce1e7;--fail:#b42318;--warn:#8f5200;--pass:#1d6f42;--none:#4a5a70;--accent:#1f5fbf}
        @media (prefers-color-scheme:dark){:root{--bg:#12171e;--card:#1b222c;--ink:#e7ecf2;--soft:#a3b0bf;--line:#323d4a;--fail:#ff8a80;--warn:#ffb95c;--pass:#6fd39b;--none:#a9b8cb;--accent:#8ab8ff}}
        *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main{max-width:1080px;margin:0 auto;padding:24px 16px 64px}h1{font-size:1.7rem;line-height:1.2;margin:0 0 4px}h2{font-size:1.25rem;margin:40px 0 12px}
        p{margin:0 0 8px}.soft{color:var(--soft)}.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(96px,1fr));gap:12px;margin:20px 0}
        .count{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 16px}.count b{display:block;font-size:1.8rem;line-height:1.2}
        .finding{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--none);border-radius:10px;padding:14px 16px;margin:0 0 12px;overflow-wrap:anywhere}
        .Fail{border-left-color:var(--fail)}.Warning{border-left-color:var(--warn)}.Pass{border-left-color:var(--pass)}b.Fail,.t-Fail{color:var(--fail)}b.Warning,.t-Warning{color:var(--warn)}b.Pass,.t-Pass{color:var(--pass)}.t-Unknown{color:var(--none)}
        .finding h3{font-size:1.05rem;margin:0 0 4px}.meta{font-size:.85rem;color:var(--soft);margin:0 0 6px}.meta span{margin-right:10px}.status{font-weight:600}
        dl{display:grid;grid-template-columns:96px 1fr;gap:2px 12px;margin:8px 0 0;font-size:.95rem}dt{color:var(--soft)}dd{margin:0}
        table{border-collapse:collapse;width:100%;font-size:.95rem;background:var(--card);border:1px solid var(--line);border-radius:10px}td,th{text-align:left;vertical-align:top;padding:6px 10px;border-top:1px solid var(--line);overflow-wrap:anywhere}th:first-child,td:first-child{white-space:nowrap}td.wide{white-space:nowrap}th{border-top:0;color:var(--soft);font-weight:600}
        details{margin:0 0 12px}summary{cursor:pointer;padding:6px 0}.picture{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px}svg{display:block;min-width:720px;width:100%;height:auto}
        svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}svg .soft{fill:var(--soft);font-size:11.5px}svg rect{fill:var(--bg);stroke:var(--line)}svg rect.Fail{stroke:var(--fail);stroke-width:2}svg rect.Warning{stroke:var(--warn);stroke-width:2}svg path{fill:none;stroke:var(--soft);stroke-opacity:.55}
        @media (max-width:560px){main{padding:16px 12px 48px}dl{grid-template-columns:1fr}dt{margin-top:6px}.wide{display:none}th:first-child,td:first-child{white-space:normal}}
        @media print{body{background:#fff}.finding,.count{break-inside:avoid}}
        """;

    private readonly StringBuilder _page = new();

    internal string Write()
    {
        string title = $"Security of {(report.Accounts.Count == 1 ? $"account {report.Accounts[0]}" : $"{report.Accounts.Count} accounts")}";
        Line("<!DOCTYPE html>");
        Line("<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line($"<title>{Text(title)}</title><style>");
        Line(Style);
        Line("</style></head><body><main>");
        Line($"<h1>{Text(title)}</h1>");
        WriteHead();
        WriteCounts();
        WriteProblems("What to mend", FindingStatus.Fail);
        WriteProblems("What to look at", FindingStatus.Warning);
        foreach (AccountPicture picture in report.Pictures)
        {
            Line($"<h2>Who is in account {Text(picture.AccountId)}</h2>");
            Line("<p class=\"soft\">Lines go from users to their groups. A red frame: something failed; an amber one: something to look at.</p>");
            _page.Append(new PictureWriter(picture, report.Findings).Write());
        }

        WriteRest("What could not be seen", FindingStatus.Unknown, open: true);
        WriteRest("What is in order", FindingStatus.Pass, open: false);
        Line("</main></body></html>");
        return _page.ToString();
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    private void WriteHead()
    {
        if (report.Findings.Count == 0)
        {
            Line("<p>There are no findings.</p>");
            return;
        }

        DateTimeOffset last = report.Findings.Max(finding => finding.CheckedAt);
        string[] sources = [.. report.Findings.Select(finding => finding.Source).Where(source => source.Length > 0).Distinct()];
        Line($"<p class=\"soft\">Checked {last.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC{(sources.Length == 0 ? "" : $", by what {Text(string.Join(", ", sources))} told")}.</p>");
    }

    private void WriteCounts()
    {
        Line("<div class=\"counts\">");
        foreach ((FindingStatus status, string label) in new[] { (FindingStatus.Fail, "failed"), (FindingStatus.Warning, "to look at"), (FindingStatus.Unknown, "not known"), (FindingStatus.Pass, "in order") })
            Line($"<div class=\"count\"><b class=\"t-{status}\">{report.Findings.Count(finding => finding.Status == status)}</b>{label}</div>");
        Line("</div>");
        foreach (IGrouping<SecuritySeverity, SecurityFinding> group in report.Findings.Where(finding => finding.Status == FindingStatus.Fail).GroupBy(finding => finding.Severity))
            Line($"<p><b>{group.Key}</b>: {group.Count()} <span class=\"soft\">{Text(FactText.List(group.Select(finding => finding.Check).Distinct()))}</span></p>");
    }

    private void WriteProblems(string heading, FindingStatus status)
    {
        SecurityFinding[] findings = [.. report.Findings.Where(finding => finding.Status == status)];
        if (findings.Length == 0)
            return;
        Line($"<h2>{heading}</h2>");
        foreach (SecurityFinding finding in findings)
            WriteFinding(finding);
    }

    private void WriteFinding(SecurityFinding finding)
    {
        Line($"<article class=\"finding {finding.Status}\"><h3>{Text(finding.Reason)}</h3>");
        Line($"<p class=\"meta\"><span class=\"status t-{finding.Status}\">{finding.Status}</span><span>{finding.Severity}</span><span>{Text(finding.Check)}</span><span>{Text(finding.Subject)}</span>{(report.Accounts.Count > 1 ? $"<span>{Text(finding.AccountId)}</span>" : "")}<span>{Text(string.Join(" ", finding.Control))}</span></p><dl>");
        if (finding.Evidence.Length > 0)
            Line($"<dt>Seen</dt><dd>{Text(finding.Evidence)}</dd>");
        if (finding.Remedy.Length > 0)
            Line($"<dt>Remedy</dt><dd>{Text(finding.Remedy)}</dd>");
        Line("</dl></article>");
    }

    private void WriteRest(string heading, FindingStatus status, bool open)
    {
        SecurityFinding[] findings = [.. report.Findings.Where(finding => finding.Status == status)];
        if (findings.Length == 0)
            return;
        Line($"<h2>{heading}</h2><details{(open ? " open" : "")}><summary>{FactText.Count(findings.Length, "check")}</summary><table><tr><th>Check</th><th>Why</th><th class=\"wide\">Controls</th></tr>");
        foreach (SecurityFinding finding in findings)
            Line($"<tr><td>{Text(finding.Check)}{(finding.Subject == finding.AccountId && report.Accounts.Count == 1 ? "" : $"<br><span class=\"soft\">{Text(finding.Subject)}</span>")}</td><td>{Text(finding.Reason)}{(finding.Evidence.Length == 0 ? "" : $"<br><span class=\"soft\">{Text(finding.Evidence)}</span>")}</td><td class=\"wide soft\">{Text(string.Join(" ", finding.Control))}</td></tr>");
        Line("</table></details>");
    }

    private void Line(string line) => _page.Append(line).Append('\n');
}
