using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Drafts;

/// <summary>Begins an application, prefilled with what is known of the applicant; one that is open already is taken up again.</summary>
public sealed class OpenDraft(
    ApprovalsDbContext context, WriteTransaction transaction, DraftLoader loader, EarlierAnswers earlier, Vault vault, ServiceCatalog catalog, CalendarInForce calendar,
    TimeProvider time)
{
    /// <param name="Service">The service's code.</param>
    /// <param name="Person">Whom it is for, when it is filed on somebody's behalf; absent: oneself.</param>
    /// <param name="Organisation">The employer that files it, if one does.</param>
    public sealed record Request(string Service, Guid? Person = null, Guid? Organisation = null);

    /// <param name="Id">The draft.</param>
    /// <param name="IsNew">Whether it was begun now.</param>
    public sealed record Opened(Guid Id, bool IsNew);

    public async Task<Result<Opened>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var service = await catalog.InForceAsync(request.Service, calendar.Today(time), cancellationToken);
        if (service is null || StartForm.Of(service) is not { } form)
        {
            return new Error("drafts.notOffered", ErrorKind.NotFound);
        }

        if (MayOpen(request, service.Service, user) is { IsSuccess: false, Error: { } refused })
        {
            return refused;
        }

        var applicant = await loader.ApplicantAsync(request.Person, user, cancellationToken);
        if (!applicant.IsSuccess)
        {
            return applicant.Error;
        }

        var known = await context.Drafts.Where(d => d.OwnerUserId == user.Id && d.ServiceCode == request.Service && d.SubmittedCaseId == null
            && d.TaskId == null && d.ApplicantPersonId == applicant.Value.PersonId).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
        return known is { } existing ? new Opened(existing, false) : await AddAsync(request, service, form, applicant.Value, user, cancellationToken);
    }

    /// <summary>Who may file for whom: oneself always, an employer's agent and a clerk at the counter where the service lets them.</summary>
    internal static Result<Unit> MayOpen(Request request, ServiceInfo service, CurrentUser user)
    {
        var isOwn = request.Person is null || request.Person == user.PersonId;
        var asEmployer = request.Organisation is { } organisation && service.OnBehalf.Contains(OnBehalf.Employer) && user.AgentOf.Contains(organisation);
        var atCounter = service.OnBehalf.Contains(OnBehalf.Counter) && user.Has(Roles.IntakeOfficer);
        var employerFits = request.Organisation is null || asEmployer;
        return user.IsSignedIn && employerFits && (isOwn || asEmployer || atCounter) ? Unit.Value : new Error("drafts.notOnBehalf", ErrorKind.Forbidden);
    }

    private async Task<Result<Opened>> AddAsync(
        Request request, ServiceSnapshot service, Form form, ApplicantFile applicant, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var draft = new Draft
        {
            Id = await IdAsync(request, applicant, user, cancellationToken), ServiceCode = service.Code, ServiceVersionId = service.VersionId, OwnerUserId = user.Id,
            ApplicantPersonId = applicant.PersonId, OrganisationId = request.Organisation ?? user.AgentOf.Cast<Guid?>().FirstOrDefault(),
            RegionCode = user.Roles.FirstOrDefault()?.Region, KeyId = vault.Create("case").Id, FormId = form.Id, CreatedAt = now, UpdatedAt = now,
        };
        var scope = await loader.ScopeAsync(service, form, applicant, draft, ImmutableArray<Documents.Document>.Empty, cancellationToken);
        // What somebody told an office is theirs to use again; an agent or a clerk does not read it there.
        var given = applicant.PersonId == user.PersonId ? await earlier.OfAsync(service.Code, form, applicant.PersonId, cancellationToken) : FormData.Empty;
        var answers = FormEvaluator.Prefill(form, scope, given).ToJson();
        draft.Payload = await vault.SealAsync(draft.KeyId, Encoding.UTF8.GetBytes(answers), LoadedDraft.Place(draft.Id), cancellationToken);
        context.Drafts.Add(draft);
        var outcome = await transaction.CommitAsync(cancellationToken);
        return new Opened(draft.Id, outcome == CommitOutcome.Committed);
    }

    /// <summary>The id follows from how many were submitted before: two clicks at once begin one application.</summary>
    private async Task<Guid> IdAsync(Request request, ApplicantFile applicant, CurrentUser user, CancellationToken cancellationToken)
    {
        var submitted = await context.Drafts.CountAsync(
            d => d.OwnerUserId == user.Id && d.ServiceCode == request.Service && d.SubmittedCaseId != null, cancellationToken);
        return StableId.Of(user.Id, "draft", $"{request.Service}:{applicant.PersonId:N}:{submitted}");
    }
}
