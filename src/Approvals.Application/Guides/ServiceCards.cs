using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Limits;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Guides;

/// <summary>The services in force, with what the reader has of each.</summary>
public sealed class ServiceCards(ApprovalsDbContext context, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Every service in force, in the order they are shown.</summary>
    public async Task<IReadOnlyList<ServiceCardDto>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        var open = await OpenCasesAsync(user, cancellationToken);
        var drafts = await DraftsAsync(user, cancellationToken);
        return
        [
            .. services.Where(s => s.Service.IsAppliedFor && StartForm.Of(s) is not null).Select(s =>
            {
                var own = open.Where(c => c.ServiceCode == s.Code).ToList();
                var why = Why(user, s.Service, own.Count > 0);
                return new ServiceCardDto(
                    s.Code,
                    s.Service.Name.In(user.Language),
                    s.Service.Summary?.In(user.Language) ?? "",
                    s.Service.Limits.Promised is { } promised
                        ? LimitWords.Of(promised.Limit, texts, user.Language)
                        : texts.Format("limit.none", None, user.Language),
                    own.Count,
                    drafts.FirstOrDefault(d => d.ServiceCode == s.Code)?.Id.ToString(),
                    why is null,
                    why is null ? null : texts.Format(why, None, user.Language));
            }),
        ];
    }

    /// <summary>The reader's running cases.</summary>
    public async Task<IReadOnlyList<Case>> OpenCasesAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.PersonId is { } person
            ? await context.Cases.AsNoTracking().Where(c => c.ApplicantPersonId == person && c.FinishedAt == null).OrderBy(c => c.Id).ToListAsync(cancellationToken)
            : [];

    /// <summary>The reader's drafts, last saved first.</summary>
    public async Task<IReadOnlyList<Draft>> DraftsAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.IsSignedIn
            ? await context.Drafts.AsNoTracking().Where(d => d.OwnerUserId == user.Id && d.OnBehalf == null && d.SubmittedCaseId == null && d.TaskId == null)
                .OrderByDescending(d => d.UpdatedAt).ToListAsync(cancellationToken)
            : [];

    /// <summary>Why the reader can not apply now, as the key of a text; null when nothing stands in the way.</summary>
    public static string? Why(CurrentUser user, ServiceInfo service, bool hasOpenCase) =>
        !user.IsSignedIn ? "guides.signIn"
        : user.PersonId is null ? "guides.noPerson"
        : hasOpenCase && service.SameThing.Mode == SameThingMode.Service ? "guides.openCase"
        : null;
}
