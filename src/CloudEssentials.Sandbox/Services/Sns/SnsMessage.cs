namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>A message that was published. The sandbox delivers none; it keeps the last ones.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="Subject">The subject; null for none.</param>
/// <param name="Body">The message.</param>
/// <param name="At">When.</param>
/// <param name="Number">Its place among all messages of the account.</param>
internal sealed record SnsMessage(string Id, string TopicArn, string? Subject, string Body, DateTimeOffset At, long Number);
