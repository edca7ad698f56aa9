using Approvals.Application.Batches;
using Approvals.Application.Database;
using Approvals.Application.Metering;
using Approvals.Application.Migration;
using Approvals.Application.Outbox;
using Approvals.Application.Replay;
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

internal sealed class BatchWork(WorkBatchItem handler) : IPumpWork<CaseBatchItem>
{
    public Task<PumpOutcome> HandleAsync(CaseBatchItem row, CancellationToken cancellationToken) => handler.HandleAsync(row, cancellationToken);

    public bool IsSettled(CaseBatchItem row) => row.State != CaseBatchState.Pending;

    public void Finish(CaseBatchItem row, DateTimeOffset now) => (row.State, row.FinishedAt) = (CaseBatchState.Done, now);

    public void GiveUp(CaseBatchItem row) => row.State = CaseBatchState.Failed;
}

internal sealed class OutboxWork(IEnumerable<IOutboxSender> senders) : IPumpWork<OutboxMessage>
{
    public async Task<PumpOutcome> HandleAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var outcome = senders.FirstOrDefault(s => s.Handles(row.Kind)) is { } sender
            ? await sender.SendAsync(row, cancellationToken)
            : PumpOutcome.GiveUp($"Nothing sends messages of kind {row.Kind}.");
        ProductMeter.Sent(row.Kind, outcome.Name);
        return outcome;
    }

    public bool IsSettled(OutboxMessage row) => row.State != OutboxState.Pending;

    public void Finish(OutboxMessage row, DateTimeOffset now) => (row.State, row.SentAt) = (OutboxState.Sent, now);

    public void GiveUp(OutboxMessage row) => row.State = OutboxState.Failed;
}

/// <summary>A chunk of a migration; a batch with more to do stays ready.</summary>
internal sealed class MigrationWork(WorkMigration work) : IPumpWork<MigrationBatch>
{
    public Task<PumpOutcome> HandleAsync(MigrationBatch row, CancellationToken cancellationToken) => work.HandleAsync(row, cancellationToken);

    public bool IsSettled(MigrationBatch row) => row.State != MigrationState.Pending;

    public void Finish(MigrationBatch row, DateTimeOffset now) => (row.ReadyAt, row.Attempts) = (now, 0);

    public void GiveUp(MigrationBatch row) => (row.State, row.OpenKey) = (MigrationState.Failed, null);
}

/// <summary>A chunk of past cases to be played again; a run with more to do stays ready.</summary>
internal sealed class ReplayWork(WorkReplay work) : IPumpWork<ReplayRun>
{
    public Task<PumpOutcome> HandleAsync(ReplayRun row, CancellationToken cancellationToken) => work.HandleAsync(row, cancellationToken);

    public bool IsSettled(ReplayRun row) => row.State != ReplayState.Pending;

    public void Finish(ReplayRun row, DateTimeOffset now) => (row.ReadyAt, row.Attempts) = (now, 0);

    public void GiveUp(ReplayRun row) => row.State = ReplayState.Failed;
}
