using System.Collections.Immutable;

namespace Approvals.Application.Projections;

/// <summary>A row that says something else than the state of its case.</summary>
/// <param name="Code">Key of its text, such as <c>projections.taskMissing</c>.</param>
/// <param name="Bookmark">The engine's id of the task or timer.</param>
public sealed record ProjectionDifference(string Code, string Bookmark)
{
    /// <summary>The case's number.</summary>
    public string CaseNumber { get; init; } = "";

    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data =>
        ImmutableSortedDictionary<string, string>.Empty.Add("case", CaseNumber).Add("bookmark", Bookmark);
}
