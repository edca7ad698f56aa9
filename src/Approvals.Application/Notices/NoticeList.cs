using System.Text.Json;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Notices;

/// <summary>Public notices while they stand; what is public was masked when it was published.</summary>
public sealed class NoticeList(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <summary>A page of the open notices, newest first.</summary>
    public async Task<Result<Page<NoticeDto>>> ListAsync(string? cursor, string language, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var open = context.PublicNotices.AsNoTracking().Where(n => n.State == NoticeState.Open);
        open = after.Value is { } key ? open.Where(n => n.Id.CompareTo(key.Id) < 0) : open;
        var rows = await open.OrderByDescending(n => n.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(rows, PageSize, n => Describe(n, language), n => new Key(n.Id));
    }

    /// <summary>A notice while it is public.</summary>
    public async Task<Result<NoticeDto>> ReadAsync(Guid id, string language, CancellationToken cancellationToken) =>
        await context.PublicNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.State == NoticeState.Open, cancellationToken) is { } row
            ? Describe(row, language)
            : Refusals.NotFound;

    private NoticeDto Describe(PublicNotice row, string language)
    {
        var today = calendar.Today(clock);
        IReadOnlyList<NoticeFieldText> lines = row.Fields is null ? [] : JsonSerializer.Deserialize<List<NoticeFieldText>>(row.Fields, NoticeFieldText.Json)!;
        return new NoticeDto(
            row.Id.ToString(),
            row.ServiceName.In(language),
            row.Title.In(language),
            [.. lines.Select(l => new NoticeFieldDto(l.Label.In(language), l.Value.In(language)))],
            row.FirstDay,
            row.LastDay,
            Math.Max(0, calendar.Current.WorkingDaysBetween(today, row.LastDay)),
            clock.GetUtcNow() < row.EndsAt ? "open" : "closed");
    }

    private sealed record Key(Guid Id);
}
