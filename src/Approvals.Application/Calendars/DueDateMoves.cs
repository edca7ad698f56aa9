using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>The due dates that a revision moved: which, from when to when. Administrators, who read no cases, are not told their numbers.</summary>
public sealed class DueDateMoves(ApprovalsDbContext context, CalendarInForce calendar, WriteTransaction transaction, AuditLog audit, MessageCatalog texts)
{
    private const int PageSize = 50;

    private sealed record Key(Guid Row);

    private sealed class Line
    {
        public required DueDateMove Move { get; init; }

        public required Case? Case { get; init; }
    }

    /// <summary>A page of them, of one kind.</summary>
    public async Task<Result<DueDateMovesDto>> ReadAsync(int revision, DateKind? kind, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var (found, after) = (await FindAsync(revision, user, cancellationToken), Cursor.Read<Key>(cursor));
        if (!found.IsSuccess || !after.IsSuccess)
        {
            // What cannot be read is said first, to whoever may ask at all.
            return found.Error is { Kind: not ErrorKind.NotFound } refused ? refused : after.IsSuccess ? found.Error! : after.Error;
        }

        var kinds = await context.DueDateMoves.Where(m => m.Revision == revision).GroupBy(m => m.Kind).Select(g => new DateKindDto(g.Key, g.Count())).ToListAsync(cancellationToken);
        kinds = [.. kinds.OrderBy(k => k.Kind)];
        var shown = kind ?? kinds.FirstOrDefault()?.Kind;
        var moves = context.DueDateMoves.AsNoTracking().Where(m => m.Revision == revision && m.Kind == shown);
        moves = after.Value is { Row: var row } ? moves.Where(m => m.RowId > row) : moves;
        var lines = await Lines(moves).OrderBy(l => l.Move.RowId).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new DueDateMovesDto(
            CalendarPage.Describe(found.Value), kinds, shown, Cursor.Cut(lines, PageSize, l => Describe(l, user), l => new Key(l.Move.RowId)));
    }

    /// <summary>All of them as a packed file of comma-separated values.</summary>
    public async Task<Result<byte[]>> ExportAsync(int revision, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await FindAsync(revision, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        using var stream = new MemoryStream();
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var writer = new StreamWriter(zip.CreateEntry($"due-dates-{revision}.csv").Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await writer.WriteAsync(texts.Format("calendars.moves.head", new Dictionary<string, string>(), user.Language) + "\r\n");
            await foreach (var line in Lines(context.DueDateMoves.AsNoTracking().Where(m => m.Revision == revision)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await writer.WriteAsync(Cells(line, found.Value, user));
            }
        }

        audit.Add(user.Id, "calendars.exported", "calendar", found.Value.Year.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(new { revision }, JsonSerializerOptions.Web));
        await transaction.CommitAsync(cancellationToken);
        return stream.ToArray();
    }

    private async Task<Result<CalendarRevision>> FindAsync(int revision, CurrentUser user, CancellationToken cancellationToken) =>
        !AdministrationRights.SeesCalendars(user) ? Refusals.Forbidden
        : await context.CalendarRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.Number == revision, cancellationToken) is { } found ? found
        : Refusals.NotFound;

    private IQueryable<Line> Lines(IQueryable<DueDateMove> moves) =>
        from move in moves
        join row in context.Cases.AsNoTracking() on move.CaseId equals row.Id into cases
        from row in cases.DefaultIfEmpty()
        select new Line { Move = move, Case = row };

    private DueDateMoveDto Describe(Line line, CurrentUser user) => new(
        AdministrationRights.ReadsCaseNumbers(user) ? line.Case?.Number : null, line.Case?.ServiceName.In(user.Language), line.Case?.RegionCode, LastDay(line.Move.From), LastDay(line.Move.To), line.Move.At);

    private string Cells(Line line, CalendarRevision revision, CurrentUser user)
    {
        var told = Describe(line, user);
        string[] cells =
        [
            texts.Format($"calendars.kind.{line.Move.Kind}", new Dictionary<string, string>(), user.Language), told.CaseNumber ?? "", told.ServiceName ?? "", told.Region ?? "",
            Day(told.From), Day(told.To), Day(calendar.Current.DayOf(told.At)), revision.Number.ToString(CultureInfo.InvariantCulture), revision.Notice ?? revision.Source ?? "",
        ];
        return string.Join(',', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";
    }

    private DateOnly LastDay(DateTimeOffset due) => calendar.Current.DayOf(due.AddTicks(-1));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
