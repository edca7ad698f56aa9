using System.Collections.Concurrent;
using System.Threading.Channels;
using Approvals.Application.News;

namespace Approvals.Web.News;

/// <summary>How many pages may listen, under <c>News</c> in the configuration.</summary>
internal sealed class NewsLimits
{
    public const string Section = "News";

    /// <summary>Pages that listen at this node.</summary>
    public int Connections { get; init; } = 2_000;

    /// <summary>Pages of one account.</summary>
    public int ConnectionsOfAnAccount { get; init; } = 6;
}

/// <summary>The pages that listen at this node.</summary>
internal sealed class NewsConnections(NewsLimits limits)
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Listening, bool>> _open = new();
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>Begins to listen; null when too many do.</summary>
    public Listening? Open(Guid user)
    {
        lock (_gate)
        {
            var own = _open.GetOrAdd(user, _ => new ConcurrentDictionary<Listening, bool>());
            if (_count >= limits.Connections || own.Count >= limits.ConnectionsOfAnAccount)
            {
                return null;
            }

            var listening = new Listening(this, user);
            own[listening] = true;
            _count++;
            return listening;
        }
    }

    /// <summary>Wakes the pages of users.</summary>
    public void Tell(IEnumerable<Guid> users)
    {
        foreach (var listening in users.SelectMany(u => _open.TryGetValue(u, out var own) ? own.Keys : []))
        {
            listening.Wake();
        }
    }

    private void Close(Listening listening)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(listening.User, out var own) && own.TryRemove(listening, out _))
            {
                _count--;
                if (own.IsEmpty)
                {
                    _open.TryRemove(listening.User, out _);
                }
            }
        }
    }

    /// <summary>A page that listens. Many changes at once wake it once.</summary>
    internal sealed class Listening(NewsConnections connections, Guid user) : IDisposable
    {
        private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public Guid User => user;

        public void Wake() => _changes.Writer.TryWrite(true);

        /// <summary>Waits for a change; false when none came in time.</summary>
        public async Task<bool> ChangedAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
        {
            using var limit = new CancellationTokenSource(atMost, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            try
            {
                return await _changes.Reader.ReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Dispose() => connections.Close(this);
    }
}

/// <summary>Follows the signals of all nodes and wakes the pages that listen here.</summary>
internal sealed partial class NewsFollowing(NewsFollower follower, NewsConnections connections, NewsBell bell, ILogger<NewsFollowing> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                connections.Tell(await follower.LookAsync(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(log, exception);
            }

            await bell.WaitAsync(Look, TimeProvider.System, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Following the news stumbled and goes on")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
