using Approvals.Application.Cases;
using Approvals.Application.Tasks;

namespace Approvals.Application.CaseViews;

/// <summary>A step of a timeline: an activity gone through once, or a part of it that goes by a name of its own, such as the draw of a panel.</summary>
internal sealed record StepKey(string Activity, int Round, LocalText Name)
{
    internal static StepKey Of(TaskItem task) => new(task.ActivityId, task.Round, task.StepName);
}

/// <summary>The steps of a case that were begun, and to which of them something belongs.</summary>
internal sealed class StepKeys(CaseWork work, IEnumerable<StepKey> begun)
{
    private readonly HashSet<StepKey> _begun = [.. begun];

    /// <summary>Where an opinion belongs: the part it was written in; what was asked aside belongs to the activity itself.</summary>
    internal StepKey Of(Opinion opinion) =>
        new StepKey(opinion.ActivityId, opinion.Round, opinion.StepName) is var key && _begun.Contains(key) ? key : Of(opinion.ActivityId, opinion.Round);

    /// <summary>The activity itself; the part of it that was begun first where it goes by no name of its own.</summary>
    internal StepKey Of(string activity, int round)
    {
        var key = new StepKey(activity, round, work.StepName(activity));
        return _begun.Contains(key) ? key : _begun.FirstOrDefault(k => k.Activity == activity && k.Round == round) ?? key;
    }
}
