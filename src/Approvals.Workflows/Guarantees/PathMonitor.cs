namespace Approvals.Workflows;

/// <summary>Watches one rule along a path; what it remembers is part of the explored state.</summary>
internal abstract class PathMonitor
{
    /// <summary>The path broke the rule.</summary>
    public bool IsBroken { get; protected set; }

    /// <summary>What it remembers.</summary>
    public abstract string Key { get; }

    /// <summary>A monitor with the same memory.</summary>
    public abstract PathMonitor Clone();

    /// <summary>An activity begins; given the steps of people directly before it.</summary>
    public virtual void Begins(ActivityNode node, ImmutableArray<string> after) { }

    /// <summary>An activity is done.</summary>
    public virtual void Leaves(ActivityNode node, ImmutableArray<string> outcomes) { }

    /// <summary>An acceptance asked for a correction.</summary>
    public virtual void AsksCorrection(ActivityNode node) { }

    /// <summary>What activities had done was taken back.</summary>
    public virtual void TakenBack(Func<string, bool> isTakenBack) { }

    /// <summary>The case ended.</summary>
    public virtual void Ends(string? result, ActivityDefinition? by) { }
}

/// <summary>Watches nothing.</summary>
internal sealed class NoMonitor : PathMonitor
{
    public override string Key => "";

    public override PathMonitor Clone() => this;
}
