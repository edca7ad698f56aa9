using System.Globalization;
using System.Text.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Json;

/// <summary>An object inside a file, with its JSON pointer; every reader names the problem it meets and goes on.</summary>
internal readonly struct JsonPlace(JsonFile file, JsonElement element, string pointer)
{
    internal JsonElement Element { get; } = element;

    internal string Pointer { get; } = pointer;

    internal JsonFile File { get; } = file;

    /// <summary>Names the properties that are read; others are warned of, because a slip of the pen must not pass in silence.</summary>
    internal void Only(params IEnumerable<string> names)
    {
        var known = names.ToHashSet(StringComparer.Ordinal);
        foreach (var property in Element.EnumerateObject().Where(p => !known.Contains(p.Name) && !p.Name.StartsWith('$')))
        {
            File.Add(new PackageProblem(File.Path, "package.json.unknown") { Place = At(property.Name), Severity = ProblemSeverity.Warning }
                .With("name", property.Name));
        }
    }

    internal bool Has(string name) => TryGet(name, out _);

    internal string Required(string name) => Text(name) ?? Missing(name, "");

    internal string? Text(string name)
    {
        if (!TryGet(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : Wrong<string>(name, "text");
    }

    internal LocalText RequiredLocal(string name) => Local(name) ?? (Has(name) ? new("", "") : Missing(name, new LocalText("", "")));

    internal LocalText? Local(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String) return new LocalText(value.GetString()!, value.GetString()!);
        if (value.ValueKind != JsonValueKind.Object) return Wrong<LocalText>(name, "localText");
        var (zh, en) = (Language(value, "zh-CN"), Language(value, "en"));
        return zh is not null && en is not null ? new LocalText(zh, en) : Wrong<LocalText>(name, "languages");
    }

    internal bool? Flag(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong<object>(name, "flag");
        return null;
    }

    internal decimal? Number(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)) return number;
        Wrong<object>(name, "number");
        return null;
    }

    internal int? Whole(string name, int least = 0, int greatest = int.MaxValue)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= greatest) return number;
        Wrong<object>(name, "whole");
        return null;
    }

    internal DateOnly? Date(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Wrong<object>(name, "date");
        return null;
    }

    internal DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return instant;
        Wrong<object>(name, "instant");
        return null;
    }

    internal T? Choice<T>(string name, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Text(name) is not { } text) return null;
        if (choices.TryGetValue(text, out var choice)) return choice;
        NotAmong(name, text, choices.Keys);
        return null;
    }

    internal ImmutableArray<T> Choices<T>(string name, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        var place = this;
        return [.. Texts(name).Select(t => choices.TryGetValue(t, out var choice) ? (T?)choice
            : place.NotAmong<T>(name, t, choices.Keys)).OfType<T>()];
    }

    /// <summary>A list of texts, or one text alone.</summary>
    internal ImmutableArray<string> Texts(string name)
    {
        if (!TryGet(name, out var value)) return [];
        if (value.ValueKind == JsonValueKind.String) return [value.GetString()!];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(e => e.GetString()!)];
        }

        Wrong<object>(name, "texts");
        return [];
    }

    internal ImmutableArray<T> List<T>(string name, Func<JsonPlace, T> read)
    {
        if (!TryGet(name, out var value)) return [];
        var (file, at) = (File, At(name));
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object))
        {
            return [.. value.EnumerateArray().Select((e, i) => read(new JsonPlace(file, e, $"{at}/{i}")))];
        }

        Wrong<object>(name, "objects");
        return [];
    }

    internal T? Object<T>(string name, Func<JsonPlace, T> read)
        where T : class
    {
        if (!TryGet(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Object ? read(new JsonPlace(File, value, At(name))) : Wrong<T>(name, "object");
    }

    /// <summary>The named objects inside an object.</summary>
    internal ImmutableSortedDictionary<string, T> Map<T>(string name, Func<JsonPlace, string, T> read)
    {
        if (!TryGet(name, out var value)) return ImmutableSortedDictionary<string, T>.Empty;
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong<object>(name, "object");
            return ImmutableSortedDictionary<string, T>.Empty;
        }

        var inner = new JsonPlace(File, value, At(name));
        return value.EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => read(inner, p.Name), StringComparer.Ordinal);
    }

    internal FeelExpression? Feel(string name) => Text(name) is { } text ? Compile(name, text.StartsWith('=') ? text[1..] : text) : null;

    internal FeelExpression? Compile(string name, string text)
    {
        var compiled = FeelExpression.Compile(text, Expressions.Scope);
        if (compiled.IsSuccess) return compiled.Value;
        File.Add(new PackageProblem(File.Path, "package.feel") { Place = At(name), Cause = compiled.Error }.With("text", text));
        return null;
    }

    internal FeelOr<bool>? FlagOrFeel(string name) => IsFeel(name) ? new(false, Feel(name)) : Flag(name) is { } flag ? new(flag) : null;

    internal FeelOr<decimal>? NumberOrFeel(string name) => IsFeel(name) ? new(0, Feel(name)) : Number(name) is { } number ? new(number) : null;

    internal FeelOr<string>? TextOrFeel(string name) => IsFeel(name) ? new(null, Feel(name)) : Text(name) is { } text ? new(text) : null;

    internal FeelOr<FeelValue>? ValueOrFeel(string name) =>
        IsFeel(name) ? new(default, Feel(name)) : TryGet(name, out var value) ? new(FeelJson.Read(value)) : null;

    internal T? Wrong<T>(string name, string what)
        where T : class
    {
        File.Add(At(name), "package.json." + what, ("name", name));
        return null;
    }

    internal string At(string name) => $"{Pointer}/{name}";

    internal bool TryGet(string name, out JsonElement value) =>
        Element.TryGetProperty(name, out value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    internal T Missing<T>(string name, T instead)
    {
        if (!Has(name)) File.Add(At(name), "package.json.missing", ("name", name));
        return instead;
    }

    private bool IsFeel(string name) => TryGet(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith('=');

    private T? NotAmong<T>(string name, string text, IEnumerable<string> choices)
        where T : struct
    {
        NotAmong(name, text, choices);
        return null;
    }

    private void NotAmong(string name, string text, IEnumerable<string> choices) =>
        File.Add(At(name), "package.json.choice", ("value", text), ("choices", string.Join(", ", choices.Order(StringComparer.Ordinal))));

    private static string? Language(JsonElement texts, string language) =>
        texts.TryGetProperty(language, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
