namespace Approvals.Domain.Forms;

/// <summary>What a person may do with a field.</summary>
public enum FieldAccess
{
    Editable,
    ReadOnly,

    /// <summary>Neither shown nor sent.</summary>
    Hidden,
}

/// <summary>Which fields a task shows and opens. A path covers what is inside it.</summary>
public sealed record FieldRights
{
    /// <summary>Every field open.</summary>
    public static FieldRights All { get; } = new();

    /// <summary>Nothing open.</summary>
    public static FieldRights None { get; } = new() { Editable = [] };

    /// <summary>The only fields that are open, as on a correction; null: all that are not named otherwise.</summary>
    public ImmutableArray<string>? Editable { get; init; }

    public ImmutableArray<string> ReadOnly { get; init; } = [];

    public ImmutableArray<string> Hidden { get; init; } = [];

    /// <summary>Only the named fields are open, all others are shown.</summary>
    public static FieldRights Only(IEnumerable<string> open) => new() { Editable = [.. open] };

    /// <summary>What may be done with the field at a path.</summary>
    public FieldAccess AccessTo(string path)
    {
        if (Hidden.Any(p => FieldPath.Covers(p, path))) return FieldAccess.Hidden;
        if (ReadOnly.Any(p => FieldPath.Covers(p, path))) return FieldAccess.ReadOnly;
        return Editable is { } open && !open.Any(p => FieldPath.Covers(p, path)) ? FieldAccess.ReadOnly : FieldAccess.Editable;
    }
}

/// <summary>A stored file that an answer may name.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Type">The document type it was uploaded as.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Format">Its format by content: pdf, jpg, …</param>
/// <param name="Bytes">Its size.</param>
public sealed record FormFile(string Id, string Type, string Name, string Format, long Bytes);

/// <summary>Everything around a form's data that its expressions and rules may look at.</summary>
public sealed record FormScope
{
    public required DateTimeOffset Now { get; init; }

    public required DateOnly Today { get; init; }

    public FeelContext Case { get; init; } = FeelContext.Empty;

    public FeelContext Applicant { get; init; } = FeelContext.Empty;

    /// <summary>The service's <c>settings</c>.</summary>
    public FeelContext Settings { get; init; } = FeelContext.Empty;

    /// <summary>Named lists of choices; a list that is missing here has no choices.</summary>
    public ImmutableDictionary<string, ImmutableArray<FormOption>> Lists { get; init; } =
        ImmutableDictionary<string, ImmutableArray<FormOption>>.Empty;

    /// <summary>Files by id that the person may refer to; null where files are not checked.</summary>
    public ImmutableDictionary<string, FormFile>? Files { get; init; }

    public FieldRights Rights { get; init; } = FieldRights.All;

    /// <summary>Roles of the person who looks; null: the system itself, which reads everything.</summary>
    public ImmutableArray<string>? Roles { get; init; }

    /// <summary>The answers as they stand: what is not open keeps its value from here.</summary>
    public FormData Before { get; init; } = FormData.Empty;

    /// <summary>Paths, rows left out, that the answers bring on and <see cref="Before"/> did not show; set by the evaluator.</summary>
    internal ImmutableHashSet<string> NewlyShown { get; init; } = [];

    /// <summary>What may be done with a field, its <c>readers</c> considered.</summary>
    public FieldAccess AccessTo(FormComponent field, string path) =>
        Roles is { } roles && !field.Rules.Readers.IsEmpty && !field.Rules.Readers.Intersect(roles).Any() ? FieldAccess.Hidden
            : Rights.AccessTo(path);
}
