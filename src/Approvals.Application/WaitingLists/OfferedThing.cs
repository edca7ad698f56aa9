using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Resources;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>The very thing that an offer names: one of those the list gives out, which nobody has. The list's row is written with it, so that two never get the same.</summary>
internal static class OfferedThing
{
    internal static async Task<Result<Resource?>> FindAsync(ApprovalsDbContext rows, Guid list, Guid? wanted, CalendarInForce calendar, CancellationToken cancellationToken)
    {
        if (wanted is not { } id)
        {
            return Result<Resource?>.Success(null);
        }

        var thing = await rows.Resources.SingleOrDefaultAsync(r => r.Id == id && r.ListId == list, cancellationToken);
        return thing is null ? new Error("resources.unknown", ErrorKind.NotFound)
            : thing.ClosedAt is not null ? new Error("resources.closed", ErrorKind.Conflict)
            : thing.HeldByOfferId is { } offer ? await HeldAsync(rows, offer, calendar, cancellationToken)
            : Result<Resource?>.Success(thing);
    }

    /// <summary>What the applicant reads: the thing's name and what is said about it, then what the clerk adds.</summary>
    internal static string? Describe(Resource? thing, string? what)
    {
        var said = string.IsNullOrWhiteSpace(what) ? null : what.Trim();
        if (thing is null)
        {
            return said;
        }

        var name = thing.Name.Zh == thing.Name.En ? thing.Name.Zh : $"{thing.Name.Zh} / {thing.Name.En}";
        return Cut(string.Join("；", new[] { name, thing.About, said }.OfType<string>()));
    }

    private static string Cut(string text) => text.Length <= Lengths.Text ? text : text[..Lengths.Text];

    private static async Task<Error> HeldAsync(ApprovalsDbContext rows, Guid offer, CalendarInForce calendar, CancellationToken cancellationToken)
    {
        var made = await rows.WaitingOffers.AsNoTracking().Where(o => o.Id == offer).Select(o => new { o.MadeByUserId, o.MadeAt }).SingleAsync(cancellationToken);
        return new Error("resources.held", ErrorKind.Conflict)
            .With("actor", await rows.Users.Where(u => u.Id == made.MadeByUserId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? "")
            .With("at", TimeZoneInfo.ConvertTime(made.MadeAt, calendar.Current.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}
