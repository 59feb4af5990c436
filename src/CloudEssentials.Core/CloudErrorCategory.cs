namespace CloudEssentials;

/// <summary>What kind of thing went wrong; the names are those of PowerShell's <c>ErrorCategory</c>.</summary>
public enum CloudErrorCategory
{
    /// <summary>Nothing better fits.</summary>
    NotSpecified,

    /// <summary>A parameter's value cannot be right.</summary>
    InvalidArgument,

    /// <summary>Data from a file, a document or an answer is not what it should be.</summary>
    InvalidData,

    /// <summary>What was asked cannot be done in this state.</summary>
    InvalidOperation,

    /// <summary>Text does not follow its grammar.</summary>
    SyntaxError,

    /// <summary>The thing named does not exist.</summary>
    ObjectNotFound,

    /// <summary>A thing of that name exists already.</summary>
    ResourceExists,

    /// <summary>The thing is in use.</summary>
    ResourceBusy,

    /// <summary>The thing cannot be reached or is not to be had at present.</summary>
    ResourceUnavailable,

    /// <summary>No connection to the endpoint.</summary>
    ConnectionError,

    /// <summary>Credentials are missing, wrong or expired.</summary>
    AuthenticationError,

    /// <summary>The credentials are good, and what they ask is refused.</summary>
    PermissionDenied,

    /// <summary>The service says that too much was asked, or too fast.</summary>
    LimitsExceeded,

    /// <summary>No answer came in time.</summary>
    OperationTimeout,

    /// <summary>The user stopped it.</summary>
    OperationStopped,

    /// <summary>A file could not be read.</summary>
    ReadError,

    /// <summary>A file could not be written.</summary>
    WriteError,

}
