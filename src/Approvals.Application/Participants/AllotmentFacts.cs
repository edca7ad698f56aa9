using Approvals.Application.Cases;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Participants;

/// <summary>What expressions see of bookings and quotas: states, days and numbers, nothing personal.</summary>
internal static class AllotmentFacts
{
    /// <summary>The applicant's bookings, oldest first, those of this case included.</summary>
    internal static async Task<FeelValue> BookingsAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var rows = await (
            from booking in work.Context.Bookings.AsNoTracking()
            where booking.PersonId == work.Case.ApplicantPersonId
            join resource in work.Context.Resources.AsNoTracking() on booking.ResourceId equals resource.Id into resources
            from resource in resources.DefaultIfEmpty()
            orderby booking.RequestedAt, booking.Id
            select new { booking, Resource = resource == null ? null : resource.Code }).ToListAsync(cancellationToken);
        return FeelValue.Of(rows.Select(r => FeelValue.Of(FeelContext.Of(
            ("id", FeelValue.Of(r.booking.Id.ToString())),
            ("number", FeelValue.Of(r.booking.CaseNumber)),
            ("service", FeelValue.Of(r.booking.ServiceCode)),
            ("resource", FeelValue.Of(r.Resource)),
            ("state", FeelValue.Of(r.booking.State.ToString())),
            ("requestedOn", FeelValue.Of(work.Calendar.DayOf(r.booking.RequestedAt))),
            ("on", r.booking.StartsAt is { } starts ? FeelValue.Of(work.Calendar.DayOf(starts)) : FeelValue.Null),
            ("changedOn", FeelValue.Of(work.Calendar.DayOf(r.booking.ChangedAt)))))));
    }

    /// <summary>What the lists of a service have left to offer: by list and quota.</summary>
    internal static async Task<FeelValue> QuotasAsync(CaseWork work, string service, CancellationToken cancellationToken)
    {
        var prefix = $"{service}/";
        var rows = await (
            from quota in work.Context.Quotas.AsNoTracking()
            join list in work.Context.WaitingLists.AsNoTracking() on quota.ListId equals list.Id
            where list.Code.StartsWith(prefix) && quota.ClosedAt == null && list.ClosedAt == null
            orderby list.Code, quota.CreatedAt, quota.Id
            select new { list.Code, quota.Name, quota.Total, quota.Taken }).ToListAsync(cancellationToken);
        return FeelValue.Of(rows.Select(r => FeelValue.Of(FeelContext.Of(
            ("list", FeelValue.Of(r.Code[prefix.Length..])),
            ("name", FeelValue.Of(r.Name.Zh)),
            ("total", FeelValue.Of(r.Total)),
            ("left", FeelValue.Of(r.Total - r.Taken))))));
    }
}
