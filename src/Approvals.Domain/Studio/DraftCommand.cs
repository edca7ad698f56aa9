namespace Approvals.Domain.Studio;

/// <summary>One change of a draft's files, as pure data. A new kind of change is one file and one line in <see cref="DraftCommands"/>.</summary>
public abstract record DraftCommand
{
    /// <summary>
    /// What it changes: the path of a file, then <c>#</c> and an address inside it. Two changes meet when one's target begins the
    /// other's; a change by somebody else that meets this one is not overwritten in silence.
    /// </summary>
    public abstract ImmutableArray<string> Targets { get; }

    /// <summary>The files after the change; an error says what stands in the way and where.</summary>
    public abstract Result<DraftFiles> Apply(DraftFiles files);
}
