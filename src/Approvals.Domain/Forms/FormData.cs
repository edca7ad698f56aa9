using System.Text.Json;

namespace Approvals.Domain.Forms;

/// <summary>
/// Answers to a form, typed by it: dates are dates, numbers exact decimals. Immutable. On the wire and at rest it is plain
/// JSON in which a date is <c>yyyy-MM-dd</c>.
/// </summary>
public sealed class FormData
{
    /// <summary>Data of a form over given values.</summary>
    public FormData(FeelContext values) => Values = values;

    /// <summary>No answers.</summary>
    public static FormData Empty { get; } = new(FeelContext.Empty);

    /// <summary>The values by key, as expressions see them.</summary>
    public FeelContext Values { get; }

    /// <summary>The value at a path such as <c>achievements[1].date</c>; null when there is none.</summary>
    public FeelValue At(string path)
    {
        var value = FeelValue.Of(Values);
        foreach (var step in path.Split('.'))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            if (!value.TryGetContext(out var context)) return FeelValue.Null;
            value = context[bracket < 0 ? step : step[..bracket]];
            if (bracket < 0) continue;
            if (!value.TryGetList(out var list) || !int.TryParse(step[(bracket + 1)..^1], out var row) || row < 0 || row >= list.Count)
            {
                return FeelValue.Null;
            }

            value = list[row];
        }

        return value;
    }

    /// <summary>The same answers with one at the form's root replaced; null takes it away.</summary>
    public FormData With(string key, FeelValue value) => new(
        value.IsNull ? FeelContext.From(Values.Entries.Where(e => e.Key != key)) : Values.With(key, value));

    /// <summary>Reads answers by a form: types checked, sizes bounded, unknown keys named. Computed fields are not taken from outside.</summary>
    public static FormReading Read(Form form, JsonElement answers)
    {
        try
        {
            return AnswerReader.Read(form, answers);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON but no text.
            return new FormReading(Empty, [new FieldError("", "forms.json")]);
        }
    }

    /// <summary>Reads answers from JSON text.</summary>
    public static FormReading Read(Form form, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            return Read(form, document.RootElement);
        }
        catch (JsonException)
        {
            return new FormReading(Empty, [new FieldError("", "forms.json")]);
        }
    }

    /// <summary>The answers as plain JSON, keys in order.</summary>
    public string ToJson() => AnswerWriter.Write(Values);

    /// <inheritdoc />
    public override string ToString() => Values.ToString();
}

/// <summary>Answers as far as they could be read.</summary>
/// <param name="Data">What has the right type.</param>
/// <param name="Errors">What has not, by path.</param>
public sealed record FormReading(FormData Data, ImmutableArray<FieldError> Errors);
