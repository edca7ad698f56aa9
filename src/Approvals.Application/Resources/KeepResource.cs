using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Resources;

/// <summary>What can be booked, as rows that the owning organisation keeps.</summary>
public sealed class KeepResource(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider time)
{
    private const int Most = 500;
    private const int LongestSlot = 7 * 24 * 60;

    /// <param name="Code">What packages name it by.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Organisation">Whose it is.</param>
    /// <param name="Capacity">How many bookings at the same time; null for any number.</param>
    /// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
    public sealed record NewResource(string Code, LocalText Name, Guid Organisation, int? Capacity, int SlotMinutes);

    /// <param name="Id">The resource.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Capacity">How many bookings at the same time; those given out already stay.</param>
    /// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
    /// <param name="Closed">Whether it takes no more bookings.</param>
    public sealed record Change(Guid Id, string Etag, LocalText Name, int? Capacity, int SlotMinutes, bool Closed);

    /// <summary>The resources the user keeps, by code.</summary>
    public async Task<Result<IReadOnlyList<ResourceDto>>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AllotmentRights.Any(user))
        {
            return Refusals.Forbidden;
        }

        var own = AllotmentRights.OrganisationsOf(user).ToList();
        var rows = await context.Resources.AsNoTracking().Where(r => own.Contains(r.OrganisationId)).OrderBy(r => r.Code).Take(Most).ToListAsync(cancellationToken);
        foreach (var path in user.Roles.Where(g => g.Role == Roles.Lead).Select(g => g.RegionPath).Distinct())
        {
            rows.AddRange(await context.Resources.AsNoTracking().Where(r => r.RegionPath.StartsWith(path)).OrderBy(r => r.Code).Take(Most).ToListAsync(cancellationToken));
        }

        List<ResourceDto> resources = [];
        foreach (var row in rows.DistinctBy(r => r.Id).OrderBy(r => r.Code, StringComparer.Ordinal))
        {
            resources.Add(await DescribeAsync(row, user.Language, cancellationToken));
        }

        return resources;
    }

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

        var row = new Resource
        {
            Id = StableId.Of(Guid.Empty, "resource", request.Code), Code = request.Code, Name = request.Name, OrganisationId = owner.Id, RegionCode = owner.RegionCode,
            RegionPath = owner.RegionPath, Capacity = request.Capacity, SlotMinutes = request.SlotMinutes, CreatedAt = time.Now(),
        };
        context.Resources.Add(row);
        audit.Add(user.Id, "resources.created", "resource", row.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? await DescribeAsync(row, user.Language, cancellationToken)
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

        (row.Name, row.Capacity, row.SlotMinutes) = (request.Name, request.Capacity, request.SlotMinutes);
        row.ClosedAt = request.Closed ? row.ClosedAt ?? time.Now() : null;
        audit.Add(user.Id, "resources.changed", "resource", row.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? await DescribeAsync(row, user.Language, cancellationToken) : Refusals.Stale;
    }

    private static Error? Wrong(int? capacity, int slotMinutes) =>
        capacity is < 1 or > 100_000 ? Field("capacity", "resources.capacity")
        : slotMinutes is < 1 or > LongestSlot ? Field("slotMinutes", "resources.slotMinutes")
        : null;

    private async Task<ResourceDto> DescribeAsync(Resource row, string language, CancellationToken cancellationToken) => new(
        row.Id.ToString(), row.Code, row.Name.In(language), row.Name, row.OrganisationId.ToString(),
        await context.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken),
        row.Capacity, row.SlotMinutes, row.ClosedAt is not null, Etag.Of(row));

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };
}
