using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Effects;
using Approvals.Application.Participants;
using Approvals.Application.Resources;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Bookings;

/// <summary>Asks for a resource; what is personal about it is encrypted at once.</summary>
internal sealed class RequestBookingApplier : EffectApplier<RequestBooking>
{
    protected override async Task ApplyAsync(RequestBooking effect, CaseWork work, CancellationToken cancellationToken)
    {
        var id = BookingRows.IdOf(work.Case.Id, effect.Booking);
        var resource = effect.Resource is null
            ? null
            : await work.Context.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Code == effect.Resource && r.ClosedAt == null, cancellationToken);
        var content = new BookingContent { Window = Json(effect.Window), Details = Json(effect.Details), Asked = resource is null ? effect.Resource : null };
        work.Context.Bookings.Add(new Booking
        {
            Id = id, CaseId = work.Case.Id, CaseNumber = work.Case.Number, BookmarkId = effect.Booking, ActivityId = effect.Activity, ServiceCode = work.Case.ServiceCode,
            ServiceName = work.Case.ServiceName, PersonId = work.Case.ApplicantPersonId, ApplicantMaskedName = work.Case.ApplicantMaskedName,
            ResourceId = resource?.Id, OrganisationId = await OwnerAsync(work, effect, resource, cancellationToken), State = BookingState.Requested,
            RequestedAt = work.Now, AheadDays = effect.Ahead, ChangedAt = work.Now, ChangedByUserId = work.By?.Id, KeyId = work.KeyId,
            Payload = await content.SealAsync(work, id, cancellationToken),
        });
    }

    /// <summary>Whom the flow asks; where it asks an office without naming an organisation, whose the resource is.</summary>
    private static async Task<Guid?> OwnerAsync(CaseWork work, RequestBooking effect, Resource? resource, CancellationToken cancellationToken)
    {
        foreach (var role in effect.Owner.OfType<RoleCandidate>())
        {
            if (await CandidateKeys.OrganisationAsync(work.Context, role.Organisation, cancellationToken) is { } named && named != Guid.Empty)
            {
                return await work.Context.Organisations.AnyAsync(o => o.Id == named, cancellationToken) ? named : null;
            }
        }

        return resource?.OrganisationId;
    }

    private static JsonElement? Json(FeelValue value) => value.IsNull ? null : JsonDocument.Parse(FeelJson.ToJson(value)).RootElement.Clone();
}

/// <summary>A booking stands elsewhere now.</summary>
internal sealed class ChangeBookingApplier : EffectApplier<ChangeBooking>
{
    protected override async Task ApplyAsync(ChangeBooking effect, CaseWork work, CancellationToken cancellationToken)
    {
        var row = await BookingRows.FindAsync(work, effect.Booking, cancellationToken);
        BookingRows.Change(work, row, effect.State);
    }
}

/// <summary>Rows of bookings within a case's transaction.</summary>
internal static class BookingRows
{
    internal static Guid IdOf(Guid caseId, string bookmark) => StableId.Of(caseId, "booking", bookmark);

    internal static async Task<Booking> FindAsync(CaseWork work, string bookmark, CancellationToken cancellationToken)
    {
        var id = IdOf(work.Case.Id, bookmark);
        return work.Context.Bookings.Local.FirstOrDefault(b => b.Id == id) ?? await work.Context.Bookings.SingleAsync(b => b.Id == id, cancellationToken);
    }

    internal static void Change(CaseWork work, Booking row, BookingState state) =>
        (row.State, row.ChangedAt, row.ChangedByUserId) = (state, work.Now, work.By?.Id);
}
