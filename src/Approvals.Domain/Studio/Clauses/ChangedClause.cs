namespace Approvals.Domain.Studio.Clauses;

/// <summary>What became of a clause between two versions.</summary>
public enum ClauseAct
{
    /// <summary>The later names it for the first time.</summary>
    Added,

    /// <summary>The legal basis says otherwise: another document, or other articles of it.</summary>
    Document,

    /// <summary>Something that rests on it is otherwise.</summary>
    Application,

    /// <summary>The later names it no more.</summary>
    Removed,
}

/// <summary>What became of a place that rests on a changed clause.</summary>
public enum ClauseUseState
{
    /// <summary>It stands as it did: somebody is to look whether it still fits.</summary>
    ToLookAt,

    /// <summary>It was changed too.</summary>
    Changed,

    /// <summary>It rests on the clause only now.</summary>
    Added,

    /// <summary>It rests on the clause no more.</summary>
    Removed,
}

/// <summary>A place that rests, or rested, on a changed clause.</summary>
/// <param name="Use">The place; as it was where it is gone.</param>
/// <param name="State">What became of it.</param>
public sealed record ChangedUse(ClauseUse Use, ClauseUseState State);

/// <summary>A clause that changed between two versions, with what depends on it.</summary>
/// <param name="Document">The document as its title or as it is called.</param>
/// <param name="Basis">The id of the legal basis that is this document, or null.</param>
/// <param name="Article">The number of the article.</param>
/// <param name="Act">What became of it.</param>
/// <param name="Uses">What depends on it, what is gone last.</param>
public sealed record ChangedClause(string Document, string? Basis, int Article, ClauseAct Act, ImmutableArray<ChangedUse> Uses);
