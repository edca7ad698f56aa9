namespace Approvals.Domain.Studio.Compare;

/// <summary>What a difference is about.</summary>
public enum DifferenceArea
{
    /// <summary>The service's own settings.</summary>
    Service,

    /// <summary>The flow.</summary>
    Flow,

    /// <summary>A form.</summary>
    Form,

    /// <summary>A decision table or another decision.</summary>
    Decision,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A scenario.</summary>
    Scenario,

    /// <summary>Any other file.</summary>
    File,
}

/// <summary>What became of a thing.</summary>
public enum DifferenceAct
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is otherwise.</summary>
    Changed,

    /// <summary>It stands elsewhere.</summary>
    Moved,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>One thing that differs between two states of a package, in words.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Act">What became of it.</param>
/// <param name="What">What differs, by the names that the files give.</param>
/// <param name="File">The file.</param>
public sealed record Difference(DifferenceArea Area, DifferenceAct Act, LocalText What, string File)
{
    /// <summary>How it was; null when it was not there, or is told by its name alone.</summary>
    public LocalText? Before { get; init; }

    /// <summary>How it is; null when it is gone, or is told by its name alone.</summary>
    public LocalText? After { get; init; }

    /// <summary>Where in the file: an address, or a decision's name.</summary>
    public string? Place { get; init; }

    /// <summary>The step, where it is about one.</summary>
    public string? Activity { get; init; }

    /// <summary>The whole difference as a sentence.</summary>
    public required LocalText Text { get; init; }
}
