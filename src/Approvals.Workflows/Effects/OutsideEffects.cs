namespace Approvals.Workflows;

/// <summary>A line of the case's log; the stored event keeps it.</summary>
/// <param name="Activity">The activity that wrote it.</param>
/// <param name="Text">The line.</param>
public sealed record WriteLog(string Activity, string Text) : Effect;

/// <summary>Other cases that wait for an event of this name hear it; this case's own have heard it already.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Key">Engine-derived id, unique in the case; makes the sending idempotent.</param>
/// <param name="Name">Name of the event.</param>
/// <param name="Payload">What goes with it.</param>
public sealed record SendSignal(string Activity, string Key, string Name, FeelValue Payload) : Effect
{
    /// <summary>Only cases with this word hear it; null means every one.</summary>
    public string? Correlation { get; init; }
}

/// <summary>The outside world is asked to do a task and to say so through the API; the answer is an <see cref="ExternalReplied"/>.</summary>
/// <param name="Request">Its id.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Name">Name of the task.</param>
/// <param name="Payload">What it needs.</param>
public sealed record CompleteRunTask(string Request, string Activity, string Name, FeelValue Payload) : Effect;

/// <summary>A mail to given addresses.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Key">Engine-derived id, unique in the case; makes the sending idempotent.</param>
/// <param name="To">Addresses.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text.</param>
public sealed record SendMail(string Activity, string Key, ImmutableArray<string> To, string Subject, string Body) : Effect
{
    /// <summary>Addresses.</summary>
    public ImmutableArray<string> To { get => field.IsDefault ? [] : field; init; } = To;

    /// <summary>Addresses of copies.</summary>
    public ImmutableArray<string> Cc { get => field.IsDefault ? [] : field; init; }

    /// <summary>Addresses of copies nobody else sees.</summary>
    public ImmutableArray<string> Bcc { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A request to a host of the allow-list; the answer is an <see cref="ExternalReplied"/>.</summary>
/// <param name="Request">Its id.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Method">GET, POST, ….</param>
/// <param name="Url">Where to.</param>
/// <param name="Content">The body; text as it is, anything else as JSON.</param>
public sealed record SendHttp(string Request, string Activity, string Method, string Url, FeelValue Content) : Effect
{
    /// <summary>Media type of the body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The Authorization header.</summary>
    public string? Authorization { get; init; }

    /// <summary>Further headers.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }
}
