namespace Approvals.Domain.Studio.Clauses;

/// <summary>What names a clause.</summary>
public enum ClauseArea
{
    /// <summary>A setting of the service.</summary>
    Setting,

    /// <summary>A rule of a decision table.</summary>
    Rule,

    /// <summary>A step of the flow.</summary>
    Step,

    /// <summary>A field of a form.</summary>
    Form,

    /// <summary>A sentence of a letter.</summary>
    Letter,
}

/// <summary>A place that rests on a clause.</summary>
/// <param name="Area">What it is.</param>
/// <param name="File">The file.</param>
/// <param name="Place">Where in it: an address, a step's or rule's id, a field's key or <c>line 3</c>.</param>
/// <param name="Text">The words that name the clause.</param>
public sealed record ClauseUse(ClauseArea Area, string File, string Place, string Text)
{
    /// <summary>What people call the decision, step, field or setting; null where it has no name.</summary>
    public LocalText? Owner { get; init; }

    /// <summary>The decision's id, where it is about one.</summary>
    public string? Decision { get; init; }

    /// <summary>The number of the rule in its table, from 1.</summary>
    public int? Row { get; init; }
}

/// <summary>An article of a document and what depends on it.</summary>
/// <param name="Document">The document as its title or as it is called.</param>
/// <param name="Basis">The id of the legal basis that is this document; null when the service does not list it.</param>
/// <param name="Article">The number of the article.</param>
/// <param name="Uses">What names it, in the order of the files.</param>
public sealed record Clause(string Document, string? Basis, int Article, ImmutableArray<ClauseUse> Uses);

/// <summary>A text that may name a clause.</summary>
/// <param name="Use">The text and where it stands.</param>
/// <param name="Key">What tells its place from others of the file when some come and go.</param>
/// <param name="Content">All that stands there: the rule, step, field, setting or sentence.</param>
internal sealed record ClauseText(ClauseUse Use, string Key, Func<string> Content);

/// <summary>An article and the texts that name it.</summary>
/// <param name="Document">The document as its title or as it is called.</param>
/// <param name="Basis">The id of its legal basis, or null.</param>
/// <param name="Article">The number of the article.</param>
/// <param name="Texts">The texts, those of the legal basis itself left out.</param>
internal sealed record CitedClause(string Document, string? Basis, int Article, ImmutableArray<ClauseText> Texts);
