using System.Collections.Immutable;
using Approvals.Application.Policies;
using Approvals.Application.WorkTasks;
using Approvals.Domain.Scenarios;

namespace Approvals.Application.Rehearsals;

/// <summary>What a scenario has come to after its acts: a rehearsal keeps nothing but the scenario itself, and plays it anew each time.</summary>
/// <param name="Now">The instant on its clock.</param>
/// <param name="Done">How many acts were done; the act after them is the one that failed, if any.</param>
/// <param name="Failed">Why an act failed; null when none did.</param>
/// <param name="Tasks">What waits for somebody now.</param>
/// <param name="Run">What was seen.</param>
/// <param name="Differences">What came out otherwise than the scenario expects.</param>
public sealed record Rehearsal(
    DateTimeOffset Now, int Done, Error? Failed, ImmutableArray<RehearsedTask> Tasks, ScenarioRun Run, ImmutableArray<Error> Differences);

/// <summary>Something that waits for somebody.</summary>
/// <param name="Activity">The step's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of step it is, such as <c>Review</c>.</param>
/// <param name="By">Keys of the people of the scenario who may do it; none when nobody can.</param>
/// <param name="DueAt">When it is due; null where there is no limit.</param>
/// <param name="Page">What the first of them sees, acts and form included; null where it is an applicant's, whose form the definition names.</param>
/// <param name="Form">The form's id, where it has one.</param>
public sealed record RehearsedTask(
    string Activity, LocalText Name, string Kind, ImmutableArray<string> By, DateTimeOffset? DueAt, WorkTaskDto? Page, string? Form);

/// <summary>Plays one scenario of a package and looks at what waits after it: the simulator, which lies above this project.</summary>
public interface IRehearsalStage
{
    /// <summary>Plays a scenario on the application with a service's files.</summary>
    /// <param name="packages">The service's files and the shared ones.</param>
    /// <param name="service">The service's code.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="language">The language of names and labels.</param>
    /// <param name="cancellationToken">Stops between acts.</param>
    public Task<Rehearsal> PlayAsync(PackageTree packages, string service, Scenario scenario, string language, CancellationToken cancellationToken);
}
