using System.Collections.Immutable;

namespace Approvals.Application.Audit;

/// <summary>Something that is not as it was written.</summary>
/// <param name="Code">Key of its text, such as <c>audit.entryEdited</c>.</param>
/// <param name="Subject">Which one: an entry's id, a seal's number, or a case's id and event number.</param>
public sealed record AuditFinding(string Code, string Subject)
{
    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty.Add("subject", Subject);

    /// <summary>The same finding with one more placeholder value.</summary>
    public AuditFinding With(string name, object value) => this with { Data = Data.SetItem(name, $"{value}") };
}

/// <summary>What a verification found.</summary>
/// <param name="Findings">Everything that is wrong; empty when all is as it was written.</param>
/// <param name="Entries">How many sealed entries were checked.</param>
/// <param name="Events">How many case events were checked.</param>
/// <param name="Unsealed">How many entries have no seal yet and so are not proved.</param>
public sealed record AuditReport(IReadOnlyList<AuditFinding> Findings, long Entries, long Events, long Unsealed)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Findings.Count == 0;
}
