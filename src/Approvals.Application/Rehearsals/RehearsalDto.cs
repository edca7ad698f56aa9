using Approvals.Application.WorkTasks;

namespace Approvals.Application.Rehearsals;

/// <summary>What a scenario under recording has come to.</summary>
/// <param name="Now">The instant on its clock.</param>
/// <param name="Done">How many acts were done.</param>
/// <param name="Failed">Why the act after them could not be done, in words; null when all were.</param>
/// <param name="State">How the case stands; null before there is one.</param>
/// <param name="Result">Its result, once it is finished.</param>
/// <param name="Path">The steps it has passed, in order.</param>
/// <param name="Tasks">What waits for somebody now.</param>
/// <param name="Decisions">What the tables said.</param>
/// <param name="Letters">The letters that were sent, by name.</param>
/// <param name="Granted">What was granted.</param>
/// <param name="Incidents">What stands still, and why.</param>
/// <param name="Differences">What came out otherwise than the scenario expects.</param>
public sealed record RehearsalDto(
    DateTimeOffset Now, int Done, string? Failed, string? State, string? Result, IReadOnlyList<string> Path, IReadOnlyList<RehearsedTaskDto> Tasks,
    IReadOnlyList<RehearsedDecisionDto> Decisions, IReadOnlyList<string> Letters, IReadOnlyList<RehearsedGrantDto> Granted, IReadOnlyList<string> Incidents,
    IReadOnlyList<string> Differences)
{
    /// <summary>A rehearsal in a reader's words.</summary>
    public static RehearsalDto Of(Rehearsal rehearsal, MessageCatalog texts, string language) => new(
        rehearsal.Now, rehearsal.Done, rehearsal.Failed is { } failed ? texts.Format(failed, language) : null, rehearsal.Run.State, rehearsal.Run.Result, rehearsal.Run.Path,
        [.. rehearsal.Tasks.Select(t => new RehearsedTaskDto(t.Activity, t.Name.In(language), t.Kind, t.By, t.DueAt, t.Page, t.Form))],
        [.. rehearsal.Run.Decisions.Select(d => new RehearsedDecisionDto(d.Decision, d.Outcome, d.Rules ?? [], d.Clauses ?? []))],
        rehearsal.Run.Letters, [.. rehearsal.Run.Entitlements.Select(e => new RehearsedGrantDto(e.Kind, e.Level, e.ValidTo, e.Items ?? []))],
        rehearsal.Run.Incidents, [.. rehearsal.Differences.Select(d => texts.Format(d, language))]);
}

/// <summary>Something that waits for somebody of the scenario.</summary>
/// <param name="Activity">The step's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of step it is, such as <c>Review</c>.</param>
/// <param name="By">Keys of those who may do it; none when nobody can.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="Page">What the first of them sees, acts and form included; null where it is an applicant's.</param>
/// <param name="Form">The form's id, where it has one.</param>
public sealed record RehearsedTaskDto(
    string Activity, string Name, string Kind, IReadOnlyList<string> By, DateTimeOffset? DueAt, WorkTaskDto? Page, string? Form);

/// <summary>What a table said.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Outcome">Its outcome, where it has one.</param>
/// <param name="Rules">The numbers of the rules that matched.</param>
/// <param name="Clauses">The clauses they name.</param>
public sealed record RehearsedDecisionDto(string Decision, string? Outcome, IReadOnlyList<int> Rules, IReadOnlyList<string> Clauses);

/// <summary>Something granted.</summary>
/// <param name="Kind">What.</param>
/// <param name="Level">Its level.</param>
/// <param name="ValidTo">Its last day.</param>
/// <param name="Items">What it holds.</param>
public sealed record RehearsedGrantDto(string Kind, string? Level, DateOnly? ValidTo, IReadOnlyList<string> Items);
