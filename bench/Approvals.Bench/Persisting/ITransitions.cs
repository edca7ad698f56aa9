namespace Approvals.Bench.Persisting;

/// <summary>A way of persisting transitions of cases, so that two can be set side by side.</summary>
internal interface ITransitions : IAsyncDisposable
{
    public string Name { get; }

    /// <summary>Finds the task that is open in a case; not part of what is measured, as an inbox finds it in life.</summary>
    public Task<Guid> OpenTaskAsync(int caseIndex);

    /// <summary>Completes the task and opens the next, durably.</summary>
    public Task StepAsync(int caseIndex, Guid task);

    /// <summary>How many rows each table that grows has.</summary>
    public Task<IReadOnlyDictionary<string, long>> RowsAsync();
}
