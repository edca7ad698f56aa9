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
    /// <summary>Of how many applications, the newest, the answers are looked through: they lie sealed, so the database cannot order them.</summary>
    private const int MostCases = 500;

    /// <summary>How many cards and how many running cases, what ends first on top.</summary>
    private const int Most = 100;

    private static readonly Dictionary<string, string> None = [];

    /// <summary>From today on, soonest first.</summary>
    public async Task<Result<IReadOnlyList<EmployerDateDto>>> ReadAsync(Guid employer, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!EmployerRights.ActsFor(user, employer))
        {
            return await EmployerRights.RefusalAsync(context, user, employer, clock.Now(), cancellationToken);
        }

        var today = calendar.Today(clock);
        var cases = context.Cases.AsNoTracking().Where(c => c.OrganisationId == employer && c.ErasedAt == null);
        List<EmployerDateDto> dates =
        [
            .. await AnswersAsync(cases, today, user.Language, cancellationToken),
            .. await RunningAsync(cases, user.Language, cancellationToken),
            .. await CardsAsync(cases, today, user.Language, cancellationToken),
            .. await MandatesAsync(employer, user, cancellationToken),
        ];
        return Result<IReadOnlyList<EmployerDateDto>>.Success([.. dates.Where(d => d.On >= today).OrderBy(d => d.On).ThenBy(d => d.Kind).ThenBy(d => d.Text, StringComparer.Ordinal)]);
    }

    /// <summary>Every date ahead that an application states, but those that are sensitive or not for agents to read.</summary>
    private async Task<IEnumerable<EmployerDateDto>> AnswersAsync(IQueryable<Case> cases, DateOnly today, string language, CancellationToken cancellationToken)
    {
        var rows = await (
            from row in cases.Where(c => c.FinishedAt == null || c.Result == "granted").OrderByDescending(c => c.Id).Take(MostCases)
            join key in context.ContentKeys.AsNoTracking() on row.KeyId equals key.Id
            select new { row, key = new KeyContent(key.Id, key.MasterKeyId, key.WrappedKey, key.DestroyedAt) }).ToListAsync(cancellationToken);
        var last = await LastAsync([.. rows.Select(r => r.row.Id)], cancellationToken);
        List<EmployerDateDto> dates = [];
        foreach (var (row, key) in rows.Select(r => (r.row, r.key)))
        {
            var form = StartForm.Of(await catalog.FindAsync(row.ServiceVersionId, cancellationToken));
            var fields = form?.All.Where(IsShown).ToList() ?? [];
            if (fields.Count == 0 || !last.TryGetValue((row.Id, form!.Id), out var submission))
            {
                continue;
            }

            vault.Know(key);
            if (await SubmissionRows.OpenAsync(vault, row.KeyId, submission, cancellationToken) is { IsSuccess: true, Value: { } answers })
            {
                dates.AddRange(fields.SelectMany(f => answers.At(f.Path!).TryGetDate(out var day) && day >= today
                    ? [new EmployerDateDto(day, EmployerDateKind.Answer, f.Label!.In(language), row.ApplicantMaskedName, row.Id.ToString())]
                    : Array.Empty<EmployerDateDto>()));
            }
        }

        return dates;
    }

    private static bool IsShown(FormComponent field) =>
        field is { Type: FormComponentType.Date, Path: { } path, Label: not null } && !field.Rules.Sensitive && !path.Contains('[', StringComparison.Ordinal)
        && (field.Rules.Readers.IsEmpty || field.Rules.Readers.Contains(Roles.EmployerAgent));

    /// <summary>The last submission of each form of each case.</summary>
    private async Task<Dictionary<(Guid Case, string Form), Submission>> LastAsync(Guid[] cases, CancellationToken cancellationToken)
    {
        var heads = await context.Submissions.AsNoTracking().Where(s => cases.Contains(s.CaseId) && s.FormId != ApplicantFile.FormId)
            .Select(s => new { s.Id, s.CaseId, s.FormId, s.SubmittedAt }).ToListAsync(cancellationToken);
        Guid[] last = [.. heads.GroupBy(h => (h.CaseId, h.FormId)).Select(g => g.OrderByDescending(h => h.SubmittedAt).ThenByDescending(h => h.Id).First().Id)];
        return await context.Submissions.AsNoTracking().Where(s => last.Contains(s.Id)).ToDictionaryAsync(s => (s.CaseId, s.FormId), cancellationToken);
    }

    private async Task<IEnumerable<EmployerDateDto>> RunningAsync(IQueryable<Case> cases, string language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await cases.Where(c => c.FinishedAt == null && c.DueAt > now).OrderBy(c => c.DueAt).Take(Most)
            .Select(c => new { c.Id, c.DueAt, c.ApplicantMaskedName }).ToListAsync(cancellationToken);
        return rows.Select(c => new EmployerDateDto(badge.LastDay(c.DueAt!.Value), EmployerDateKind.Case, Say("employerDate.case", language), c.ApplicantMaskedName, c.Id.ToString()));
    }

    private async Task<IEnumerable<EmployerDateDto>> CardsAsync(IQueryable<Case> cases, DateOnly today, string language, CancellationToken cancellationToken)
    {
        var cards = await context.Entitlements.AsNoTracking().Where(e => e.ValidTo >= today && e.EndedOn == null && cases.Any(c => c.Id == e.CaseId))
            .OrderBy(e => e.ValidTo).Take(Most).ToListAsync(cancellationToken);
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
