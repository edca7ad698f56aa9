using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Resources;

/// <summary>What can be booked, as rows that the owning organisation keeps.</summary>
public sealed class KeepResource(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, ResourceView view, TimeProvider time)
{
    internal const int LongestSlot = 7 * 24 * 60;
    internal const int MostAtOnce = 100_000;

    /// <param name="Code">What packages name it by.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Organisation">Whose it is.</param>
    /// <param name="Capacity">How many bookings at the same time; null for any number.</param>
    /// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
    /// <param name="List">The waiting list that gives it out; null for what is booked only.</param>
    /// <param name="About">What whoever is offered it should know.</param>
    public sealed record NewResource(string Code, LocalText Name, Guid Organisation, int? Capacity, int SlotMinutes, Guid? List = null, string? About = null);

    /// <param name="Id">The resource.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Capacity">How many bookings at the same time; those given out already stay.</param>
    /// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
    /// <param name="Closed">Whether it takes no more bookings.</param>
    /// <param name="About">What whoever is offered it should know.</param>
    public sealed record Change(Guid Id, string Etag, LocalText Name, int? Capacity, int SlotMinutes, bool Closed, string? About = null);

    public async Task<Result<ResourceDto>> CreateAsync(NewResource request, CurrentUser user, CancellationToken cancellationToken)
    {
        var owner = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organisation && o.ClosedAt == null, cancellationToken);
        if (owner is null || !AllotmentRights.Manages(user, owner.Id, owner.RegionPath, null))
        {
            return owner is null && AllotmentRights.Any(user) ? Field("organisation", "rights.unknownOrganisation") : Refusals.Forbidden;
        }

        if (Wrong(request.Capacity, request.SlotMinutes) is { } wrong)
        {
            return wrong;
        }

        if (request.List is { } list && !await GivesOutAsync(list, owner.Id, user, cancellationToken))
        {
            return Field("list", "resources.unknownList");
        }

        var row = new Resource
        {
            Id = StableId.Of(Guid.Empty, "resource", request.Code), Code = request.Code, Name = request.Name, OrganisationId = owner.Id, RegionCode = owner.RegionCode,
            RegionPath = owner.RegionPath, Capacity = request.Capacity, SlotMinutes = request.SlotMinutes, CreatedAt = time.Now(),
            ListId = request.List, About = Trimmed(request.About),
        };
        context.Resources.Add(row);
        audit.Add(user.Id, "resources.created", "resource", row.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? await view.DescribeAsync(row, user.Language, cancellationToken)
            : new Error("resources.codeTaken", ErrorKind.Conflict);
    }

    public async Task<Result<ResourceDto>> ChangeAsync(Change request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Resources.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (row is null || !AllotmentRights.Manages(user, row))
        {
            return Refusals.NotFound;
        }

        if (!Etag.Matches(row, request.Etag))
        {
            return Refusals.Stale;
        }

        if (Wrong(request.Capacity, request.SlotMinutes) is { } wrong)
        {
            return wrong;
        }

        (row.Name, row.Capacity, row.SlotMinutes, row.About) = (request.Name, request.Capacity, request.SlotMinutes, Trimmed(request.About));
        row.ClosedAt = request.Closed ? row.ClosedAt ?? time.Now() : null;
        audit.Add(user.Id, "resources.changed", "resource", row.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? await view.DescribeAsync(row, user.Language, cancellationToken) : Refusals.Stale;
    }

    internal static string? Trimmed(string? about) => string.IsNullOrWhiteSpace(about) ? null : about.Trim();

    private static Error? Wrong(int? capacity, int slotMinutes) =>
        capacity is < 1 or > MostAtOnce ? Field("capacity", "resources.capacity")
        : slotMinutes is < 1 or > LongestSlot ? Field("slotMinutes", "resources.slotMinutes")
        : null;

    /// <summary>A list whose things one keeps oneself, of the same organisation.</summary>
    private async Task<bool> GivesOutAsync(Guid list, Guid owner, CurrentUser user, CancellationToken cancellationToken) =>
        await context.WaitingLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == list, cancellationToken) is { } row
        && row.OrganisationId == owner && AllotmentRights.Manages(user, row);

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };
}
