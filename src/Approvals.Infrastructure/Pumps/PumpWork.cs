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
    /// <summary>How long rows are claimed for.</summary>
    public LeaseTerm Term { get; }

    public Task<PumpOutcome> HandleAsync(T row, CancellationToken cancellationToken);

    /// <summary>Whether nothing is to be done with it any more.</summary>
    public bool IsSettled(T row);

    public void Finish(T row, DateTimeOffset now);

    public void GiveUp(T row);
}

/// <summary>How long rows are claimed for.</summary>
/// <param name="Length">When others may claim them; what a process that died had claimed comes that much later.</param>
/// <param name="Longest">The longest that working on one row may take; with less than that left, it is given back instead of begun.</param>
internal sealed record LeaseTerm(TimeSpan Length, TimeSpan Longest)
{
    /// <summary>For a step of a case: doing it twice is impossible by its transaction, so the claim only spares work.</summary>
    public static LeaseTerm Step { get; } = new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(5));

    /// <summary>For what leaves the process: the longest is the time limit of the mail server's client.</summary>
    public static LeaseTerm Message { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20));

    /// <summary>For a chunk of many cases, each in a transaction of its own that cannot be done twice.</summary>
    public static LeaseTerm Chunk { get; } = new(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(2));
}

internal sealed class TimerWork(ITimerHandler handler) : IPumpWork<CaseTimer>
{
    public LeaseTerm Term => LeaseTerm.Step;

    public Task<PumpOutcome> HandleAsync(CaseTimer row, CancellationToken cancellationToken) => handler.HandleAsync(row, cancellationToken);

    public bool IsSettled(CaseTimer row) => row.State != TimerState.Pending;

    public void Finish(CaseTimer row, DateTimeOffset now) => row.State = TimerState.Fired;

    public void GiveUp(CaseTimer row) => row.State = TimerState.Failed;
}

internal sealed class InboundWork(IInboundEventHandler handler) : IPumpWork<InboundEvent>
{
    public LeaseTerm Term => LeaseTerm.Step;

    public Task<PumpOutcome> HandleAsync(InboundEvent row, CancellationToken cancellationToken) => handler.HandleAsync(row, cancellationToken);

    public bool IsSettled(InboundEvent row) => row.State != InboundState.Pending;

    public void Finish(InboundEvent row, DateTimeOffset now) => row.State = InboundState.Consumed;

    public void GiveUp(InboundEvent row) => row.State = InboundState.Failed;
}

internal sealed class BatchWork(WorkBatchItem handler) : IPumpWork<CaseBatchItem>
{
    public LeaseTerm Term => LeaseTerm.Step;

    public Task<PumpOutcome> HandleAsync(CaseBatchItem row, CancellationToken cancellationToken) => handler.HandleAsync(row, cancellationToken);

    public bool IsSettled(CaseBatchItem row) => row.State != CaseBatchState.Pending;

    public void Finish(CaseBatchItem row, DateTimeOffset now) => (row.State, row.FinishedAt) = (CaseBatchState.Done, now);

    public void GiveUp(CaseBatchItem row) => row.State = CaseBatchState.Failed;
}

internal sealed class OutboxWork(IEnumerable<IOutboxSender> senders) : IPumpWork<OutboxMessage>
{
    public LeaseTerm Term => LeaseTerm.Message;

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
    public LeaseTerm Term => LeaseTerm.Chunk;

    public Task<PumpOutcome> HandleAsync(MigrationBatch row, CancellationToken cancellationToken) => work.HandleAsync(row, cancellationToken);

    public bool IsSettled(MigrationBatch row) => row.State != MigrationState.Pending;

    public void Finish(MigrationBatch row, DateTimeOffset now) => (row.ReadyAt, row.Attempts) = (now, 0);

    public void GiveUp(MigrationBatch row) => (row.State, row.OpenKey) = (MigrationState.Failed, null);
}

/// <summary>A chunk of past cases to be played again; a run with more to do stays ready.</summary>
internal sealed class ReplayWork(WorkReplay work) : IPumpWork<ReplayRun>
{
    public LeaseTerm Term => LeaseTerm.Chunk;

    public Task<PumpOutcome> HandleAsync(ReplayRun row, CancellationToken cancellationToken) => work.HandleAsync(row, cancellationToken);

    public bool IsSettled(ReplayRun row) => row.State != ReplayState.Pending;

    public void Finish(ReplayRun row, DateTimeOffset now) => (row.ReadyAt, row.Attempts) = (now, 0);

    public void GiveUp(ReplayRun row) => row.State = ReplayState.Failed;
}
