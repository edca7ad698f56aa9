namespace Approvals.Workflows.Tests;

/// <summary>What three people in one review may do, said in the fewest words: the engine must agree with it, whatever the order.</summary>
internal sealed class ReviewModel(string mode, IReadOnlyList<string> people)
{
    /// <summary>How many must approve where a quota counts.</summary>
    public const int Quota = 2;

    private readonly HashSet<string> _approved = [];
    private readonly HashSet<string> _rejected = [];

    public string? Outcome { get; private set; }

    /// <summary>Whose turn it is.</summary>
    public IEnumerable<string> Open => Outcome is not null ? [] : mode switch
    {
        "AnyOf" => people,
        "InSequence" => people.Except(_approved).Take(1),
        _ => people.Except(_approved).Except(_rejected),
    };

    public bool Act(string person, bool approves)
    {
        if (!Open.Contains(person))
        {
            return false;
        }

        (approves ? _approved : _rejected).Add(person);
        var needed = mode switch { "AnyOf" => 1, "Quota" => Quota, _ => people.Count };
        var allowed = mode == "Quota" ? people.Count - Quota : 0;
        Outcome = _approved.Count >= needed ? "Approved" : _rejected.Count > allowed ? "Rejected" : null;
        return true;
    }
}
