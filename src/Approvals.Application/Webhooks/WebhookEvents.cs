namespace Approvals.Application.Webhooks;

/// <summary>What a webhook can be told of.</summary>
public static class WebhookEvents
{
    /// <summary>A case was filed, or its state or step changed.</summary>
    public const string Changed = "case.changed";

    /// <summary>A letter was issued.</summary>
    public const string Letter = "case.letter";

    /// <summary>A case ended.</summary>
    public const string Finished = "case.finished";

    /// <summary>A trial, sent when its owner asks for one.</summary>
    public const string Trial = "trial";

    /// <summary>Those one can choose.</summary>
    public static IReadOnlyList<string> All { get; } = [Changed, Letter, Finished];
}
