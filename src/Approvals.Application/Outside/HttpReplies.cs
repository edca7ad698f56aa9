using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Secrets;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outside;

/// <summary>Opens requests for whoever sends them, and takes their answers to the case that waits.</summary>
public sealed class HttpReplies(ApprovalsDbContext context, WriteTransaction transaction, OutboxWriter outbox, Vault vault, TimeProvider time)
{
    /// <summary>The request; null when nobody waits for its answer any more.</summary>
    public async Task<HttpCall?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await context.OutsideRequests.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        if (row.State != OutsideRequestState.Open)
        {
            return null;
        }

        var key = await context.Cases.Where(c => c.Id == row.CaseId).Select(c => c.KeyId).SingleAsync(cancellationToken);
        var call = await vault.OpenJsonAsync<HttpCall>(key, row.Payload, OutsideRequest.Place(id), cancellationToken);
        return call.IsSuccess ? call.Value : null;
    }

    /// <summary>Sends the answer to the case; one that was sent already stands.</summary>
    public async Task<PumpOutcome> AnswerAsync(Guid id, HttpAnswer answer, CancellationToken cancellationToken)
    {
        var row = await context.OutsideRequests.SingleAsync(r => r.Id == id, cancellationToken);
        if (row.State != OutsideRequestState.Open)
        {
            return PumpOutcome.Done;
        }

        (row.State, row.DoneAt) = (OutsideRequestState.Done, time.GetUtcNow());
        var reply = new ExternalReplied(row.Key, answer.Value) { Status = answer.Status, Failure = answer.Failure, Headers = answer.Headers };
        outbox.Send(row.CaseId, reply.ToJson(), $"replied:{id:N}");
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? PumpOutcome.Retry("cases.busy") : PumpOutcome.Done;
    }
}
