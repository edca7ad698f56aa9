using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Timers;

namespace Approvals.Infrastructure.Pumps;

/// <summary>What a pump does with a row of its kind.</summary>
internal interface IPumpWork<in T>
    where T : class, ILeased
{
    public Task<PumpOutcome> HandleAsync(T row, CancellationToken cancellationToken);

    /// <summary>Whether nothing is to be done with it any more.</summary>
    public bool IsSettled(T row);

    public void Finish(T row, DateTimeOffset now);

    public void GiveUp(T row);
}

internal sealed class TimerWork(ITimerHandler handler) : IPumpWork<CaseTimer>
{
    public Task<PumpOutcome> HandleAsync(CaseTimer row, CancellationToken cancellationToken) => handler.HandleAsync(row, cancellationToken);

    public bool IsSettled(CaseTimer row) => row.State != TimerState.Pending;

    public void Finish(CaseTimer row, DateTimeOffset now) => row.State = TimerState.Fired;

    public void GiveUp(CaseTimer row) => row.State = TimerState.Failed;
}

internal sealed class InboundWork(IInboundEventHandler handler) : IPumpWork<InboundEvent>
{
    public Task<PumpOutcome> HandleAsync(InboundEvent row, CancellationToken cancellationToken) => handler.HandleAsync(row, cancellationToken);

    public bool IsSettled(InboundEvent row) => row.State != InboundState.Pending;

    public void Finish(InboundEvent row, DateTimeOffset now) => row.State = InboundState.Consumed;

    public void GiveUp(InboundEvent row) => row.State = InboundState.Failed;
}

internal sealed class OutboxWork(IEnumerable<IOutboxSender> senders) : IPumpWork<OutboxMessage>
{
    public Task<PumpOutcome> HandleAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        senders.FirstOrDefault(s => s.Handles(row.Kind))?.SendAsync(row, cancellationToken)
        ?? Task.FromResult(PumpOutcome.GiveUp($"Nothing sends messages of kind {row.Kind}."));

    public bool IsSettled(OutboxMessage row) => row.State != OutboxState.Pending;

    public void Finish(OutboxMessage row, DateTimeOffset now) => (row.State, row.SentAt) = (OutboxState.Sent, now);

    public void GiveUp(OutboxMessage row) => row.State = OutboxState.Failed;
}
