using Approvals.Application.Database;
using Approvals.Application.Metering;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;
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
        using var _ = CaseTrace.Begin(CaseTrace.Whole);
        var began = TimeProvider.System.GetTimestamp();
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await TryAsync(caseId, by, decide, cancellationToken) is { } done)
            {
                ProductMeter.Stepped(TimeProvider.System.GetElapsedTime(began), done.IsSuccess ? "done" : "refused");
                return done;
            }
        }

        ProductMeter.Stepped(TimeProvider.System.GetElapsedTime(began), "busy");
        return new Error("cases.busy", ErrorKind.Conflict);
    }

    /// <summary>One attempt; null when somebody else committed a step meanwhile.</summary>
    private async Task<Result<T>?> TryAsync<T>(
        Guid caseId, CurrentUser? by, Func<CaseWork, Task<Result<T>>> decide, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        await using var connection = await HeldConnection.OpenAsync(context, cancellationToken);
        var work = await LoadAsync(scope.ServiceProvider, caseId, by, cancellationToken);
        if (!work.IsSuccess)
        {
            return work.Error;
        }

        var seen = work.Value.Row.Version;
        try
        {
            var decided = await decide(work.Value);
            if (!decided.IsSuccess)
            {
                return await ChangedAsync(context, caseId, seen, cancellationToken) ? default(Result<T>?) : decided;
            }

            // The row of the state is written by every step, so its version stands for the whole case.
            var outcome = await SaveAsync(scope.ServiceProvider, cancellationToken);
            return outcome == CommitOutcome.Committed ? decided : default(Result<T>?);
        }
        catch (InvalidOperationException)
        {
            if (!await ChangedAsync(context, caseId, seen, cancellationToken))
            {
                throw;
            }

            return null;
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

    /// <summary>
    /// A case is read by several statements: when a step is committed between them, the rows are newer than the state, and what
    /// was decided on them (a refusal, a row that is missing) says nothing.
    /// </summary>
    private static async Task<bool> ChangedAsync(ApprovalsDbContext context, Guid caseId, int seen, CancellationToken cancellationToken) =>
        await context.CaseStates.Where(s => s.CaseId == caseId).Select(s => s.Version).SingleAsync(cancellationToken) != seen;
}
