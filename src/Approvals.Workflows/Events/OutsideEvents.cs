namespace Approvals.Workflows;

/// <summary>Something happened that activities may wait for by name; every one of this case that does hears it.</summary>
/// <param name="Name">Name of the event.</param>
/// <param name="Payload">What came with it.</param>
public sealed record SignalReceived(string Name, FeelValue Payload = default) : WorkflowEvent;

/// <summary>The outside world answered a <see cref="CompleteRunTask"/> or a <see cref="SendHttp"/>.</summary>
/// <param name="Request">Id of what was asked.</param>
/// <param name="Value">The answer: a task's result, a response's content.</param>
public sealed record ExternalReplied(string Request, FeelValue Value = default) : WorkflowEvent
{
    /// <summary>Of a response: its status code; null when none came.</summary>
    public int? Status { get; init; }

    /// <summary>Why none came: <c>connection</c>, <c>timeout</c>, or the reason it was not sent, such as a host that is not allowed.</summary>
    public string? Failure { get; init; }

    /// <summary>Of a response: its headers.</summary>
    public FeelValue Headers { get; init; }
}
