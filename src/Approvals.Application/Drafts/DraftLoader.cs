using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Forms;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Drafts;

/// <summary>Loads drafts for their owner; for everybody else there is none.</summary>
public sealed class DraftLoader(
    ApprovalsDbContext context, Vault vault, ServiceCatalog catalog, CalendarInForce calendar, PersonRegister people, NamedLists lists, TimeProvider time)
{
    /// <summary>The draft, or <c>drafts.unknown</c>, <c>drafts.notOffered</c> when the service is not in force any more.</summary>
    public async Task<Result<LoadedDraft>> LoadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await Whose(context.Drafts, user).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (row is null)
        {
            return await AbsenceAsync(id, user, cancellationToken);
        }

        if (row is { OnBehalf: FiledBy.Agent, OrganisationId: { } employer, ApplicantPersonId: { } person }
            && !await EmployerRights.HasAgreedAsync(context, employer, person, cancellationToken))
        {
            return new Error("drafts.noConsent", ErrorKind.Forbidden);
        }

        var service = await catalog.InForceAsync(row.ServiceCode, calendar.Today(time), cancellationToken);
        if (service is null || StartForm.Of(service) is not { } form)
        {
            return new Error("drafts.notOffered", ErrorKind.Conflict);
        }

        var applicant = await ApplicantAsync(row.ApplicantPersonId, user, cancellationToken);
        return applicant.IsSuccess ? await OpenAsync(row, service, form, applicant.Value, cancellationToken) : applicant.Error;
    }

    /// <summary>Why there is no such draft for somebody: who began it for an employer is told when the mandate has ended.</summary>
    private async Task<Error> AbsenceAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        await context.Drafts.AsNoTracking().Where(d => d.Id == id && d.OwnerUserId == user.Id && d.OnBehalf == FiledBy.Agent)
            .Select(d => d.OrganisationId).SingleOrDefaultAsync(cancellationToken) is { } employer
            ? await EmployerRights.RefusalAsync(context, user, employer, time.Now(), cancellationToken)
            : new Error("drafts.unknown", ErrorKind.NotFound);

    /// <summary>
    /// The drafts somebody prepares: the own ones, those of the employers whose agent they are today, and those begun at a counter where
    /// they serve today.
    /// </summary>
    internal static IQueryable<Draft> Whose(IQueryable<Draft> drafts, CurrentUser user)
    {
        var (id, employers) = (user.Id, user.AgentOf.Cast<Guid?>().ToList());
        var counters = EmployerRights.Counters(user).Select(g => (string?)g.Region).ToList();
        return drafts.Where(d => d.TaskId == null
            && (d.OnBehalf == FiledBy.Agent ? employers.Contains(d.OrganisationId)
                : d.OwnerUserId == id && (d.OnBehalf != FiledBy.Counter || counters.Contains(d.RegionCode))));
    }

    /// <summary>Who applies: the person named, else whoever is signed in.</summary>
    internal async Task<Result<ApplicantFile>> ApplicantAsync(Guid? person, CurrentUser user, CancellationToken cancellationToken)
    {
        if ((person ?? user.PersonId) is not { } id)
        {
            return new Error("drafts.noPerson", ErrorKind.Conflict);
        }

        var account = id == user.PersonId
            ? user.Id
            : await context.Users.Where(u => u.PersonId == id).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
        return (await people.ReadAsync(id, cancellationToken)).Map(details => new ApplicantFile(id, account, details));
    }

    /// <summary>What the form of a service looks at before there is a case.</summary>
    internal async Task<FormScope> ScopeAsync(
        ServiceSnapshot service, Form form, ApplicantFile applicant, Draft row, ImmutableArray<Document> documents, CancellationToken cancellationToken)
    {
        var employer = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == row.OrganisationId, cancellationToken);
        var today = calendar.Today(time);
        return new FormScope
        {
            Now = time.Now(),
            Today = today,
            Case = CaseContext.Case(service.Code, calendar.Current, today, employer?.Uscc, employer?.Name),
            Applicant = applicant.ToFeel(today),
            Settings = service.Service.Settings,
            Lists = await lists.OfAsync(form, service, applicant.PersonId, cancellationToken),
            Files = FormFiles.Of(documents),
        };
    }

    private async Task<Result<LoadedDraft>> OpenAsync(
        Draft row, ServiceSnapshot service, Form form, ApplicantFile applicant, CancellationToken cancellationToken)
    {
        var plain = await vault.OpenAsync(row.KeyId, row.Payload, LoadedDraft.Place(row.Id), cancellationToken);
        if (!plain.IsSuccess)
        {
            return plain.Error;
        }

        var documents = await context.Documents.AsNoTracking()
            .Where(d => d.DraftId == row.Id && d.RemovedAt == null).OrderBy(d => d.UploadedAt).ToListAsync(cancellationToken);
        var scope = await ScopeAsync(service, form, applicant, row, [.. documents], cancellationToken);
        return new LoadedDraft(row, service, form, JsonNode.Parse(plain.Value)!.AsObject(), scope, applicant, [.. documents]);
    }
}

/// <summary>The form with which a flow begins.</summary>
public static class StartForm
{
    private const string FillType = "Approvals.Fill";

    /// <summary>The form of the first <c>Fill</c>, or null when the flow has none.</summary>
    public static Form? Of(ServiceSnapshot service) =>
        Activity(service) is { } fill && IdOf(fill) is { } id ? service.Package.Forms.GetValueOrDefault(id) : null;

    /// <summary>The id of the form that a step shows, where its definition names one.</summary>
    public static string? IdOf(Workflows.ActivityDefinition step) => step.Property("form") is { } input ? Literal(input) : null;

    /// <summary>The flow's first <c>Fill</c>.</summary>
    public static Workflows.ActivityDefinition? Activity(ServiceSnapshot service) =>
        service.Package.Workflow.Activities.FirstOrDefault(a => a.Type == FillType);

    private static string? Literal(System.Text.Json.JsonElement input) =>
        input.ValueKind == System.Text.Json.JsonValueKind.String ? input.GetString()
        : input.ValueKind == System.Text.Json.JsonValueKind.Object && input.TryGetProperty("expression", out var expression)
            && expression.TryGetProperty("value", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString()
        : null;
}
