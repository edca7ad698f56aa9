namespace Approvals.Infrastructure.Mail;

/// <summary>
/// Whether the mail server is there. While it is not, one mail asks for it now and then and the others wait without asking: a
/// hundred thousand of them must not knock one after another, and what goes elsewhere must not wait behind them.
/// </summary>
public sealed class MailServerHealth(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private DateTimeOffset _askAgainAt;
    private TimeSpan _pause;

    /// <summary>How long to wait before asking; null when one may ask now, which keeps others from asking until the answer is there.</summary>
    public TimeSpan? Wait()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_pause > TimeSpan.Zero && now < _askAgainAt)
            {
                return _askAgainAt - now;
            }

            _askAgainAt = _pause > TimeSpan.Zero ? now + _pause : _askAgainAt;
            return null;
        }
    }

    /// <summary>It did not answer.</summary>
    public void Failed()
    {
        lock (_gate)
        {
            _pause = _pause == TimeSpan.Zero ? First : _pause * 2 < Longest ? _pause * 2 : Longest;
            _askAgainAt = time.GetUtcNow() + _pause;
        }
    }

    /// <summary>It answered.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            _pause = TimeSpan.Zero;
        }
    }
}
