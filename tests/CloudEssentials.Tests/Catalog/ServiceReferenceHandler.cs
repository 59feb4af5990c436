using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using CloudEssentials.Catalog;

namespace CloudEssentials.Tests.Catalog;

/// <summary>Answers as AWS's service reference does, with the facts of a catalogue, and with whatever a test puts in their place.</summary>
internal sealed class ServiceReferenceHandler(ActionCatalog catalog) : HttpMessageHandler
{
    public const string Host = "https://servicereference.us-east-1.amazonaws.com";

    private static readonly ConcurrentDictionary<string, string> Answers = [];
    private int _requests;

    /// <summary>Changes the answer for a path, <c>/</c> for the list.</summary>
    public Dictionary<string, Func<string, HttpResponseMessage>> Changed { get; } = [];

    public int Requests => _requests;

    public static string PathOf(string prefix) => $"/v1/{prefix}/{prefix}.json";

    public static HttpResponseMessage Ok(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body) };

    public string Answer(string path) => Answers.GetOrAdd(catalog.Path + path, _ => MakeAnswer(path));

    private string MakeAnswer(string path) => path == "/" ? Index() : Service(catalog.FindService(path.Split('/')[2])!).ToJsonString();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var path = request.RequestUri!.AbsolutePath;
        if (Changed.TryGetValue(path, out var change))
            return Task.FromResult(change(path.Contains("new") ? "" : Answer(path)));
        return Task.FromResult(Ok(Answer(path)));
    }

    private string Index() => new JsonArray([.. catalog.Services.Select(service => new JsonObject
    {
        ["service"] = service.Prefix,
        ["url"] = Host + PathOf(service.Prefix),
    })]).ToJsonString();

    private static JsonObject Service(CatalogService service) => new()
    {
        ["Name"] = service.Prefix,
        ["Actions"] = new JsonArray([.. service.Actions.Select(Action)]),
        ["ConditionKeys"] = new JsonArray([.. service.ConditionKeys.Select(key => new JsonObject { ["Name"] = key.Name, ["Types"] = new JsonArray(key.TypeName) })]),
        ["Operations"] = new JsonArray(),
        ["Resources"] = new JsonArray([.. service.ResourceTypes.Select(type => new JsonObject
        {
            ["Name"] = type.Name,
            ["ARNFormats"] = Texts(type.ArnPatterns),
            ["ConditionKeys"] = Texts(type.ConditionKeys),
        })]),
        ["Version"] = "v1.4",
    };

    private static JsonObject Action(CatalogAction action) => new()
    {
        ["Name"] = action.Name,
        ["ActionConditionKeys"] = Texts(action.ConditionKeys),
        ["Annotations"] = new JsonObject
        {
            ["Properties"] = new JsonObject
            {
                ["IsList"] = action.AccessLevel == AccessLevel.List,
                ["IsPermissionManagement"] = action.AccessLevel == AccessLevel.PermissionsManagement,
                ["IsTaggingOnly"] = action.AccessLevel == AccessLevel.Tagging,
                ["IsWrite"] = action.AccessLevel is AccessLevel.Write or AccessLevel.Tagging or AccessLevel.PermissionsManagement,
            },
        },
        ["Resources"] = new JsonArray([.. action.ResourceTypes.Select(type => new JsonObject { ["Name"] = type.Name })]),
        ["SupportedBy"] = new JsonObject { ["IAM Action Last Accessed"] = false },
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
