using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.People;
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
    /// <summary>What somebody at the counter agrees to: that the clerk files for them.</summary>
    public const string CounterPurpose = "filedAtCounter";

    /// <param name="Service">The service's code.</param>
    /// <param name="Person">Whom it is for, when it is filed on somebody's behalf; absent: oneself.</param>
    /// <param name="Organisation">The employer that files it, if one does.</param>
    public sealed record Request(string Service, Guid? Person = null, Guid? Organisation = null);

    /// <param name="Id">The draft.</param>
    /// <param name="IsNew">Whether it was begun now.</param>
    public sealed record Opened(Guid Id, bool IsNew);

    public async Task<Result<Opened>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var offered = await OfferedAsync(request.Service, cancellationToken);
        if (!offered.IsSuccess)
        {
            return offered.Error;
        }

        var service = offered.Value;
        if (MayOpen(request, service.Service, user) is { IsSuccess: false, Error: { } refused })
        {
            return refused;
        }

        var filer = FilerOf(request, user);
        if (filer == FiledBy.Agent && !await EmployerRights.HasAgreedAsync(context, request.Organisation!.Value, request.Person!.Value, cancellationToken))
        {
            return new Error("drafts.noConsent", ErrorKind.Forbidden);
        }

        var applicant = await loader.ApplicantAsync(request.Person, user, cancellationToken);
        if (!applicant.IsSuccess)
        {
            return applicant.Error;
        }

        var known = await DraftLoader.Whose(context.Drafts, user).Where(d => d.ServiceCode == request.Service && d.SubmittedCaseId == null && d.OnBehalf == filer
            && d.ApplicantPersonId == applicant.Value.PersonId && (filer != FiledBy.Agent || d.OrganisationId == request.Organisation)).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
        return known is { } existing ? new Opened(existing, false) : await AddAsync(request, service, applicant.Value, user, cancellationToken);
    }

    /// <summary>The version of a service that can be applied for today.</summary>
    internal async Task<Result<ServiceSnapshot>> OfferedAsync(string code, CancellationToken cancellationToken) =>
        await catalog.InForceAsync(code, calendar.Today(time), cancellationToken) is { Service.IsAppliedFor: true } service && StartForm.Of(service) is not null
            ? service
            : new Error("drafts.notOffered", ErrorKind.NotFound);

    /// <summary>Who may file for whom: oneself always, an employer's agent and a clerk at the counter where the service lets them.</summary>
    internal static Result<Unit> MayOpen(Request request, ServiceInfo service, CurrentUser user)
    {
        var isOwn = IsOwn(request, user);
        var asEmployer = request.Organisation is { } organisation && service.OnBehalf.Contains(OnBehalf.Employer) && user.AgentOf.Contains(organisation);
        var atCounter = service.OnBehalf.Contains(OnBehalf.Counter) && EmployerRights.IsAtCounter(user);
        var employerFits = request.Organisation is null || asEmployer;
        return user.IsSignedIn && employerFits && (isOwn || asEmployer || atCounter) ? Unit.Value : new Error("drafts.notOnBehalf", ErrorKind.Forbidden);
    }

    private static bool IsOwn(Request request, CurrentUser user) => request.Person is null || request.Person == user.PersonId;

    private static FiledBy? FilerOf(Request request, CurrentUser user) =>
        IsOwn(request, user) ? null : request.Organisation is not null ? FiledBy.Agent : FiledBy.Counter;

    private async Task<Result<Opened>> AddAsync(
        Request request, ServiceSnapshot service, ApplicantFile applicant, CurrentUser user, CancellationToken cancellationToken)
    {
        var (now, form, filer) = (time.Now(), StartForm.Of(service)!, FilerOf(request, user));
        var grant = user.Roles.FirstOrDefault(g => filer == FiledBy.Counter && g.Role == Roles.IntakeOfficer) ?? user.Roles.FirstOrDefault();
        var draft = new Draft
        {
            Id = await IdAsync(request, applicant, user, cancellationToken), ServiceCode = service.Code, ServiceVersionId = service.VersionId, OwnerUserId = user.Id,
            ApplicantPersonId = applicant.PersonId, OrganisationId = request.Organisation ?? user.AgentOf.Cast<Guid?>().FirstOrDefault(), OnBehalf = filer,
            RegionCode = grant?.Region, KeyId = vault.Create("case").Id, FormId = form.Id, CreatedAt = now, UpdatedAt = now,
        };
        AddPresence(draft, applicant, user);
        var scope = await loader.ScopeAsync(service, form, applicant, draft, ImmutableArray<Documents.Document>.Empty, cancellationToken);
        // What somebody told an office is theirs to use again; an agent or a clerk does not read it there.
        var given = applicant.PersonId == user.PersonId ? await earlier.OfAsync(service.Code, form, applicant.PersonId, cancellationToken) : FormData.Empty;
        var answers = FormEvaluator.Prefill(form, scope, given).ToJson();
        draft.Payload = await vault.SealAsync(draft.KeyId, Encoding.UTF8.GetBytes(answers), LoadedDraft.Place(draft.Id), cancellationToken);
        context.Drafts.Add(draft);
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return new Opened(draft.Id, true);
        }

        context.ChangeTracker.Clear();
        return await DraftLoader.Whose(context.Drafts, user).AnyAsync(d => d.Id == draft.Id, cancellationToken) ? new Opened(draft.Id, false) : Refusals.Stale;
    }

    /// <summary>Who stands at the counter agrees there: the clerk says so, with the draft.</summary>
    private void AddPresence(Draft draft, ApplicantFile applicant, CurrentUser user)
    {
        if (draft.OnBehalf == FiledBy.Counter)
        {
            context.Consents.Add(new Consent
            {
                Id = StableId.Of(draft.Id, "consent", CounterPurpose), PersonId = applicant.PersonId, Purpose = CounterPurpose, Wording = "filedAtCounter-1",
                DraftId = draft.Id, GivenByUserId = user.Id, GivenAt = draft.CreatedAt,
            });
        }
    }

    /// <summary>
    /// The id follows from how many were submitted before: two clicks at once begin one application. An agent of two employers begins one
    /// for each.
    /// </summary>
    private async Task<Guid> IdAsync(Request request, ApplicantFile applicant, CurrentUser user, CancellationToken cancellationToken)
    {
        var submitted = await context.Drafts.CountAsync(
            d => d.OwnerUserId == user.Id && d.ServiceCode == request.Service && d.SubmittedCaseId != null, cancellationToken);
        var employer = FilerOf(request, user) == FiledBy.Agent ? $":{request.Organisation:N}" : "";
        return StableId.Of(user.Id, "draft", $"{request.Service}:{applicant.PersonId:N}:{submitted}{employer}");
    }
}
