using System.Text.Json;

namespace Approvals.Domain.Calendars;

/// <summary>A JSON value that knows its line, so that a finding can name it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A string's text, else the value as it stands in the file; empty for objects and lists.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record LocatedJson(JsonValueKind Kind, string Text, int Line)
{
    private const int MostDepth = 8;

    public ImmutableArray<(string Name, LocatedJson Value)> Members { get; init; } = [];

    public ImmutableArray<LocatedJson> Items { get; init; } = [];

    public LocatedJson? this[string name] => Members.LastOrDefault(m => m.Name == name).Value;

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static LocatedJson Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
        var lines = new Lines();
        reader.Read();
        var root = Value(ref reader, json, ref lines);
        return reader.Read() ? throw new JsonException() : root;
    }

    private static LocatedJson Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref Lines lines)
    {
        var line = lines.At(json, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<(string, LocatedJson)>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    members.Add((name, Value(ref reader, json, ref lines)));
                }

                return new LocatedJson(JsonValueKind.Object, "", line) { Members = members.ToImmutable() };
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, json, ref lines));
                }

                return new LocatedJson(JsonValueKind.Array, "", line) { Items = items.ToImmutable() };
            case JsonTokenType.String:
                return new LocatedJson(JsonValueKind.String, reader.GetString()!, line);
            default:
                return new LocatedJson(JsonValueKind.Undefined, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), line);
        }
    }

    /// <summary>Counts lines as the reader goes forward.</summary>
    private struct Lines()
    {
        private int _offset;
        private int _line = 1;

        internal int At(ReadOnlySpan<byte> json, int offset)
        {
            _line += json[_offset..offset].Count((byte)'\n');
            _offset = offset;
            return _line;
        }
    }
}
