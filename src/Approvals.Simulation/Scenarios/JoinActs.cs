using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What reviewers do with others: delegate, add and remove signers, ask, copy, urge, decide in a batch, extend, stop and resume.</summary>
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
        "urge" => UrgeAsync(user),
        "batch" => BatchAsync(act, user, office),
        "extend" => office.OnTaskAsync<ExtendLimit, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), act.Length ?? 0, Note(act), stage.Click()), user, CancellationToken.None)),
        "stopClock" or "resumeClock" => office.OnTaskAsync<StopClock, ActDone>(act, user, (use, task) => use.HandleAsync(new(task.Id, Etag.Of(task), act.Act == "stopClock", Note(act), stage.Click()), user, CancellationToken.None)),
        _ => null,
    };

    private async Task<Error?> UrgeAsync(CurrentUser user) =>
        (await stage.Simulator.InScopeAsync(services => services.GetRequiredService<UrgeCase>().HandleAsync(new(stage.CaseId ?? Guid.Empty), user, CancellationToken.None))).Error;

    private Task<Error?> BatchAsync(PersonAct act, CurrentUser user, OfficeActs office) => office.OnTaskAsync<BatchAct, BatchAct.Outcome>(act, user, async (use, task) =>
    {
        var done = await use.HandleAsync(new([new(task.Id, Etag.Of(task))], act.Outcome ?? "approve", Note(act), stage.Click()), user, CancellationToken.None);
        return done.IsSuccess && done.Value[0].Refused is { } refused ? refused : done.Map(d => d[0]);
    });

    private Guid To(PersonAct act) => act.To is { } key ? stage.Cast.UserOf(key) : Guid.Empty;

    private static string? Note(PersonAct act) => act.Reason ?? act.Opinion;
}
