using System.Formats.Cbor;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>
/// Smithy's rpc-v2-cbor protocol, in which newer clients speak to CloudWatch: the operation stands in the path, and CBOR (RFC 8949) goes
/// both ways. Words and codes are those of the json protocol.
/// </summary>
/// <param name="service">The service.</param>
internal sealed class CborProtocol(ServiceModel service) : JsonProtocol(service)
{
    private const string Header = "smithy-protocol";
    private const string Version = "rpc-v2-cbor";

    public static bool IsSpoken(WireRequest request) => request.Header(Header) == Version;

    public override string OperationName(WireRequest request) => request.Path.Split('/') is [_, "service", _, "operation", var name]
        ? name
        : throw UnknownOperation(request.Path);

    public override JsonObject ReadInput(WireRequest request, OperationModel operation)
    {
        try
        {
            JsonNode? body = request.Body.Length == 0 ? new JsonObject() : Read(new CborReader(request.Body));
            return body is JsonObject input && operation.Input is { } shape ? (JsonObject)Convert(shape, input, "body", FromWire)! : [];
        }
        catch (Exception exception) when (exception is CborContentException or MalformedValue or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ServiceError("SerializationException", exception.Message);
        }
    }

    public override WireResponse WriteOutput(OperationModel operation, JsonObject output, string requestId)
    {
        var writer = new CborWriter();
        if (operation.Output is { } shape)
        {
            Write(writer, shape, output);
        }
        else
        {
            writer.WriteStartMap(0);
            writer.WriteEndMap();
        }

        return Respond(200, writer, requestId);
    }

    public override WireResponse WriteError(ServiceError error, string requestId)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteTextString("__type");
        writer.WriteTextString(error.Code);
        writer.WriteTextString("message");
        writer.WriteTextString(error.Message);
        writer.WriteEndMap();
        return WithQueryError(Respond(error.Status, writer, requestId), error);
    }

    private static JsonNode? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                return ReadMap(reader);
            case CborReaderState.StartArray:
                return ReadArray(reader);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                return System.Convert.ToBase64String(reader.ReadByteString());
            case CborReaderState.Tag:
                // A time is a number of seconds under its tag; nothing else that AWS's clients send is tagged.
                reader.ReadTag();
                return Read(reader);
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Null or CborReaderState.Undefined:
                reader.SkipValue();
                return null;
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return reader.ReadInt64();
            default:
                return reader.ReadDouble();
        }
    }

    private static JsonObject ReadMap(CborReader reader)
    {
        var map = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            string name = reader.ReadTextString();
            map[name] = Read(reader);
        }

        reader.ReadEndMap();
        return map;
    }

    private static JsonArray ReadArray(CborReader reader)
    {
        var array = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            array.Add(Read(reader));
        }

        reader.ReadEndArray();
        return array;
    }

    private static void Write(CborWriter writer, Shape shape, JsonNode value)
    {
        switch (shape.Type)
        {
            case ShapeType.Structure:
                List<Member> members = [.. shape.Members.Where(member => value[member.Name] is not null)];
                writer.WriteStartMap(members.Count);
                foreach (Member member in members)
                {
                    writer.WriteTextString(member.Name);
                    Write(writer, member.Shape, value[member.Name]!);
                }

                writer.WriteEndMap();
                break;
            case ShapeType.List:
                writer.WriteStartArray(value.AsArray().Count);
                foreach (JsonNode? item in value.AsArray())
                {
                    Write(writer, shape.Item!.Shape, item!);
                }

                writer.WriteEndArray();
                break;
            case ShapeType.Map:
                writer.WriteStartMap(value.AsObject().Count);
                foreach ((string key, JsonNode? entry) in value.AsObject())
                {
                    writer.WriteTextString(key);
                    Write(writer, shape.Value!.Shape, entry!);
                }

                writer.WriteEndMap();
                break;
            default:
                WriteScalar(writer, shape.Type, value);
                break;
        }
    }

    private static void WriteScalar(CborWriter writer, ShapeType type, JsonNode value)
    {
        switch (type)
        {
            case ShapeType.Boolean:
                writer.WriteBoolean(value.GetValue<bool>());
                break;
            case ShapeType.Integer or ShapeType.Long:
                writer.WriteInt64(long.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture));
                break;
            case ShapeType.Float or ShapeType.Double:
                writer.WriteDouble(double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture));
                break;
            case ShapeType.Timestamp:
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteDouble(value.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds() / 1000d);
                break;
            case ShapeType.Blob:
                writer.WriteByteString(System.Convert.FromBase64String(value.GetValue<string>()));
                break;
            default:
                writer.WriteTextString(value.GetValue<string>());
                break;
        }
    }

    private static WireResponse Respond(int status, CborWriter writer, string requestId) =>
        new(status, "application/cbor", writer.Encode(), new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId, [Header] = Version });
}
