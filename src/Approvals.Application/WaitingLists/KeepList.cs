using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>Sets up a waiting list before the first case joins it, and says whose providers give out from it.</summary>
public sealed class KeepList(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, WaitingListView view, TimeProvider time)
{
    /// <param name="Service">The service whose packages name the list.</param>
    /// <param name="Code">The name they use.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Organisation">Whose providers make offers; null: leads only.</param>
    /// <param name="Region">Its region.</param>
    public sealed record NewList(string Service, string Code, LocalText Name, Guid? Organisation, string Region);

    /// <param name="Id">The list.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Organisation">Whose providers make offers.</param>
    /// <param name="Closed">Whether offers end.</param>
    public sealed record Change(Guid Id, string Etag, LocalText Name, Guid? Organisation, bool Closed);

    public async Task<Result<WaitingListDto>> CreateAsync(NewList request, CurrentUser user, CancellationToken cancellationToken)
    {
        var region = await context.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == request.Region, cancellationToken);
        if (region is null)
        {
            return Field("region", "rights.unknownRegion");
        }

        if (!AllotmentRights.Manages(user, request.Organisation, region.Path, request.Service))
        {
            return Refusals.Forbidden;
        }

        var code = $"{request.Service}/{request.Code}";
        if (await CheckAsync(request.Service, request.Organisation, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var id = WaitingRows.ListId(code);
        context.WaitingLists.Add(new WaitingList
        {
            Id = id, Code = code, Name = request.Name, OrganisationId = request.Organisation, RegionCode = region.Code, RegionPath = region.Path, CreatedAt = time.Now(),
        });
        audit.Add(user.Id, "waiting.listCreated", "waitingList", id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? await view.ReadAsync(id, user, cancellationToken)
            : new Error("waiting.codeTaken", ErrorKind.Conflict);
    }

    public async Task<Result<WaitingListDto>> ChangeAsync(Change request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.WaitingLists.SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken);
        if (row is null || !AllotmentRights.Manages(user, row))
        {
            return Refusals.NotFound;
        }

        var service = AllotmentRights.ServiceOf(row.Code);
        if (!AllotmentRights.Manages(user, request.Organisation, row.RegionPath, service))
        {
            return Refusals.Forbidden;
        }

        if (await CheckAsync(service, request.Organisation, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        if (!Etag.Matches(row, request.Etag))
        {
            return Refusals.Stale;
        }

        (row.Name, row.OrganisationId, row.ClosedAt) = (request.Name, request.Organisation, request.Closed ? row.ClosedAt ?? time.Now() : null);
        audit.Add(user.Id, "waiting.listChanged", "waitingList", row.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? await view.ReadAsync(row.Id, user, cancellationToken) : Refusals.Stale;
    }

    private async Task<Error?> CheckAsync(string service, Guid? organisation, CancellationToken cancellationToken) =>
        !await context.ServiceVersions.AnyAsync(v => v.ServiceCode == service && v.State == ServiceVersionState.Published, cancellationToken)
            ? Field("service", "rights.unknownService")
        : organisation is { } id && !await context.Organisations.AnyAsync(o => o.Id == id && o.ClosedAt == null, cancellationToken)
            ? Field("organisation", "rights.unknownOrganisation")
        : null;

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };
}
