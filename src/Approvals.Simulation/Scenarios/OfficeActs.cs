using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Notices;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What offices and the public do.</summary>
internal sealed class OfficeActs(Stage stage)
{
    /// <summary>Decides a task by an act or an outcome of the definition.</summary>
    internal Task<Error?> DecideAsync(PersonAct act, CurrentUser user) => OnTaskAsync<CompleteTask, ActDone>(act, user, (use, task) =>
        use.HandleAsync(
            new CompleteTask.Request(task.Id, Etag.Of(task), act.Outcome ?? act.Act, stage.Click())
            {
                Opinion = act.Opinion ?? act.Reason, Form = Values(act), Promised = act.Documents,
            },
            user,
            CancellationToken.None));

    internal Task<Error?> ReturnAsync(PersonAct act, CurrentUser user) => OnTaskAsync<ReturnTask, ActDone>(act, user, (use, task) =>
        use.HandleAsync(
            new ReturnTask.Request(task.Id, Etag.Of(task), act.To ?? ReturnTask.ToApplicant, act.Reason ?? act.Opinion, stage.Click())
            {
                Fields = act.Fields, Documents = act.Documents,
            },
            user,
            CancellationToken.None));

    internal Task<Error?> CorrectAsync(PersonAct act, CurrentUser user) => OnTaskAsync<CorrectTask, ActDone>(act, user, (use, task) =>
        use.HandleAsync(
            new CorrectTask.Request(task.Id, Etag.Of(task), act.Opinion ?? act.Reason, stage.Click()) { Fields = act.Fields, Documents = act.Documents },
            user,
            CancellationToken.None));

    internal Task<Error?> TransferAsync(PersonAct act, CurrentUser user) => OnTaskAsync<TransferTask, ActDone>(act, user, (use, task) =>
        use.HandleAsync(
            new TransferTask.Request(task.Id, Etag.Of(task), stage.Cast.UserOf(act.To!), act.Reason ?? act.Opinion, stage.Click()), user, CancellationToken.None));

    internal Task<Error?> RecuseAsync(PersonAct act, CurrentUser user) => OnTaskAsync<Recuse, ActDone>(act, user, (use, task) =>
        use.HandleAsync(new Recuse.Request(task.Id, Etag.Of(task), act.Reason ?? act.Opinion, stage.Click()), user, CancellationToken.None));

    internal Task<Error?> ClaimAsync(PersonAct act, CurrentUser user) => OnTaskAsync<ClaimTask, ActDone>(act, user, (use, task) =>
        use.HandleAsync(new ClaimTask.Request(task.Id), user, CancellationToken.None));

    internal Task<Error?> ReleaseAsync(PersonAct act, CurrentUser user) => OnTaskAsync<ReleaseTask, ActDone>(act, user, (use, task) =>
        use.HandleAsync(new ReleaseTask.Request(task.Id), user, CancellationToken.None));

    internal Task<Error?> RuleAsync(PersonAct act, CurrentUser user) => OnTaskAsync<RuleObjection, ActDone>(act, user, (use, task) =>
        use.HandleAsync(
            new RuleObjection.Request(task.Id, Etag.Of(task), act.Outcome == TaskOutcomes.Upheld, act.Opinion ?? act.Reason, stage.Click()),
            user,
            CancellationToken.None));

    /// <summary>Somebody objects to the notice that stands.</summary>
    internal async Task<Error?> ObjectAsync(PersonAct act, CurrentUser user)
    {
        var notice = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().PublicNotices
            .Where(n => n.CaseId == stage.CaseId && (act.Activity == null || n.ActivityId == act.Activity)).OrderByDescending(n => n.PublishedAt)
            .Select(n => (Guid?)n.Id).FirstOrDefaultAsync());
        var request = new FileObjection.Request(notice ?? Guid.Empty, user.Name, "scenario", act.Reason ?? act.Opinion ?? "", stage.Click());
        return (await stage.Simulator.InScopeAsync(s => s.GetRequiredService<FileObjection>().HandleAsync(request, user, CancellationToken.None))).Error;
    }

    internal async Task<Error?> OnTaskAsync<TUse, T>(PersonAct act, CurrentUser user, Func<TUse, TaskItem, Task<Result<T>>> run)
        where TUse : notnull =>
        await stage.TaskAsync(act.Activity, user) is { } task
            ? (await stage.Simulator.InScopeAsync(s => run(s.GetRequiredService<TUse>(), task))).Error
            : ApplicantActs.NoTask(act);

    internal static Dictionary<string, JsonElement>? Values(PersonAct act) =>
        act.Form is { ValueKind: JsonValueKind.Object } form ? form.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : null;
}
