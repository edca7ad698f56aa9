using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Cases;

/// <summary>
/// One transaction a step: loads the case in a scope of its own, lets the caller decide and take events, and writes everything
/// at once under the state's version. On a conflict the case is loaded and decided again, so the caller's checks see who
/// acted first.
/// </summary>
public sealed class CaseStepper(IServiceScopeFactory scopes)
{
    private const int MostAttempts = 8;

    /// <summary>Decides on a case and commits what was decided.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who acts; null for the system.</param>
    /// <param name="decide">Checks and takes events; may run several times, each time on the case as it is then.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<Result<T>> RunAsync<T>(
        Guid caseId, CurrentUser? by, Func<CaseWork, Task<Result<T>>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var connection = await HeldConnection.OpenAsync(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), cancellationToken);
            var work = await LoadAsync(scope.ServiceProvider, caseId, by, cancellationToken);
            if (!work.IsSuccess)
            {
                return work.Error;
            }

            var decided = await decide(work.Value);
            if (!decided.IsSuccess)
            {
                return decided.Error;
            }

            // The row of the state is written by every step, so its version stands for the whole case.
            var outcome = await SaveAsync(scope.ServiceProvider, cancellationToken);
            if (outcome == CommitOutcome.Committed)
            {
                return decided;
            }

            if (attempt == MostAttempts)
            {
                return new Error("cases.busy", ErrorKind.Conflict);
            }
        }
    }

    private static async Task<Result<CaseWork>> LoadAsync(IServiceProvider services, Guid caseId, CurrentUser? by, CancellationToken cancellationToken)
    {
        using var _ = CaseTrace.Begin(CaseTrace.Load);
        return await services.GetRequiredService<CaseWorkLoader>().LoadAsync(caseId, by, cancellationToken);
    }

    private static async Task<CommitOutcome> SaveAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        using var _ = CaseTrace.Begin(CaseTrace.Save);
        return await services.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken);
    }
}
