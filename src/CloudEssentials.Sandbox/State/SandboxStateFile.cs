using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.State;

/// <summary>
/// The file in which an account outlives its process. It is replaced as a whole, so that a full disk or a lost process leaves the
/// old one; a lock file beside it keeps two processes from changing it at once.
/// </summary>
internal sealed class SandboxStateFile(string path, TimeProvider clock)
{
    private const int Format = 1;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private (DateTime Written, long Length) _stamp;
    private long _revision;

    /// <summary>Keeps other processes from changing the file until it is disposed of.</summary>
    /// <exception cref="CloudException"><c>SandboxStateBusy</c>: another process keeps it for too long. <c>SandboxStateNotSaved</c>: the folder cannot be written to.</exception>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            }
            catch (Exception exception) when (exception is UnauthorizedAccessException or DirectoryNotFoundException)
            {
                throw NotSaved(exception);
            }
            catch (IOException exception)
            {
                if (TimeProvider.System.GetElapsedTime(started) > LockTimeout)
                {
                    throw new CloudException(
                        "SandboxStateBusy",
                        $"Another process has kept the sandbox's state file '{path}' locked for {LockTimeout.TotalSeconds:0} seconds.",
                        CloudErrorCategory.ResourceBusy,
                        path,
                        "End the other process, or give each its own file.",
                        exception);
                }

                await Task.Delay(10, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads the file into the state, if it has been written by someone else since it was last read or written here.</summary>
    /// <returns>Whether the state was read.</returns>
    /// <exception cref="CloudException"><c>SandboxStateDamaged</c>, <c>SandboxStateTooNew</c>, <c>SandboxStateUnreadable</c>.</exception>
    public bool Refresh(SandboxState state)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0 || (_stamp == (file.LastWriteTimeUtc, file.Length) && _revision == ReadRevision()))
        {
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            int format = document.RootElement.GetProperty("format").GetInt32();
            if (format > Format)
            {
                throw new CloudException(
                    "SandboxStateTooNew",
                    $"The sandbox's state file '{path}' has format {format}; this version reads formats up to {Format}.",
                    CloudErrorCategory.InvalidData,
                    path,
                    "Use the version of the module that wrote it, or another file.");
            }

            long read = document.RootElement.GetProperty("revision").GetInt64();
            state.Load(document.RootElement.GetProperty("sections"));
            _revision = read;
            _stamp = (file.LastWriteTimeUtc, file.Length);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Damaged(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CloudException(
                "SandboxStateUnreadable",
                $"The sandbox's state file '{path}' cannot be read: {exception.Message}",
                CloudErrorCategory.ReadError,
                path,
                innerException: exception);
        }
    }

    /// <summary>Replaces the file by the state as it is.</summary>
    /// <exception cref="CloudException"><c>SandboxStateNotSaved</c>: the old file stands as it was.</exception>
    public void Save(SandboxState state)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            var json = new JsonObject { ["format"] = Format, ["revision"] = _revision + 1, ["sections"] = state.Save() };
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = StateJson.Options.Encoder }))
                {
                    json.WriteTo(writer);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            var file = new FileInfo(path);
            _stamp = (file.LastWriteTimeUtc, file.Length);
            _revision++;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw NotSaved(exception);
        }
    }

    private CloudException NotSaved(Exception exception) => new(
        "SandboxStateNotSaved",
        $"The sandbox's state file '{path}' cannot be written: {exception.Message} The call has changed nothing.",
        CloudErrorCategory.WriteError,
        path,
        "Make room, or choose a file in a folder that you may write to.",
        exception);

    private CloudException Damaged(Exception exception)
    {
        string kept = $"{path}.damaged-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        try
        {
            File.Move(path, kept, overwrite: false);
        }
        catch (IOException)
        {
            kept = $"{kept}-{Guid.NewGuid():N}";
            File.Move(path, kept);
        }

        return new CloudException(
            "SandboxStateDamaged",
            $"The sandbox's state file '{path}' is damaged: {exception.Message} It is kept as '{kept}'.",
            CloudErrorCategory.InvalidData,
            path,
            "Put a good copy in its place, or call again to begin with a new account.",
            exception);
    }

    // Times of files are coarse: two processes may write equally long files within one tick. The head of the file tells them apart.
    private long ReadRevision()
    {
        Span<byte> head = stackalloc byte[96];
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            var reader = new Utf8JsonReader(head[..length], isFinalBlock: false, default);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("revision"u8) && reader.Read())
                {
                    return reader.GetInt64();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or JsonException or InvalidOperationException or FormatException)
        {
            return -1;
        }

        return -1;
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What matters is reported already: the state was not saved.
        }
    }
}
