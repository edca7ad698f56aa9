using System.Globalization;
using System.Text.Json;

namespace Approvals.Domain.Forms;

/// <summary>Reads the answer to a field that has no fields inside; the error is the code of a text.</summary>
internal readonly record struct SimpleAnswer(FeelValue Value, string? Error = null)
{
    /// <summary>No answer is longer than this, whatever the form says.</summary>
    internal const int LongestText = 20_000;

    private const int MostItems = 200;

    internal static SimpleAnswer Read(FormComponent component, JsonElement answer) => component.Type switch
    {
        FormComponentType.Textfield or FormComponentType.Radio or FormComponentType.Select => Text(answer, lines: false),
        FormComponentType.Textarea => Text(answer, lines: true),
        FormComponentType.Number => Number(answer),
        FormComponentType.Checkbox => Flag(answer),
        FormComponentType.Consent => Consent(answer),
        FormComponentType.Checklist or FormComponentType.Filepicker => Texts(answer),
        FormComponentType.Date => Date(answer),
        FormComponentType.Daterange => Parts(answer, ("from", Date), ("to", Date)),
        FormComponentType.Person => Parts(answer, ("name", Line), ("idType", Line), ("idNumber", Line)),
        _ => new SimpleAnswer(FeelValue.Null),
    };

    private static SimpleAnswer Line(JsonElement answer) => Text(answer, lines: false);

    /// <summary>Outer spaces are nobody's intention; an empty text is no answer; control characters are refused.</summary>
    private static SimpleAnswer Text(JsonElement answer, bool lines)
    {
        if (answer.ValueKind != JsonValueKind.String) return Wrong("forms.type.text");
        var text = answer.GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (text.Length > LongestText) return Wrong("forms.tooLong");
        if (text.Any(c => char.IsControl(c) && !(lines && c is '\n' or '\t'))) return Wrong("forms.characters");
        return new SimpleAnswer(text.Length == 0 ? FeelValue.Null : FeelValue.Of(text));
    }

    /// <summary>A number or its digits as text, so that no decimal place is lost on the way.</summary>
    private static SimpleAnswer Number(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(answer.GetString())) return new SimpleAnswer(FeelValue.Null);
        var text = answer.ValueKind == JsonValueKind.Number ? answer.GetRawText()
            : answer.ValueKind == JsonValueKind.String ? answer.GetString()!
            : "";
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text.Length is > 0 and <= 64 && decimal.TryParse(text.Trim(), Styles, CultureInfo.InvariantCulture, out var number)
            ? new SimpleAnswer(FeelValue.Of(number)) : Wrong("forms.type.number");
    }

    private static SimpleAnswer Flag(JsonElement answer) =>
        answer.ValueKind is JsonValueKind.True or JsonValueKind.False ? new SimpleAnswer(FeelValue.Of(answer.GetBoolean()))
            : Wrong("forms.type.flag");

    private static SimpleAnswer Consent(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("given", out var given) ? Flag(given) : Flag(answer);

    private static SimpleAnswer Texts(JsonElement answer)
    {
        var isTexts = answer.ValueKind == JsonValueKind.Array && answer.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String);
        if (!isTexts) return Wrong("forms.type.list");
        if (answer.GetArrayLength() > MostItems) return Wrong("forms.tooManyRows");
        var items = answer.EnumerateArray().Select(e => Line(e)).ToList();
        if (items.Find(i => i.Error is not null) is { Error: not null } wrong) return wrong;
        var distinct = items.Where(i => !i.Value.IsNull).Select(i => i.Value).Distinct().ToList();
        return new SimpleAnswer(distinct.Count == 0 ? FeelValue.Null : FeelValue.Of(FeelList.From(distinct)));
    }

    private static SimpleAnswer Date(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.String && answer.GetString()!.Length == 0) return new SimpleAnswer(FeelValue.Null);
        return answer.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(answer.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new SimpleAnswer(FeelValue.Of(date)) : Wrong("forms.type.date");
    }

    private static SimpleAnswer Parts(JsonElement answer, params ReadOnlySpan<(string Name, Func<JsonElement, SimpleAnswer> Read)> parts)
    {
        if (answer.ValueKind != JsonValueKind.Object) return Wrong("forms.type.object");
        var context = FeelContext.Empty;
        foreach (var (name, read) in parts)
        {
            if (!answer.TryGetProperty(name, out var part) || part.ValueKind == JsonValueKind.Null) continue;
            var value = read(part);
            if (value.Error is not null) return value;
            if (!value.Value.IsNull) context = context.With(name, value.Value);
        }

        return new SimpleAnswer(context.Count == 0 ? FeelValue.Null : FeelValue.Of(context));
    }

    private static SimpleAnswer Wrong(string code) => new(FeelValue.Null, code);
}
