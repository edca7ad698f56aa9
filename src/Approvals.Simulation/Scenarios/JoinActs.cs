using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;

namespace Approvals.Simulation.Scenarios;

/// <summary>What reviewers do with others: delegate, add and remove signers, ask, copy, extend, stop and resume.</summary>
internal sealed class JoinActs(Stage stage)
{
    /// <summary>Does an act; null when it is none of these.</summary>
    internal Task<Error?>? Find(PersonAct act, CurrentUser user, OfficeActs office) => act.Act switch
    {
        "delegate" => office.OnTaskAsync<DelegateTask, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), To(act), Note(act), stage.Click()), user, CancellationToken.None)),
        "takeBack" => office.OnTaskAsync<TakeBackTask, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Note(act), stage.Click()), user, CancellationToken.None)),
        "addSigner" => office.OnTaskAsync<AddSigner, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), To(act), Enum.Parse<SignerPlace>(act.Place ?? nameof(SignerPlace.After), ignoreCase: true), Note(act), stage.Click()), user, CancellationToken.None)),
        "removeSigner" => office.OnTaskAsync<RemoveSigner, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, To(act), Note(act), stage.Click()), user, CancellationToken.None)),
        "askOpinion" => office.OnTaskAsync<AskOpinion, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), To(act), Note(act), stage.Click()), user, CancellationToken.None)),
        "copy" => office.OnTaskAsync<CopyCase, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), [To(act)], Note(act), stage.Click()), user, CancellationToken.None)),
        "extend" => office.OnTaskAsync<ExtendLimit, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), act.Length ?? 0, Note(act), stage.Click()), user, CancellationToken.None)),
        "stopClock" or "resumeClock" => office.OnTaskAsync<StopClock, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), act.Act == "stopClock", Note(act), stage.Click()), user, CancellationToken.None)),
        _ => null,
    };

    private Guid To(PersonAct act) => act.To is { } key ? stage.Cast.UserOf(key) : Guid.Empty;

    private static string? Note(PersonAct act) => act.Reason ?? act.Opinion;
}
