namespace Approvals.Workflows.Tests;

/// <summary>What holds in every state between two steps.</summary>
internal static class Invariants
{
    public static void Hold(WorkflowState state)
    {
        var ids = state.Executions.Select(e => e.Id).Concat(state.Bookmarks.Select(b => b.Id)).Concat(state.Incidents.Select(i => i.Id)).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        if (state.Status == WorkflowStatus.Finished)
        {
            Assert.Empty(state.Executions);
            Assert.Empty(state.Bookmarks);
            Assert.Empty(state.Tokens);
            Assert.Empty(state.Returns);
            Assert.Empty(state.Held);
            Assert.Empty(state.Incidents);
            return;
        }

        var executions = state.Executions.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(state.Executions, e => Assert.True(e.Scope is null || executions.Contains(e.Scope), $"{e} has lost its container"));
        Assert.All(state.Bookmarks, b => Assert.Contains(b.Execution, executions));
        Assert.All(state.Incidents, i => Assert.Contains(i.Execution, executions));
        Assert.All(state.Tokens, t => Assert.Contains(t.Scope, executions));
        Assert.All(state.Returns, r => Assert.True(executions.Contains(r.Target) && executions.Contains(r.Returner), $"{r} has lost an end"));
        Assert.True(state.Held.IsEmpty || !state.Returns.IsEmpty, "an event is held for nobody");
        Assert.All(state.Tasks, t => Assert.Equal(state.Returns.Any(r => r.Frozen.Contains(t.Execution)), t.Frozen));
        Assert.All(state.Executions, e => Assert.True(
            state.Executions.Any(child => child.Scope == e.Id) || state.Bookmarks.Any(b => b.Execution == e.Id) ||
            state.Incidents.Any(i => i.Execution == e.Id) || state.Returns.Any(r => r.Returner == e.Id),
            $"{e.Activity} waits for nothing"));
    }
}
