using System.Buffers.Binary;
using System.Text;

namespace Approvals.Infrastructure.Tests.Telemetry;

/// <summary>A message in protobuf's wire format, read without its schema.</summary>
internal sealed class Protobuf
{
    private readonly List<(int Field, byte[] Bytes, long Number)> _fields = [];

    /// <summary>Reads a message.</summary>
    public static Protobuf Read(ReadOnlySpan<byte> bytes)
    {
        var message = new Protobuf();
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            var field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    message._fields.Add((field, [], Varint(ref bytes)));
                    break;
                case 1:
                    message._fields.Add((field, [], BinaryPrimitives.ReadInt64LittleEndian(bytes)));
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    message._fields.Add((field, bytes[..length].ToArray(), 0));
                    bytes = bytes[length..];
                    break;
                case 5:
                    message._fields.Add((field, [], BinaryPrimitives.ReadInt32LittleEndian(bytes)));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7}.");
            }
        }

        return message;
    }

    /// <summary>The messages of a field.</summary>
    public IEnumerable<Protobuf> All(int field) => _fields.Where(f => f.Field == field).Select(f => Read(f.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    public long Number(int field) => _fields.Where(f => f.Field == field).Select(f => f.Number).LastOrDefault();

    private byte[] Bytes(int field) => _fields.Where(f => f.Field == field).Select(f => f.Bytes).LastOrDefault() ?? [];

    private static long Varint(ref ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
