using Approvals.Application.Rights;

namespace Approvals.Application.Batches;

/// <summary>What one kind of batch does to a case. Doing it again after a crash must change nothing.</summary>
public interface ICaseBatchWork
{
    public string Kind { get; }

    public Task<Result<Unit>> RunAsync(CaseBatch batch, CaseBatchItem item, CurrentUser by, CancellationToken cancellationToken);
}
