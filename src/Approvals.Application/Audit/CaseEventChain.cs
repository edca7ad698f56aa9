using Approvals.Application.Cases;

namespace Approvals.Application.Audit;

/// <summary>Chains the events of a case, each to the hash of the one before.</summary>
public static class CaseEventChain
{
    /// <summary>Gives the event its hashes and moves the state's head on to it.</summary>
    /// <exception cref="InvalidOperationException">The event is not the next one.</exception>
    public static CaseEvent Append(CaseState state, CaseEvent @event)
    {
        if (@event.Number != state.EventCount + 1)
        {
            throw new InvalidOperationException($"Event {@event.Number} does not follow {state.EventCount}.");
        }

        @event.PreviousHash = state.LastEventHash;
        @event.Hash = CaseEventHash.Of(@event);
        state.EventCount = @event.Number;
        state.LastEventHash = @event.Hash;
        return @event;
    }
}
