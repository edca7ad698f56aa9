using System.Security.Cryptography;
using System.Text;
using Approvals.Application.Calendars;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Organisations;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Approvals.Domain.Identifiers;
using Approvals.Domain.Numbers;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>Makes the rows of a new case: where it belongs, its number, and that there is no open one for the same thing.</summary>
public sealed class CaseMaker(ApprovalsDbContext context, CaseSerials serials, CalendarInForce calendar, Vault vault, IIdSource ids, TimeProvider time)
{
    /// <summary>The case, or why there cannot be one.</summary>
    public async Task<Result<NewCase>> MakeAsync(LoadedDraft draft, FormData answers, CurrentUser user, CancellationToken cancellationToken)
    {
        var employer = await EmployerAsync(draft, answers, cancellationToken);
        if (!employer.IsSuccess)
        {
            return employer.Error;
        }

        var openKey = OpenKey(draft, answers);
        if (await OpenAsync(context, openKey, cancellationToken) is { } open)
        {
            return open;
        }

        var region = await RegionAsync(draft.Service, employer.Value?.RegionCode ?? draft.Row.RegionCode, cancellationToken);
        if (region is null)
        {
            return new Error("drafts.noRegion", ErrorKind.Conflict);
        }

        var number = await NumberAsync(draft.Service, region.Code, cancellationToken);
        return number.IsSuccess ? Rows(draft, answers, user, employer.Value, region, number.Value, openKey) : number.Error;
    }

    /// <summary>A case that another one started: the applicant's own, in the same place and with the same employer.</summary>
    internal async Task<Result<NewCase>> MakeChildAsync(
        ChildCase child, Case parent, ServiceSnapshot service, ApplicantFile applicant, CancellationToken cancellationToken)
    {
        var openKey = OpenKey(service.Service, applicant.PersonId);
        if (await OpenAsync(context, openKey, cancellationToken) is { } open)
        {
            return open;
        }

        if (await RegionAsync(service, parent.RegionCode, cancellationToken) is not { } region)
        {
            return new Error("drafts.noRegion", ErrorKind.Conflict);
        }

        var number = await NumberAsync(service, region.Code, cancellationToken);
        if (!number.IsSuccess)
        {
            return number.Error;
        }

        var byAgent = parent.FiledBy == FiledBy.Agent;
        var row = new Case
        {
            Id = child.ChildCaseId, Number = number.Value, ServiceCode = service.Code, ServiceName = service.Service.Name, ServiceVersionId = service.VersionId,
            ApplicantPersonId = applicant.PersonId, ApplicantUserId = applicant.UserId, ApplicantMaskedName = Masks.Apply(MaskKind.Name, applicant.Details.Name),
            FiledByUserId = byAgent ? parent.FiledByUserId : applicant.UserId ?? Guid.Empty, FiledBy = byAgent ? FiledBy.Agent : FiledBy.Job,
            OrganisationId = parent.OrganisationId, OrganisationName = parent.OrganisationName, RegionCode = region.Code, RegionPath = region.Path,
            KeyId = vault.Create("case").Id, State = "AwaitingAcceptance", OpenKey = openKey, SubmittedAt = time.Now(),
        };
        var uscc = await context.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Uscc).SingleOrDefaultAsync(cancellationToken);
        return new NewCase(row, new CaseState { CaseId = row.Id, State = WorkflowState.New.ToJson() }, service, applicant, uscc);
    }

    /// <summary>By what a second open application of a person is stopped, where the service says so without looking at the answers.</summary>
    internal static string? OpenKey(ServiceInfo service, Guid person) =>
        service.SameThing.Mode is SameThingMode.None or SameThingMode.Key ? null : $"{service.Code}:{person:N}";

    /// <summary>The open application for the same thing, as an error that leads to it.</summary>
    internal static async Task<Error?> OpenAsync(ApprovalsDbContext context, string? openKey, CancellationToken cancellationToken)
    {
        var open = openKey is null
            ? null
            : await context.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.OpenKey == openKey, cancellationToken);
        return open is null ? null : new Error("drafts.alreadyOpen", ErrorKind.Conflict).With("number", open.Number).With("caseId", open.Id.ToString());
    }

    private NewCase Rows(
        LoadedDraft draft, FormData answers, CurrentUser user, Organisation? employer, Region region, string number, string? openKey)
    {
        var now = time.Now();
        var row = new Case
        {
            Id = ids.Next(), Number = number, ServiceCode = draft.Service.Code, ServiceName = draft.Service.Service.Name,
            ServiceVersionId = draft.Service.VersionId, ApplicantPersonId = draft.Applicant.PersonId, ApplicantUserId = draft.Applicant.UserId,
            ApplicantMaskedName = Masks.Apply(MaskKind.Name, draft.Applicant.Details.Name), FiledByUserId = user.Id, FiledBy = draft.Row.OnBehalf ?? FiledBy.Applicant,
            OrganisationId = employer?.Id, OrganisationName = employer?.Name, RegionCode = region.Code, RegionPath = region.Path,
            KeyId = draft.Row.KeyId, State = "AwaitingAcceptance", Highlights = Highlights.Of(draft.Form, answers, draft.Scope.Lists), OpenKey = openKey, SubmittedAt = now,
        };
        var state = new CaseState { CaseId = row.Id, State = WorkflowState.New.ToJson() };
        return new NewCase(row, state, draft.Service, draft.Applicant, employer?.Uscc);
    }

    /// <summary>The employer is named by the form's first field for an organisation's code; it must be registered and verified, so that it can act.</summary>
    private async Task<Result<Organisation?>> EmployerAsync(LoadedDraft draft, FormData answers, CancellationToken cancellationToken)
    {
        var field = DraftEmployer.CodeField(draft.Form);
        if (field is null || !answers.At(field.Path!).TryGetString(out var uscc) || uscc.Length == 0)
        {
            return draft.Row.OrganisationId is { } filing
                ? await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == filing, cancellationToken)
                : (Organisation?)null;
        }

        var normal = DraftEmployer.Normal(uscc);
        var known = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(
            o => o.Uscc == normal && o.ClosedAt == null && o.VerifiedAt != null, cancellationToken);
        var wrong = known is null ? "drafts.unknownEmployer"
            : draft.Row.OnBehalf == FiledBy.Agent && known.Id != draft.Row.OrganisationId ? "drafts.otherEmployer"
            : null;
        return wrong is null ? known : new Error("forms.invalid") { Fields = [new FieldError(field.Path!, wrong)] };
    }

    private static string? OpenKey(LoadedDraft draft, FormData answers)
    {
        var (same, who) = (draft.Service.Service.SameThing, $"{draft.Service.Code}:{draft.Applicant.PersonId:N}");
        if (same.Mode != SameThingMode.Key || same.Key is not { } key)
        {
            return same.Mode == SameThingMode.None ? null : who;
        }

        var thing = key.Evaluate(FeelContext.From(answers.Values.Entries.Append(KeyValuePair.Create("setting", LoadedDraft.Settings(draft.Service))))).Value;
        return $"{who}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thing.ToString())).AsSpan(0, 8))}";
    }

    /// <summary>Where the employer is registered, else where the applicant is; an office above the starting level starts itself.</summary>
    private async Task<Region?> RegionAsync(ServiceSnapshot service, string? registered, CancellationToken cancellationToken)
    {
        var scope = service.Service.Regions;
        var code = registered ?? scope.Roots.FirstOrDefault();
        var region = await context.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, cancellationToken);
        while (region is { ParentCode: not null } && scope.Levels.Length > 0 && !scope.Levels.Contains(region.Level.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            region = await context.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == region.ParentCode, cancellationToken);
        }

        return region;
    }

    private async Task<Result<string>> NumberAsync(ServiceSnapshot service, string region, CancellationToken cancellationToken)
    {
        var today = calendar.Today(time);
        var serial = await serials.NextAsync(region, service.Code, today, cancellationToken);
        return service.Service.CaseNumber.Format(new CaseNumber(region, today, service.NumberCode, serial));
    }
}
