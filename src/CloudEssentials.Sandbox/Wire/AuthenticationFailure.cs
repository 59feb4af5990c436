namespace CloudEssentials.Sandbox.Wire;

/// <summary>Why a request could not be told to come from anyone; each protocol has its own words for it.</summary>
internal enum AuthenticationFailure
{
    /// <summary>Nothing in it says who signed it.</summary>
    Missing,

    /// <summary>A part of the signature is missing or malformed.</summary>
    Incomplete,

    /// <summary>The access key or the session token is not known.</summary>
    UnknownKey,

    /// <summary>The signature is not that of this request under this key, or not meant for this service.</summary>
    WrongSignature,

    /// <summary>The body is not that of which the request states the hash.</summary>
    WrongPayload,

    /// <summary>It is signed for another Region.</summary>
    WrongRegion,

    /// <summary>The signature's time is too far from now, or a presigned request has run out.</summary>
    WrongTime,

    /// <summary>The session has run out.</summary>
    ExpiredSession,
}
