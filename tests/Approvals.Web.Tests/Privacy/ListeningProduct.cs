using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Approvals.Web.Tests.Privacy;

/// <summary>A product of whose log every line is read, down to the finest; those that hold a word are kept. It does nothing by itself, so that nothing is still to come when its files are looked at.</summary>
public sealed class ListeningProduct : ProductServer
{
    private readonly Listener _listener = new();

    /// <summary>The word that is listened for.</summary>
    public const string Word = "KEPTWORDQX7";

    /// <summary>The lines that held the word, exceptions included.</summary>
    public IEnumerable<string> Heard => _listener.Lines;

    /// <summary>How many lines were read.</summary>
    public long Read => _listener.Count;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Work:Enabled", "false");
        builder.UseSetting("RateLimits:SearchesAMinute", "100000");
        builder.UseSetting("RateLimits:SearchesAMinuteOfAnAddress", "100000");
        // The framework repeats each address that is asked for, and so what was searched in it; the product is shipped with that off.
        builder.ConfigureLogging(logging => logging.AddProvider(_listener).AddFilter<Listener>("", LogLevel.Trace).AddFilter<Listener>("Microsoft.AspNetCore.Hosting", LogLevel.Warning));
    }

    private sealed class Listener : ILoggerProvider, ILogger
    {
        private long _count;

        public ConcurrentQueue<string> Lines { get; } = new();

        public long Count => Interlocked.Read(ref _count);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Interlocked.Increment(ref _count);
            var line = $"{formatter(state, exception)} {exception}";
            if (line.Contains(Word, StringComparison.OrdinalIgnoreCase))
            {
                Lines.Enqueue(line);
            }
        }

        public void Dispose()
        {
        }
    }
}
