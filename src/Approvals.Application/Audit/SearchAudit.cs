using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>Searches the audit for auditors: latest first, page by page, within a bounded stretch of days.</summary>
public sealed class SearchAudit(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    private const int PageSize = 50;
    private const int DefaultDays = 30;

    private static readonly Dictionary<string, string> None = [];

    /// <summary>A page of the entries that fit.</summary>
    public async Task<Result<Page<AuditEntryDto>>> ListAsync(AuditFilter filter, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Place>(cursor);
        var found = after.IsSuccess ? await WithinAsync(filter, user, cancellationToken) : after.Error;
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var entries = found.Value;
        if (after.Value is { } last)
        {
            entries = entries.Where(e => e.At < last.At || (e.At == last.At && e.Id.CompareTo(last.Id) < 0));
        }

        var rows = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var described = (await DescribeAsync(rows, user.Language, cancellationToken)).Zip(rows).ToList();
        return Cursor.Cut(described, PageSize, row => row.First, row => new Place(row.Second.At, row.Second.Id));
    }

    /// <summary>The entries that fit and that the user may see: an auditor of a region sees the cases of it, and what belongs to no case.</summary>
    internal async Task<Result<IQueryable<AuditEntry>>> WithinAsync(AuditFilter filter, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ReadsAudit(user))
        {
            return Refusals.Forbidden;
        }

        var today = calendar.Today(clock);
        var last = filter.To ?? today;
        var first = filter.From ?? last.AddDays(-DefaultDays);
        if (last < first || last.DayNumber - first.DayNumber > AuditFilter.MostDays)
        {
            var code = last < first ? "auditSearch.endsBefore" : "auditSearch.tooLong";
            return new Error(code) { Fields = [new FieldError("to", code).With("max", $"{AuditFilter.MostDays}")] }.With("max", $"{AuditFilter.MostDays}");
        }

        var (from, to) = (calendar.Current.StartOf(first), calendar.Current.EndOf(last));
        var entries = Reachable(user).Where(e => e.At >= from && e.At < to);
        entries = filter.Actor is { } actor ? entries.Where(e => e.ActorUserId == actor) : entries;
        entries = filter.Action?.Trim() is { Length: > 0 } action ? entries.Where(e => e.Action.StartsWith(action)) : entries;
        entries = filter.Subject?.Trim() is { Length: > 0 } subject ? entries.Where(e => e.SubjectId == subject) : entries;
        if (filter.Case?.Trim() is { Length: > 0 } number)
        {
            var id = await context.Cases.Where(c => c.Number == number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
            entries = entries.Where(e => e.CaseId == (id ?? Guid.Empty));
        }

        return Result<IQueryable<AuditEntry>>.Success(entries);
    }

    private IQueryable<AuditEntry> Reachable(CurrentUser user)
    {
        IQueryable<AuditEntry> entries = context.AuditEntries.AsNoTracking();
        var parts = user.Roles.Where(g => g.Role == Roles.Auditor).Select(g => (g.RegionPath, g.Service)).Distinct().ToList();
        if (parts.Exists(p => p.Service is null && !p.RegionPath.Trim('/').Contains('/', StringComparison.Ordinal)))
        {
            return entries;
        }

        var within = context.Cases.AsNoTracking().Where(c => false);
        foreach (var (root, service) in parts)
        {
            var end = Regions.RegionPath.End(root);
            within = within.Union(context.Cases.AsNoTracking()
                .Where(c => c.RegionPath.CompareTo(root) >= 0 && c.RegionPath.CompareTo(end) < 0 && (service == null || c.ServiceCode == service)));
        }

        return entries.Where(e => e.CaseId == null || within.Any(c => c.Id == e.CaseId));
    }

    private async Task<IReadOnlyList<AuditEntryDto>> DescribeAsync(List<AuditEntry> rows, string language, CancellationToken cancellationToken)
    {
        Guid[] actors = [.. rows.Select(r => r.ActorUserId).OfType<Guid>().Distinct()];
        Guid[] ids = [.. rows.Select(r => r.CaseId).OfType<Guid>().Distinct()];
        var people = await context.Users.AsNoTracking().Where(u => actors.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var numbers = await context.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellationToken);
        return
        [
            .. rows.Select(r => new AuditEntryDto(
                r.Id.ToString(), r.At, r.ActorUserId is { } actor ? people.GetValueOrDefault(actor, actor.ToString()) : null, r.Action, NameOf(r.Action, language),
                r.SubjectKind, r.SubjectId, r.CaseId is { } id ? numbers.GetValueOrDefault(id) : null, r.Data, r.Address, r.Position)),
        ];
    }

    private string NameOf(string action, string language) => texts.Texts.ContainsKey($"auditAction.{action}")
        ? texts.Format($"auditAction.{action}", None, language)
        : action.Replace(".", " / ", StringComparison.Ordinal);

    private sealed record Place(DateTimeOffset At, Guid Id);
}
