using System.Text.Json;

namespace Approvals.Domain.Forms;

/// <summary>Reads answers by the components of a form.</summary>
internal sealed class AnswerReader
{
    /// <summary>A repeated group beyond this is no form any more.</summary>
    internal const int MostRows = 500;

    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    internal static FormReading Read(Form form, JsonElement answers)
    {
        if (answers.ValueKind != JsonValueKind.Object) return new FormReading(FormData.Empty, [new FieldError("", "forms.json")]);
        var reader = new AnswerReader();
        var values = reader.ReadInto(form.Components, answers, "");
        return new FormReading(new FormData(values), reader._errors.ToImmutable());
    }

    private FeelContext ReadInto(ImmutableArray<FormComponent> components, JsonElement answers, string parent)
    {
        var named = Named(components).ToDictionary(c => c.Key!, StringComparer.Ordinal);
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in answers.EnumerateObject())
        {
            if (named.ContainsKey(property.Name)) given[property.Name] = property.Value;
            else _errors.Add(new FieldError(FieldPath.Join(parent, Shortened(property.Name)), "forms.unknown").With("key", Shortened(property.Name)));
        }

        var values = named.Values.Where(c => given.ContainsKey(c.Key!))
            .Select(c => KeyValuePair.Create(c.Key!, ReadValue(c, given[c.Key!], FieldPath.Join(parent, c.Key!)))).ToList();
        return FeelContext.From(values.Where(v => !v.Value.IsNull));
    }

    private FeelValue ReadValue(FormComponent component, JsonElement answer, string path)
    {
        if (answer.ValueKind == JsonValueKind.Null) return FeelValue.Null;
        if (component.Type == FormComponentType.Dynamiclist) return ReadRows(component, answer, path);
        if (component.Type == FormComponentType.Group)
        {
            return answer.ValueKind == JsonValueKind.Object ? FeelValue.Of(ReadInto(component.Components, answer, path))
                : Wrong(path, "forms.type.object");
        }

        var read = SimpleAnswer.Read(component, answer);
        return read.Error is { } code ? Wrong(path, code) : read.Value;
    }

    private FeelValue ReadRows(FormComponent component, JsonElement answer, string path)
    {
        if (answer.ValueKind != JsonValueKind.Array) return Wrong(path, "forms.type.list");
        if (answer.GetArrayLength() > MostRows) return Wrong(path, "forms.tooManyRows");
        var rows = answer.EnumerateArray().Select((row, i) => row.ValueKind == JsonValueKind.Object
            ? FeelValue.Of(ReadInto(component.Components, row, FieldPath.Row(path, i)))
            : Wrong(FieldPath.Row(path, i), "forms.type.object"));
        return FeelValue.Of(FeelList.From([.. rows]));
    }

    private FeelValue Wrong(string path, string code)
    {
        _errors.Add(new FieldError(path, code));
        return FeelValue.Null;
    }

    /// <summary>The components whose keys stand at one level: those of a group without a path stand with its neighbours.</summary>
    internal static IEnumerable<FormComponent> Named(ImmutableArray<FormComponent> components) =>
        components.SelectMany(c => c.Key is not null ? [c] : Named(c.Components)).Where(c => c.Key is not null);

    private static string Shortened(string name) => name.Length > 64 ? name[..64] + "…" : name;
}
