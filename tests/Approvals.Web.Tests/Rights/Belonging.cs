namespace Approvals.Web.Tests.Rights;

/// <summary>What belongs to a case, or to whoever filed it, or to the office it lies with; by the names the addresses go by.</summary>
/// <param name="Case">The case.</param>
/// <param name="Ids">Ids by <c>drafts</c>, <c>documents</c> and so on.</param>
/// <param name="Tasks">Tasks by the step they belong to.</param>
internal sealed record Belonging(Guid Case, IReadOnlyDictionary<string, string> Ids, IReadOnlyDictionary<string, Guid> Tasks);
