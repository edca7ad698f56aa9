using System.Text;

namespace Approvals.Workflows;

/// <summary>A token at a join, in a control state.</summary>
/// <param name="From">The activity it came from.</param>
/// <param name="Port">The outcome it left by.</param>
/// <param name="To">The activity it waits at.</param>
/// <param name="After">The steps of people directly before.</param>
internal sealed record ControlToken(string From, string Port, string To, ImmutableArray<string> After);

/// <summary>An activity under way in a control state, with what is under way in it; the part of an <see cref="Execution"/> that decides the way.</summary>
internal sealed class ControlNode(string activity, ControlNode? scope)
{
    public string Activity => activity;

    public ControlNode? Scope => scope;

    /// <summary>The steps of people directly before it; of a container, directly before whatever follows it.</summary>
    public ImmutableArray<string> After { get; set; } = [];

    public List<ControlNode> Children { get; } = [];

    public List<ControlToken> Tokens { get; } = [];

    /// <summary>How far a sequence or loop has come.</summary>
    public int Position { get; set; }

    /// <summary>It left already and stays for a promise.</summary>
    public bool Left { get; set; }

    /// <summary>It cannot go on without an operator.</summary>
    public bool IsStuck { get; set; }

    /// <summary>It stands still until what it was returned to is done.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>The step that goes on when this one is done, after a return.</summary>
    public string? Resumes { get; set; }

    public IEnumerable<ControlNode> WithDescendants() => [this, .. Children.SelectMany(c => c.WithDescendants())];

    public ControlNode Clone(ControlNode? newScope)
    {
        var copy = new ControlNode(activity, newScope) { Position = Position, Left = Left, IsStuck = IsStuck, IsFrozen = IsFrozen, Resumes = Resumes, After = After };
        copy.Tokens.AddRange(Tokens);
        copy.Children.AddRange(Children.Select(c => c.Clone(copy)));
        return copy;
    }

    /// <summary>The same for states that differ in nothing that matters.</summary>
    /// <param name="withPeople">Whether it matters who came before.</param>
    public string Key(bool withPeople)
    {
        var key = new StringBuilder(activity);
        key.Append('#').Append(Position).Append(Left ? "l" : "").Append(IsStuck ? "s" : "").Append(IsFrozen ? "f" : "").Append(Resumes);
        Append(key, withPeople ? After : []);
        key.Append('{');
        key.AppendJoin(',', Children.Select(c => c.Key(withPeople)).Order(StringComparer.Ordinal));
        key.Append('|');
        key.AppendJoin(',', Tokens.Select(t => $"{t.From}:{t.Port}>{t.To}{(withPeople ? string.Join('+', t.After) : "")}").Order(StringComparer.Ordinal));
        return key.Append('}').ToString();
    }

    private static void Append(StringBuilder key, ImmutableArray<string> after)
    {
        if (!after.IsEmpty)
        {
            key.Append('<').AppendJoin('+', after);
        }
    }
}
