using System.Text.Json;

namespace Approvals.Domain.Forms;

/// <summary>What another version of a form does to answers that somebody gave already.</summary>
/// <param name="Dropped">Fields whose answers the other version has no place for.</param>
/// <param name="Required">Fields that the other version asks for and the answers lack, where they did not before.</param>
public sealed record FormEffect(ImmutableArray<string> Dropped, ImmutableArray<string> Required)
{
    /// <summary>The effect of a form on answers.</summary>
    /// <param name="before">The form they were given to; null when it is not known.</param>
    /// <param name="after">The form as it would be.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="scope">What the form looks at.</param>
    public static FormEffect Of(Form? before, Form after, JsonElement answers, FormScope scope)
    {
        var known = before is null ? [] : Missing(before, answers, scope).ToHashSet(StringComparer.Ordinal);
        var given = answers.ValueKind == JsonValueKind.Object
            ? answers.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null && before?.Fields.ContainsKey(p.Name) != false).Select(p => p.Name)
            : [];
        return new FormEffect([.. given.Where(key => !after.Fields.ContainsKey(key))], [.. Missing(after, answers, scope).Where(path => !known.Contains(path))]);
    }

    private static IEnumerable<string> Missing(Form form, JsonElement answers, FormScope scope) =>
        FormEvaluator.Evaluate(form, FormData.Read(form, answers), scope).Errors.Where(e => e.Code == "forms.required").Select(e => FieldPath.WithoutRows(e.Path)).Distinct();
}
