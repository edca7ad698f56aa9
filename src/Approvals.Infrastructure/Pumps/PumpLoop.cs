using Approvals.Application.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Approvals.Infrastructure.Pumps;

/// <summary>Runs a pump for as long as the host runs: at once when the writer rings, else every second.</summary>
internal sealed partial class PumpLoop<T>(Pump<T> pump, PumpSignals signals, TimeProvider time, ILogger<PumpLoop<T>> log) : BackgroundService
    where T : class, ILeased
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await pump.DrainAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(log, exception, typeof(T).Name);
            }

            await signals.WaitAsync<T>(Look, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The pump of {Kind} stumbled and goes on")]
    private static partial void LogFailure(ILogger logger, Exception exception, string kind);
}
