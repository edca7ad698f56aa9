using Approvals.Application.Database;

namespace Approvals.Application.Outbox;

/// <summary>How much of a channel was taken in a minute of the clock by all nodes together.</summary>
public sealed class SendAllowance : IVersioned
{
    /// <summary>Such as <c>mail</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The minute it was last taken in.</summary>
    public required DateTimeOffset Minute { get; set; }

    public required int Taken { get; set; }

    public int Version { get; set; }
}
