namespace Approvals.Workflows;

/// <summary>A return after which the case comes straight back; meanwhile what the target led to stands still.</summary>
/// <param name="Target">The execution returned to.</param>
/// <param name="Returner">The execution that returned the case and runs again.</param>
public sealed record PendingReturn(string Target, string Returner)
{
    /// <summary>The executions that stand still, the returner among them.</summary>
    public ImmutableArray<string> Frozen { get => field.IsDefault ? [] : field; init; }
}
