namespace Approvals.Domain.Forms;

/// <summary>How a form stands with given answers: what is shown, computed, chosen from, and wrong.</summary>
/// <param name="Data">The answers that count: hidden ones dropped, computed ones added.</param>
/// <param name="Components">What is shown, in order, rows of repeated groups included.</param>
/// <param name="Unplaced">Errors of keys that the form does not have.</param>
/// <param name="Diagnostics">Mistakes of the form's author met on the way.</param>
public sealed record FormState(
    FormData Data, ImmutableArray<ComponentState> Components, ImmutableArray<FieldError> Unplaced, ImmutableArray<FeelDiagnostic> Diagnostics)
{
    /// <summary>All errors in order.</summary>
    public ImmutableArray<FieldError> Errors => [.. Unplaced, .. Components.SelectMany(c => c.Errors)];

    public bool IsValid => Unplaced.IsEmpty && Components.All(c => c.Errors.IsEmpty);

    /// <summary>The shown component of a value.</summary>
    public ComponentState? At(string path) => Components.FirstOrDefault(c => c.Path == path);
}

/// <summary>How one shown component stands.</summary>
/// <param name="Path">Path of its value with row numbers; for what has none, <c>#</c> and its id.</param>
/// <param name="Component">The component.</param>
/// <param name="Access">Editable or read-only; what is hidden is not among the components.</param>
/// <param name="IsRequired">Whether an answer is needed now.</param>
/// <param name="Value">Its value; the rows of a table; null where there is none.</param>
/// <param name="Options">The choices, where there are any.</param>
/// <param name="Errors">What is wrong with its value.</param>
public sealed record ComponentState(
    string Path,
    FormComponent Component,
    FieldAccess Access,
    bool IsRequired,
    FeelValue Value,
    ImmutableArray<FormOption> Options,
    ImmutableArray<FieldError> Errors)
{
    /// <summary>The text of a text component with its expressions filled in.</summary>
    public LocalText? Text { get; init; }
}
