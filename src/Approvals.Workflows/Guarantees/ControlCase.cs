namespace Approvals.Workflows;

/// <summary>A control state: where the tokens of a case are, and what of its past decides what may still happen.</summary>
internal sealed class ControlCase
{
    /// <summary>What is under way; null before the start and after the end.</summary>
    public ControlNode? Root { get; set; }

    public bool IsOver { get; set; }

    /// <summary>How it ended.</summary>
    public string? Result { get; set; }

    /// <summary>The activity that ended it, if one did.</summary>
    public string? EndedBy { get; set; }

    /// <summary>A right was granted: the applicant cannot withdraw any more.</summary>
    public bool IsGranted { get; set; }

    /// <summary>Acceptances that have asked for a correction.</summary>
    public SortedSet<string> Corrected { get; } = new(StringComparer.Ordinal);

    /// <summary>The Fill by which a withdrawal leads on, once it ran.</summary>
    public bool HasWayOut { get; set; }

    public ControlCase Clone()
    {
        var copy = new ControlCase { Root = Root?.Clone(null), IsOver = IsOver, Result = Result, EndedBy = EndedBy, IsGranted = IsGranted, HasWayOut = HasWayOut };
        copy.Corrected.UnionWith(Corrected);
        return copy;
    }

    public string Key(bool withPeople) => IsOver ? $"over:{Result}:{EndedBy}" : $"{(IsGranted ? "g" : "")}{(HasWayOut ? "w" : "")}{string.Join(',', Corrected)};{Root?.Key(withPeople)}";
}
