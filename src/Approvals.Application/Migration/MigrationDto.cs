using Approvals.Workflows;

namespace Approvals.Application.Migration;

/// <summary>Where a step of the old version goes.</summary>
/// <param name="Activity">The step's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="To">The step that takes its place; null when there is none.</param>
/// <param name="ToName">What people call that.</param>
/// <param name="Found">How it was found: by id, by kind and name, named by staff, or not at all.</param>
/// <param name="Choices">The steps of the same kind in the new version.</param>
public sealed record StepPlaceDto(string Activity, string Name, string? To, string? ToName, PlaceFound Found, IReadOnlyList<Paging.OptionDto> Choices);

/// <summary>What a migration would start from.</summary>
/// <param name="Service">The service's code.</param>
/// <param name="FromNumber">The number of the version that cases follow.</param>
/// <param name="ToNumber">The number of the version they shall follow.</param>
/// <param name="OpenCases">How many cases under way follow the old version.</param>
/// <param name="Steps">The place of each step in which a case can stand.</param>
public sealed record MigrationPlanDto(string Service, int FromNumber, int ToNumber, int OpenCases, IReadOnlyList<StepPlaceDto> Steps);

/// <summary>A task of a case, before and after.</summary>
/// <param name="Step">The step's name after the migration.</param>
/// <param name="Was">Its name before.</param>
/// <param name="Holder">Who has it, or null while it lies in a queue.</param>
/// <param name="DueBefore">The day it is due now, or null.</param>
/// <param name="DueAfter">The day it would be due, or null.</param>
public sealed record TrialTaskDto(string Step, string? Was, string? Holder, DateOnly? DueBefore, DateOnly? DueAfter);

/// <summary>What would become of one case.</summary>
/// <param name="Place">Its place in the trial, from 1.</param>
/// <param name="CaseId">The case, for whoever may know of it; else null.</param>
/// <param name="Number">Its number, for whoever may know of it; else null.</param>
/// <param name="Possible">Whether it can be migrated.</param>
/// <param name="Why">If not, why, in a policy editor's words.</param>
/// <param name="Tasks">Its open tasks.</param>
/// <param name="Waits">The names of the steps where it would stand.</param>
/// <param name="NewVariables">Variables that the new version adds, with their values, as <c>name = value</c>.</param>
/// <param name="DueBefore">The day the whole case is due now, or null.</param>
/// <param name="DueAfter">The day it would be due, or null.</param>
public sealed record TrialCaseDto(
    int Place, Guid? CaseId, string? Number, bool Possible, string? Why, IReadOnlyList<TrialTaskDto> Tasks, IReadOnlyList<string> Waits, IReadOnlyList<string> NewVariables,
    DateOnly? DueBefore, DateOnly? DueAfter);

/// <summary>A batch and how far it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service's code.</param>
/// <param name="FromNumber">The version that cases followed.</param>
/// <param name="ToNumber">The version they follow then.</param>
/// <param name="State">Pending, done, stopped or failed.</param>
/// <param name="IsRollback">Whether the cases go back, or went.</param>
/// <param name="Reason">Why it was begun.</param>
/// <param name="Total">How many cases were meant.</param>
/// <param name="Migrated">How many follow the new version.</param>
/// <param name="Refused">How many stayed.</param>
/// <param name="RolledBack">How many went back.</param>
/// <param name="Kept">How many could not go back.</param>
/// <param name="CreatedBy">Who began it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="FinishedAt">When it came to its end, or null.</param>
public sealed record MigrationBatchDto(
    Guid Id, string Service, int FromNumber, int ToNumber, MigrationState State, bool IsRollback, string Reason, int Total, int Migrated, int Refused, int RolledBack,
    int Kept, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);

/// <summary>What became of a case in a batch.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Outcome">Migrated, refused, rolled back, or kept.</param>
/// <param name="Why">Why it stayed, or null.</param>
/// <param name="At">When.</param>
public sealed record MigratedCaseDto(Guid CaseId, string Number, MigrationOutcome Outcome, string? Why, DateTimeOffset At);
