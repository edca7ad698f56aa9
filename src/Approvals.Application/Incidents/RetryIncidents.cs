using System.Text.Json;
using Approvals.Application.Batches;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Incidents;

/// <summary>After the cause of a flood is mended, lets every case of one kind try again: in a batch, each in a transaction of its own.</summary>
public sealed class RetryIncidents(IncidentList incidents, OrderBatch batches)
{
    /// <summary>The kind of its batches.</summary>
    public const string Kind = "incidents";

    /// <param name="Of">Which kind of incident.</param>
    /// <param name="Reason">What was mended.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(IncidentList.Kind Of, string? Reason, string IdempotencyKey);

    /// <summary>Orders it; of a very large flood the oldest.</summary>
    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.MendsIncidents(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await incidents.Of(user, request.Of).OrderBy(i => i.At).ThenBy(i => i.Id).Take(OrderBatch.MostCases)
            .Select(i => new { i.Id, i.CaseId, i.Number }).ToListAsync(cancellationToken);
        var order = JsonSerializer.Serialize(new RetryOrder(request.Reason), JsonSerializerOptions.Web);
        return await batches.HandleAsync(
            new OrderBatch.Request(Kind, order, [.. rows.Select(r => (r.CaseId, r.Number, r.Id.ToString()))], request.IdempotencyKey), user, cancellationToken);
    }
}

/// <summary>What a batch of retries says, as it is kept.</summary>
internal sealed record RetryOrder(string? Reason);

/// <summary>Lets one case of a batch try again; one that somebody mended meanwhile is done.</summary>
internal sealed class RetryWork(ResolveIncident resolve) : ICaseBatchWork
{
    public string Kind => RetryIncidents.Kind;

    public async Task<Result<Unit>> RunAsync(CaseBatch batch, CaseBatchItem item, CurrentUser by, CancellationToken cancellationToken)
    {
        var order = JsonSerializer.Deserialize<RetryOrder>(batch.Order, JsonSerializerOptions.Web)!;
        var done = await resolve.HandleAsync(new ResolveIncident.Request(Guid.Parse(item.Subject), Reason: order.Reason), by, cancellationToken);
        return done is { IsSuccess: false, Error.Code: "incidents.resolved" } ? Unit.Value : done;
    }
}
