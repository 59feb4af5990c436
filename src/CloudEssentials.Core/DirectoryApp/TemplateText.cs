using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>Writes templates as people read them.</summary>
internal static class TemplateText
{
    // A template is no web page: quotes and brackets of a script may stand as they are.
    private static readonly JsonSerializerOptions _options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a template, the same on every system.</summary>
    internal static string Write(JsonObject template) => template.ToJsonString(_options).ReplaceLineEndings("\n") + "\n";
}
