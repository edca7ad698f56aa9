using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Limits;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>The days an employer has to think of: ends of contracts and documents in its people's applications, of cards, cases and mandates.</summary>
public sealed class EmployerDates(ApprovalsDbContext context, ServiceCatalog catalog, Vault vault, DueBadge badge, CalendarInForce calendar, MessageCatalog texts, TimeProvider clock)
{
    private const int MostCases = 100;
    private static readonly Dictionary<string, string> None = [];

    /// <summary>From today on, soonest first.</summary>
    public async Task<Result<IReadOnlyList<EmployerDateDto>>> ReadAsync(Guid employer, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!EmployerRights.ActsFor(user, employer))
        {
            return await EmployerRights.RefusalAsync(context, user, employer, clock.Now(), cancellationToken);
        }

        var today = calendar.Today(clock);
        var cases = await context.Cases.AsNoTracking()
            .Where(c => c.OrganisationId == employer && c.ErasedAt == null && (c.FinishedAt == null || c.Result == "granted"))
            .OrderByDescending(c => c.Id).Take(MostCases).ToListAsync(cancellationToken);
        List<EmployerDateDto> dates = [];
        foreach (var row in cases)
        {
            dates.AddRange(await AnswersAsync(row, today, user.Language, cancellationToken));
        }

        dates.AddRange(cases.Where(c => c is { FinishedAt: null, DueAt: not null })
            .Select(c => new EmployerDateDto(badge.LastDay(c.DueAt!.Value), EmployerDateKind.Case, Say("employerDate.case", user.Language), c.ApplicantMaskedName, c.Id.ToString())));
        dates.AddRange(await CardsAsync(cases, user.Language, cancellationToken));
        dates.AddRange(await MandatesAsync(employer, user, cancellationToken));
        return Result<IReadOnlyList<EmployerDateDto>>.Success([.. dates.Where(d => d.On >= today).OrderBy(d => d.On).ThenBy(d => d.Kind).ThenBy(d => d.Text, StringComparer.Ordinal)]);
    }

    /// <summary>Every date ahead that an application states, sensitive ones excepted.</summary>
    private async Task<IEnumerable<EmployerDateDto>> AnswersAsync(Case row, DateOnly today, string language, CancellationToken cancellationToken)
    {
        var service = await catalog.FindAsync(row.ServiceVersionId, cancellationToken);
        if (StartForm.Of(service) is not { } form)
        {
            return [];
        }

        var fields = form.All.Where(f => f is { Type: FormComponentType.Date, Path: { } path, Label: not null } && !f.Rules.Sensitive && !path.Contains('[', StringComparison.Ordinal)).ToList();
        var last = fields.Count == 0 ? null : await context.Submissions.AsNoTracking().Where(s => s.CaseId == row.Id && s.FormId == form.Id)
            .OrderByDescending(s => s.SubmittedAt).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        var answers = last is null ? FormData.Empty : (await SubmissionRows.OpenAsync(vault, row.KeyId, last, cancellationToken)) is { IsSuccess: true, Value: { } opened } ? opened : FormData.Empty;
        return fields.SelectMany(f => answers.At(f.Path!).TryGetDate(out var day) && day >= today
            ? [new EmployerDateDto(day, EmployerDateKind.Answer, f.Label!.In(language), row.ApplicantMaskedName, row.Id.ToString())]
            : Array.Empty<EmployerDateDto>());
    }

    private async Task<IEnumerable<EmployerDateDto>> CardsAsync(List<Case> cases, string language, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. cases.Select(c => c.Id)];
        var cards = await context.Entitlements.AsNoTracking().Where(e => ids.Contains(e.CaseId) && e.ValidTo != null && e.EndedOn == null).ToListAsync(cancellationToken);
        return cards.Select(e => new EmployerDateDto(
            e.ValidTo!.Value, EmployerDateKind.Card, Say("employerDate.card", language, ("card", e.KindName.In(language))), e.HolderMaskedName, e.CaseId.ToString()));
    }

    private async Task<IEnumerable<EmployerDateDto>> MandatesAsync(Guid employer, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await context.Mandates.AsNoTracking().Where(m => m.OrganisationId == employer && m.AgentUserId == user.Id && m.ValidTo > now).ToListAsync(cancellationToken);
        return rows.Where(m => m.StateAt(now) == MandateState.InForce)
            .Select(m => new EmployerDateDto(calendar.Current.DayOf(m.ValidTo!.Value.AddTicks(-1)), EmployerDateKind.Mandate, Say("employerDate.mandate", user.Language), null, null));
    }

    private string Say(string code, string language, params (string Name, string Value)[] data) =>
        texts.Format(code, data.Length == 0 ? None : data.ToDictionary(d => d.Name, d => d.Value), language);
}
