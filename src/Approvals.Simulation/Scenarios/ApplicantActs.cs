using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Corrections;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Domain.Forms;
using Approvals.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What an applicant does: apply, correct, supply, withdraw.</summary>
internal sealed class ApplicantActs(Stage stage)
{
    private static readonly string[] Fillable = ["Fill", "Correction", "Promise", "Statement"];

    /// <summary>Fills in the form of a step: the application itself, or what a task asks for.</summary>
    internal Task<Error?> SubmitAsync(PersonAct act, CurrentUser user) =>
        stage.CaseId is null ? ApplyAsync(act, user) : CorrectAsync(act, user);

    /// <summary>Brings promised documents.</summary>
    internal async Task<Error?> SupplyAsync(PersonAct act, CurrentUser user)
    {
        if (await stage.TaskAsync(act.Activity, user, "Promise") is not { } task)
        {
            return NoTask(act);
        }

        await UploadToCaseAsync(act, user);
        return await RunAsync<SupplyDocuments, Application.Tasks.ActDone>(use =>
            use.HandleAsync(new SupplyDocuments.Request(task.Id, stage.Click()), user, CancellationToken.None));
    }

    /// <summary>Makes a statement or defence, in words or by the step's form.</summary>
    internal async Task<Error?> StateAsync(PersonAct act, CurrentUser user)
    {
        if (act.Form is not null)
        {
            return await CorrectAsync(act, user);
        }

        return await stage.TaskAsync(act.Activity, user, "Statement") is { } task
            ? await RunAsync<FileStatement, Application.Tasks.ActDone>(use =>
                use.HandleAsync(new FileStatement.Request(task.Id, act.Opinion ?? act.Reason, stage.Click()), user, CancellationToken.None))
            : NoTask(act);
    }

    /// <summary>Takes the application back.</summary>
    internal Task<Error?> WithdrawAsync(PersonAct act, CurrentUser user) => RunAsync<WithdrawCase, Unit>(use =>
        use.HandleAsync(new WithdrawCase.Request(stage.CaseId!.Value, act.Reason), user, CancellationToken.None));

    internal static Error NoTask(PersonAct act) => new Error("simulation.noTask", ErrorKind.NotFound).With("activity", act.Activity ?? "–");

    private async Task<Error?> ApplyAsync(PersonAct act, CurrentUser user)
    {
        var opened = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<OpenDraft>()
            .HandleAsync(Opening(act, user), user, CancellationToken.None));
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var draft = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<DraftLoader>().LoadAsync(opened.Value.Id, user, CancellationToken.None));
        if (!draft.IsSuccess)
        {
            return draft.Error;
        }

        var values = Values(act);
        foreach (var type in act.Documents)
        {
            var file = await stage.UploadAsync(type, draft.Value.Row.KeyId, user.Id, draft.Value.Row.Id, null);
            Pick(draft.Value.Form, type, file, values);
        }

        var saved = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<SaveDraft>().HandleAsync(
            new SaveDraft.Request(draft.Value.Row.Id, values, Etag.Of(draft.Value.Row)), user, CancellationToken.None));
        return saved.IsSuccess ? await SendAsync(draft.Value.Row.Id, saved.Value.Etag, user) : saved.Error;
    }

    /// <summary>One's own, or for somebody else: as the employer's agent, or as a clerk at a counter.</summary>
    private OpenDraft.Request Opening(PersonAct act, CurrentUser user) => act.For is { } other
        ? new OpenDraft.Request(stage.Service, stage.Cast.PersonOf(other), user.AgentOf.Cast<Guid?>().FirstOrDefault())
        : new OpenDraft.Request(stage.Service);

    private async Task<Error?> SendAsync(Guid draft, string etag, CurrentUser user)
    {
        var submitted = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<SubmitDraft>()
            .HandleAsync(new SubmitDraft.Request(draft, etag, stage.Click()), user, CancellationToken.None));
        stage.CaseId = submitted.IsSuccess ? submitted.Value.CaseId : stage.CaseId;
        return submitted.Error;
    }

    private async Task<Error?> CorrectAsync(PersonAct act, CurrentUser user)
    {
        if (await stage.TaskAsync(act.Activity, user, Fillable) is not { } task)
        {
            return NoTask(act);
        }

        var files = await UploadToCaseAsync(act, user);
        var loaded = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<CorrectionLoader>().LoadAsync(task.Id, user, CancellationToken.None));
        if (!loaded.IsSuccess)
        {
            return loaded.Error;
        }

        var values = Values(act);
        files.ForEach(f => Pick(loaded.Value.Form, f.Type, f.Id, values));
        var open = values.Where(v => loaded.Value.Open is not { } paths
            || paths.Any(p => FieldPath.Covers(v.Key, p) || FieldPath.Covers(p, v.Key))).ToDictionary(v => v.Key, v => v.Value);
        return await RunAsync<SubmitCorrection, Application.Tasks.ActDone>(use =>
            use.HandleAsync(new SubmitCorrection.Request(task.Id, null, stage.Click()) { Values = open }, user, CancellationToken.None));
    }

    private async Task<List<(string Type, Guid Id)>> UploadToCaseAsync(PersonAct act, CurrentUser user)
    {
        var key = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().Cases
            .Where(c => c.Id == stage.CaseId).Select(c => c.KeyId).SingleAsync());
        List<(string Type, Guid Id)> files = [];
        foreach (var type in act.Documents)
        {
            files.Add((type, await stage.UploadAsync(type, key, user.Id, null, stage.CaseId)));
        }

        return files;
    }

    private static Dictionary<string, JsonElement> Values(PersonAct act) =>
        act.Form is { ValueKind: JsonValueKind.Object } form ? form.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];

    /// <summary>Puts a file into the picker of its type.</summary>
    private static void Pick(Form form, string type, Guid file, Dictionary<string, JsonElement> values)
    {
        if (form.All.FirstOrDefault(f => f.Rules.Document == type && f.Key == f.Path && f.Key is not null)?.Key is { } key)
        {
            values[key] = JsonSerializer.SerializeToElement(new[] { file.ToString() });
        }
    }

    private async Task<Error?> RunAsync<TUse, T>(Func<TUse, Task<Result<T>>> run)
        where TUse : notnull =>
        (await stage.Simulator.InScopeAsync(s => run(s.GetRequiredService<TUse>()))).Error;
}
