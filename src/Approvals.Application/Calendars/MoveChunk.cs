using System.Globalization;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>
/// Moves one chunk of due dates. Rows are read and computed first; then, in one transaction, they are set together by their new dates, listed,
/// counted and audited, and the revision's cursor goes on. A row that a step changed in between undoes the chunk: it is done again.
/// </summary>
internal sealed class MoveChunk(ApprovalsDbContext context, WriteTransaction transaction, CalendarInForce calendar, AuditLog audit, TimeProvider clock)
{
    internal const int Size = 4_000;

    /// <summary>How many rows one statement names at most.</summary>
    private const int Together = 500;

    private sealed record Place(int Kind, Guid After)
    {
        internal static Place Read(string? cursor) =>
            cursor?.Split(':') is [var kind, var after] ? new Place(int.Parse(kind, CultureInfo.InvariantCulture), Guid.Parse(after)) : new Place(0, Guid.Empty);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{After}");
    }

    private sealed record Move(OpenDate Date, ComputedDate To)
    {
        internal bool IsMoved => Date.Due != To.Due;
    }

    /// <summary>Moves the next chunk of a revision, which the context follows. Afterwards the context holds rows that are not to be trusted.</summary>
    internal async Task MoveAsync(CalendarRevision revision, CancellationToken cancellationToken)
    {
        var (place, now) = (Place.Read(revision.Cursor), clock.Now());
        var dates = OpenDueDates.Kinds[place.Kind];
        var working = calendar.Current;
        var open = await dates.NextAsync(context, place.After, OpenDueDates.From(working, revision.FirstDay!.Value, now), Size, cancellationToken);
        var computer = new DateComputer(working, working.DayOf(revision.LoadedAt));
        var moves = open.Select(d => (Date: d, To: computer.Compute(d))).Where(m => m.To is not null && Differs(dates.Kind, m.Date, m.To))
            .Select(m => new Move(m.Date, m.To!)).ToList();
        GoOn(revision, place, open, moves, now);
        await transaction.RunAsync(stop => WriteAsync(revision, dates, moves, now, stop), cancellationToken);
    }

    private static bool Differs(DateKind kind, OpenDate date, ComputedDate to) =>
        date.Due != to.Due
        || (kind is DateKind.Task or DateKind.Contact or DateKind.Answer or DateKind.DataRequest && date.Yellow != to.Yellow)
        || (kind is not (DateKind.Statutory or DateKind.Contact) && date.IsProvisional != to.IsProvisional);

    /// <summary>The next place: further on in this kind, else in the next, else the revision is through once, or for good.</summary>
    private static void GoOn(CalendarRevision revision, Place place, List<OpenDate> open, List<Move> moves, DateTimeOffset now)
    {
        if (revision.State == RevisionState.Waiting)
        {
            revision.State = RevisionState.Moving;
        }

        var moved = moves.Count(m => m.IsMoved);
        (revision.Moved, revision.Confirmed) = (revision.Moved + moved, revision.Confirmed + moves.Count - moved);
        revision.Looked += revision.State == RevisionState.Moving ? open.Count : 0;
        if (open.Count == Size)
        {
            revision.Cursor = new Place(place.Kind, open[^1].Row).ToString();
        }
        else if (place.Kind + 1 < OpenDueDates.Kinds.Length)
        {
            revision.Cursor = new Place(place.Kind + 1, Guid.Empty).ToString();
        }
        else
        {
            revision.Cursor = null;
            (revision.State, revision.MovedAt) = revision.State == RevisionState.Moving ? (RevisionState.Settling, revision.MovedAt) : (RevisionState.Moved, now);
        }
    }

    private async Task WriteAsync(CalendarRevision revision, OpenDates dates, List<Move> moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (moves.Count == 0)
        {
            return;
        }

        foreach (var together in moves.GroupBy(m => m.To))
        {
            foreach (var some in together.Chunk(Together))
            {
                await dates.SetAsync(context, [.. some.Select(m => m.Date.Row)], together.Key, cancellationToken);
            }
        }

        foreach (var some in moves.Chunk(Together))
        {
            var versions = await dates.VersionsAsync(context, [.. some.Select(m => m.Date.Row)], cancellationToken);
            if (some.Any(m => versions.GetValueOrDefault(m.Date.Row, -1) != m.Date.Version))
            {
                throw new DbUpdateConcurrencyException("A step changed a row of this chunk.");
            }
        }

        await ListAsync(revision, dates.Kind, [.. moves.Where(m => m.IsMoved)], now, cancellationToken);
        audit.Add(null, "calendars.moved", "calendar", revision.Year.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(
            new { revision = revision.Number, kind = dates.Kind.ToString(), moved = moves.Count(m => m.IsMoved), confirmed = moves.Count(m => !m.IsMoved), first = moves[0].Date.Row, last = moves[^1].Date.Row },
            JsonSerializerOptions.Web));
    }

    /// <summary>A date that moves a second time for one revision, as it may after a step of a node that had not heard of it, stays one line.</summary>
    private async Task ListAsync(CalendarRevision revision, DateKind kind, List<Move> moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var listed = new Dictionary<Guid, DueDateMove>();
        if (revision.State != RevisionState.Moving)
        {
            var rows = moves.Select(m => m.Date.Row).ToArray();
            listed = await context.DueDateMoves.Where(m => m.Revision == revision.Number && m.Kind == kind && rows.Contains(m.RowId))
                .ToDictionaryAsync(m => m.RowId, cancellationToken);
        }

        foreach (var move in moves)
        {
            listed.GetValueOrDefault(move.Date.Row)?.To = move.To.Due;
        }

        context.DueDateMoves.AddRange(moves.Where(m => !listed.ContainsKey(m.Date.Row)).Select(m => new DueDateMove
        {
            Revision = revision.Number, Kind = kind, RowId = m.Date.Row, CaseId = m.Date.Case, From = m.Date.Due, To = m.To.Due, At = now,
        }));
    }
}
