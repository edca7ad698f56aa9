using System.Text.Json;

namespace Approvals.Domain.Forms;

/// <summary>
/// Decides what a form shows, computes, offers and refuses. It is the only one: the page asks it while one types, and a submit
/// asks it again, so that a rule exists once.
/// </summary>
public static class FormEvaluator
{
    /// <summary>How the form stands with the answers given so far.</summary>
    public static FormState Evaluate(Form form, FormData data, FormScope scope) => Evaluate(form, new FormReading(data, []), scope);

    /// <summary>How the form stands with answers that may be wrong in type.</summary>
    public static FormState Evaluate(Form form, FormReading reading, FormScope scope)
    {
        var around = scope.Rights.Editable is { IsEmpty: false } ? scope with { NewlyShown = NewlyShown(form, reading.Data, scope) } : scope;
        var settling = new Settling(form, reading.Data, around);
        var settled = settling.Run();
        var state = new Walk(form, reading, settled, around).Run();
        return settling.Unsettled.IsEmpty
            ? state
            : state with { Diagnostics = state.Diagnostics.Add(new FeelDiagnostic("forms.unsettled", 1, 1).With("fields", string.Join(", ", settling.Unsettled))) };
    }

    /// <summary>What a correction of the open fields brings on that was not asked before.</summary>
    private static ImmutableHashSet<string> NewlyShown(Form form, FormData answers, FormScope scope)
    {
        var before = Shown(form, scope.Before, scope with { Rights = FieldRights.All });
        var after = Shown(form, new Settling(form, answers, scope).Run(), scope with { Rights = FieldRights.All });
        return after.Except(before);
    }

    private static ImmutableHashSet<string> Shown(Form form, FormData data, FormScope scope) =>
        [.. new Walk(form, new FormReading(data, []), data, scope).Run().Components.Select(c => FieldPath.WithoutRows(c.Path))];

    /// <summary>
    /// Checks answers and gives what is stored: hidden ones dropped, computed ones added, what is not open taken from
    /// <see cref="FormScope.Before"/>.
    /// </summary>
    /// <returns>The data, or <c>forms.invalid</c> with every wrong field.</returns>
    public static Result<FormData> Submit(Form form, JsonElement answers, FormScope scope) => Submit(form, FormData.Read(form, answers), scope);

    /// <summary>Checks answers given as JSON text.</summary>
    public static Result<FormData> Submit(Form form, string json, FormScope scope) => Submit(form, FormData.Read(form, json), scope);

    /// <summary>Checks answers that were read.</summary>
    public static Result<FormData> Submit(Form form, FormReading reading, FormScope scope)
    {
        var state = Evaluate(form, reading, scope);
        return state.IsValid ? state.Data : new Error("forms.invalid") { Fields = state.Errors };
    }

    /// <summary>What the page starts with: defaults and what is known of the applicant; given answers win.</summary>
    public static FormData Prefill(Form form, FormScope scope, FormData? given = null) => Prefilling.Run(form, scope, given ?? FormData.Empty);
}
