namespace Approvals.Workflows;

/// <summary>A container that holds its children by properties instead of connections; it leaves by Done.</summary>
internal abstract class Block : Activity
{
    /// <summary>Whether a Break inside ends it.</summary>
    public virtual bool IsLoop => false;

    /// <summary>The children likely entered, for the predicted route.</summary>
    public abstract IEnumerable<string> Ahead(RouteView view);

    public override Progress ChildLeft(ActivityContext context, Execution child, ImmutableArray<string> outcomes)
    {
        context.Passed(Rounds.After(context.Run, child));
        return Next(context);
    }

    public override Progress Settled(ActivityContext context) => IsBusy(context) ? Progress.Wait : Next(context);

    /// <summary>A child left; what comes now.</summary>
    protected virtual Progress Next(ActivityContext context) => IsBusy(context) ? Progress.Wait : Progress.Done;

    /// <summary>Puts the given children in line; done at once where there are none.</summary>
    protected static Progress Enter(ActivityContext context, params IEnumerable<string?> children)
    {
        var after = context.Execution.After;
        var any = false;
        foreach (var child in children.OfType<string>())
        {
            any = true;
            context.Schedule(child, after);
        }

        return any ? Progress.Wait : Progress.Done;
    }

    private static bool IsBusy(ActivityContext context) => context.Run.State.Executions.Any(e => e.Scope == context.Execution.Id);
}
