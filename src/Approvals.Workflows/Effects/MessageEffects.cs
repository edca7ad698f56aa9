namespace Approvals.Workflows;

/// <summary>A notification goes out.</summary>
/// <param name="Activity">The activity that sends it.</param>
/// <param name="To">To whom.</param>
/// <param name="Template">Name of the text: a letter of the package, or <c>reminder</c> and <c>escalation</c> of the platform.</param>
/// <param name="Channels">Channels, such as <c>page</c>, <c>mail</c>, <c>sms</c>; empty means the person's own choice.</param>
public sealed record Notify(string Activity, ImmutableArray<Candidate> To, string Template, ImmutableArray<string> Channels) : Effect
{
    /// <summary>To whom.</summary>
    public ImmutableArray<Candidate> To { get => field.IsDefault ? [] : field; init; } = To;

    /// <summary>Channels; empty means the person's own choice.</summary>
    public ImmutableArray<string> Channels { get => field.IsDefault ? [] : field; init; } = Channels;

    /// <summary>Whether they may read the case from now on: it is copied to them.</summary>
    public bool MayRead { get; init; }

    /// <summary>The task it is about, if any.</summary>
    public string? Task { get; init; }
}

/// <summary>A letter of the package is made out to the applicant and delivered.</summary>
/// <param name="Activity">The activity it belongs to.</param>
/// <param name="Letter">The letter's name.</param>
public sealed record SendLetter(string Activity, string Letter) : Effect
{
    /// <summary>Paths of fields it names, for a correction.</summary>
    public ImmutableArray<string> Fields { get => field.IsDefault ? [] : field; init; }

    /// <summary>Document types it names, for a correction or a conditional acceptance.</summary>
    public ImmutableArray<string> Documents { get => field.IsDefault ? [] : field; init; }

    /// <summary>Id of the opinion's row that it quotes.</summary>
    public string? Opinion { get; init; }
}
