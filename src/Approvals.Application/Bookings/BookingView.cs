using System.Text.Json;
using Approvals.Application.Calendars;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Bookings;

/// <summary>Bookings to read: an owner's, a case's, one. Others than owner and applicant see that it is there and where it stands.</summary>
public sealed class BookingView(ApprovalsDbContext context, CaseReader cases, BookingLines lines, CalendarInForce calendar, Vault vault, TimeProvider time)
{
    private const int PageSize = 50;
    private const int LongestCalendar = 62;
    private const int MostInCalendar = 500;
    private static readonly BookingState[] Given = [BookingState.Confirmed, BookingState.Proposed, BookingState.Attended, BookingState.NoShow];

    /// <summary>A page of the bookings of the organisations the user answers for, newest first.</summary>
    public async Task<Result<Page<BookingDto>>> ListAsync(BookingState? state, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var own = AllotmentRights.OrganisationsOf(user).Select(o => (Guid?)o).ToList();
        if (own.Count == 0)
        {
            return Refusals.Forbidden;
        }

        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var bookings = context.Bookings.AsNoTracking().Where(b => own.Contains(b.OrganisationId) && (state == null || b.State == state));
        bookings = after.Value is { } key ? bookings.Where(b => b.RequestedAt < key.At || (b.RequestedAt == key.At && b.Id.CompareTo(key.Id) < 0)) : bookings;
        var rows = await bookings.OrderByDescending(b => b.RequestedAt).ThenByDescending(b => b.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        List<(Booking Row, BookingDto Dto)> described = [];
        foreach (var row in rows)
        {
            described.Add((row, await DescribeAsync(row, AllotmentRights.Answers(user, row), false, user, cancellationToken)));
        }

        return Cursor.Cut(described, PageSize, d => d.Dto, d => new Key(d.Row.RequestedAt, d.Row.Id));
    }

    /// <summary>The user's own bookings, newest first.</summary>
    public async Task<Result<Page<BookingDto>>> OwnAsync(string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var bookings = context.Bookings.AsNoTracking().Where(b => user.PersonId != null && b.PersonId == user.PersonId);
        bookings = after.Value is { } key ? bookings.Where(b => b.RequestedAt < key.At || (b.RequestedAt == key.At && b.Id.CompareTo(key.Id) < 0)) : bookings;
        var rows = await bookings.OrderByDescending(b => b.RequestedAt).ThenByDescending(b => b.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        List<(Booking Row, BookingDto Dto)> described = [];
        foreach (var row in rows)
        {
            described.Add((row, await DescribeAsync(row, false, true, user, cancellationToken)));
        }

        return Cursor.Cut(described, PageSize, d => d.Dto, d => new Key(d.Row.RequestedAt, d.Row.Id));
    }

    /// <summary>What is given out of the organisations the user answers for, day by day in the order of time; from today on, and for a week, where no days are given.</summary>
    public async Task<Result<IReadOnlyList<BookingDto>>> CalendarAsync(DateOnly? first, DateOnly? last, CurrentUser user, CancellationToken cancellationToken)
    {
        var from = first ?? calendar.Today(time);
        var to = last ?? from.AddDays(6);
        var own = AllotmentRights.OrganisationsOf(user).Select(o => (Guid?)o).ToList();
        if (own.Count == 0)
        {
            return Refusals.Forbidden;
        }

        if (to < from || to.DayNumber - from.DayNumber > LongestCalendar)
        {
            return new Error("bookings.calendarDays") { Fields = [new FieldError("to", "bookings.calendarDays")] };
        }

        var (starts, ends) = (calendar.Current.StartOf(from).Stored(), calendar.Current.EndOf(to).Stored());
        var rows = await context.Bookings.AsNoTracking()
            .Where(b => own.Contains(b.OrganisationId) && b.StartsAt >= starts && b.StartsAt < ends && Given.Contains(b.State))
            .OrderBy(b => b.StartsAt).ThenBy(b => b.Id).Take(MostInCalendar).ToListAsync(cancellationToken);
        List<BookingDto> described = [];
        foreach (var row in rows)
        {
            described.Add(await DescribeAsync(row, AllotmentRights.Answers(user, row), false, user, cancellationToken));
        }

        return described;
    }

    /// <summary>One booking.</summary>
    public async Task<Result<BookingDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        var owns = row is not null && await OwnsAsync(row, user, cancellationToken);
        if (row is null || (!owns && !(await cases.OpenAsync(row.CaseId, user, cancellationToken)).IsSuccess))
        {
            return Refusals.NotFound;
        }

        return await DescribeAsync(row, owns, await IsApplicantsAsync(row.CaseId, user, cancellationToken), user, cancellationToken);
    }

    /// <summary>The bookings of a case, oldest first, for whoever may read the case.</summary>
    public async Task<Result<IReadOnlyList<BookingDto>>> OfCaseAsync(Guid caseId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await cases.OpenAsync(caseId, user, cancellationToken) is { IsSuccess: false, Error: var closed })
        {
            return closed;
        }

        var applicants = await IsApplicantsAsync(caseId, user, cancellationToken);
        var rows = await context.Bookings.AsNoTracking().Where(b => b.CaseId == caseId).OrderBy(b => b.RequestedAt).ThenBy(b => b.Id).ToListAsync(cancellationToken);
        List<BookingDto> bookings = [];
        foreach (var row in rows)
        {
            bookings.Add(await DescribeAsync(row, await OwnsAsync(row, user, cancellationToken), applicants, user, cancellationToken));
        }

        return bookings;
    }

    private async Task<bool> IsApplicantsAsync(Guid caseId, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        return CaseRights.ActsAsApplicant(user, row);
    }

    /// <summary>Whether the user answers for the organisation, or was asked by name.</summary>
    private async Task<bool> OwnsAsync(Booking row, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AllotmentRights.Answers(user, row))
        {
            return true;
        }

        var tasks = await context.TaskItems.AsNoTracking().Include(t => t.Candidates)
            .Where(t => t.CaseId == row.CaseId && t.ActivityId == row.ActivityId && t.Kind == nameof(TaskKind.Booking)).ToListAsync(cancellationToken);
        var applicant = await IsApplicantsAsync(row.CaseId, user, cancellationToken);
        return !applicant && tasks.Exists(t => TaskRights.IsCandidate(user, t));
    }

    private async Task<BookingDto> DescribeAsync(Booking row, bool owner, bool applicant, CurrentUser user, CancellationToken cancellationToken) => new(
        row.Id.ToString(), row.CaseId.ToString(), row.CaseNumber, row.ServiceName.In(user.Language), row.ApplicantMaskedName, row.State, row.RequestedAt, row.ChangedAt,
        owner || applicant ? await PersonalAsync(row, user, cancellationToken) : null,
        [.. owner ? OwnersActs(row) : [], .. applicant ? ApplicantsActs(row) : []], Etag.Of(row));

    private async Task<BookingPersonalDto?> PersonalAsync(Booking row, CurrentUser user, CancellationToken cancellationToken)
    {
        var content = await BookingContent.OpenAsync(vault, row, cancellationToken);
        if (!content.IsSuccess)
        {
            return null;
        }

        var resource = await context.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Id == row.ResourceId, cancellationToken);
        var c = content.Value;
        return new BookingPersonalDto(
            resource?.Id.ToString(), resource?.Name.In(user.Language) ?? c.Asked, row.StartsAt, row.EndsAt, c.Window, await lines.OfAsync(row, c, user.Language, cancellationToken), c.Place,
            c.Contact, c.Note);
    }

    private IEnumerable<string> OwnersActs(Booking row) =>
        Enum.GetValues<BookingAnswer>().Where(a => BookingMoves.After(row.State, a) is not null).Select(Lower)
            .Concat(BookingMoves.After(row.State, true, row.StartsAt, time.GetUtcNow()) is null ? [] : ["attended", "noShow"]);

    private static IEnumerable<string> ApplicantsActs(Booking row) =>
        Enum.GetValues<BookingReply>().Where(r => BookingMoves.After(row.State, r) is not null).Select(r => r == BookingReply.Cancel ? "withdraw" : Lower(r));

    private static string Lower<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private sealed record Key(DateTimeOffset At, Guid Id);
}
