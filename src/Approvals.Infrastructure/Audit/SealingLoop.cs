using Approvals.Application.Audit;
using Approvals.Application.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Approvals.Infrastructure.Audit;

/// <summary>Seals the audit every second on the one node that is elected to.</summary>
internal sealed partial class SealingLoop(IServiceScopeFactory scopes, TimeProvider time, ILogger<SealingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SealAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(log, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task SealAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Election>().LeadsAsync("audit.seal", cancellationToken))
        {
            await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAllAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sealing the audit failed and is tried again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
