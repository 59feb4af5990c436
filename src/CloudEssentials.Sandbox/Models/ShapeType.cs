namespace CloudEssentials.Sandbox.Models;

/// <summary>The kinds of shape that AWS's service models have.</summary>
internal enum ShapeType
{
    Structure,
    List,
    Map,
    String,
    Boolean,
    Integer,
    Long,
    Float,
    Double,
    Timestamp,
    Blob,
}
