using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Secrets;
using Approvals.Domain.Scenarios;
using Approvals.Feel;
using Approvals.Simulation.Scenarios;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Replay;

/// <summary>What other cases, other systems and administrators had done, sent to the case as it was then, with the ids that the steps have here.</summary>
internal sealed class OutsideActs(Stage stage)
{
    /// <summary>Lets it happen; why it has no place here, or null.</summary>
    internal async Task<Error?> HappenAsync(OutsideEvent happens, CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        if (happens.Event is IncidentResolved && state.Incidents.All(i => i.Activity != happens.Activity))
        {
            // What stood still then goes on by itself here.
            return null;
        }

        return Here(happens, state) is not { } here ? Missing(happens) : await SendAsync(stage.CaseId!.Value, here, cancellationToken);
    }

    /// <summary>Opens the case as another one had: with a row of who asked, and the event that asks.</summary>
    internal async Task<Error?> OpenAsync(OpenedByAnother opened, CancellationToken cancellationToken)
    {
        var child = await stage.Simulator.InScopeAsync(async services =>
        {
            var (context, vault, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<Vault>(), services.GetRequiredService<IIdSource>());
            var parent = await ParentAsync(context, vault, ids, opened, cancellationToken);
            var id = ids.Next();
            context.Cases.Add(parent);
            context.ChildCases.Add(new ChildCase
            {
                ChildCaseId = id, ParentCaseId = parent.Id, Key = "c1", ActivityId = "–", ServiceCode = stage.Service, IsAwaited = false, EndsWithParent = false,
                Payload = await vault.SealAsync(parent.KeyId, Encoding.UTF8.GetBytes(FeelJson.ToJson(opened.Given)), ChildCase.Place(id), cancellationToken),
                State = ChildCaseState.Asked, At = stage.Simulator.Now,
            });
            await services.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken);
            return id;
        });
        var refused = await SendAsync(child, new Started(null), cancellationToken);
        stage.CaseId = refused is null ? child : null;
        return refused;
    }

    private async Task<Case> ParentAsync(ApprovalsDbContext context, Vault vault, IIdSource ids, OpenedByAnother opened, CancellationToken cancellationToken)
    {
        var account = stage.Cast.UserOf(opened.Applicant);
        var person = await context.Users.Where(u => u.Id == account).Select(u => u.PersonId!.Value).SingleAsync(cancellationToken);
        var region = await context.Regions.AsNoTracking().SingleAsync(r => r.Code == opened.Region, cancellationToken);
        var employer = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Uscc == opened.Employer, cancellationToken);
        var id = ids.Next();
        return new Case
        {
            Id = id, Number = id.ToString("N"), ServiceCode = "–", ServiceName = new LocalText("", ""), ServiceVersionId = ids.Next(), ApplicantPersonId = person,
            ApplicantUserId = account, ApplicantMaskedName = "", FiledByUserId = opened.Filer is { } filer ? stage.Cast.UserOf(filer) : account,
            FiledBy = opened.Filer is null ? FiledBy.Applicant : FiledBy.Agent, OrganisationId = employer?.Id, OrganisationName = employer?.Name, RegionCode = region.Code,
            RegionPath = region.Path, KeyId = vault.Create("case").Id, State = "UnderReview", SubmittedAt = stage.Simulator.Now,
        };
    }

    /// <summary>The same event with the ids of this state; null where the step that heard it does not wait for it.</summary>
    private static WorkflowEvent? Here(OutsideEvent happens, WorkflowState state)
    {
        string? Awaited() => state.Bookmarks.OfType<SignalBookmark>().FirstOrDefault(b => b.Activity == happens.Activity)?.Id;
        return happens.Event switch
        {
            ChildFinished e => Awaited() is { } id ? e with { Child = id } : null,
            ExternalReplied e => Awaited() is { } id ? e with { Request = id } : null,
            NoticeEnded e => Awaited() is { } id ? e with { Notice = id } : null,
            MovedByAdministrator e => state.Executions.FirstOrDefault(x => x.Activity == happens.Activity && !x.Left) is { } place ? e with { Execution = place.Id } : null,
            IncidentResolved e => e with { Incident = state.Incidents.First(i => i.Activity == happens.Activity).Id },
            var other => other,
        };
    }

    private async Task<Error?> SendAsync(Guid target, WorkflowEvent happened, CancellationToken cancellationToken)
    {
        var sent = await stage.Simulator.InScopeAsync(async services =>
        {
            var inbound = services.GetRequiredService<OutboxWriter>().Send(target, happened.ToJson(), stage.Click());
            await services.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken);
            return inbound.Id;
        });
        await stage.Simulator.DrainAsync(cancellationToken);
        var row = await stage.Simulator.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().InboundEvents.AsNoTracking().SingleAsync(e => e.Id == sent, cancellationToken));
        return row.State == InboundState.Consumed ? null : new Error(row.LastError ?? "simulation.noTask", ErrorKind.Conflict);
    }

    private static Error Missing(OutsideEvent happens) => new Error("simulation.noTask", ErrorKind.NotFound).With("activity", happens.Activity ?? "–");

    private Task<WorkflowState> StateAsync(CancellationToken cancellationToken) => stage.Simulator.InScopeAsync(async s => WorkflowState.FromJson(
        await s.GetRequiredService<ApprovalsDbContext>().CaseStates.Where(c => c.CaseId == stage.CaseId).Select(c => c.State).SingleAsync(cancellationToken)));
}
