using System.Collections.Frozen;

namespace Approvals.Workflows;

/// <summary>The activities that run here, by type name: adding one is one line.</summary>
internal static class ActivityCatalog
{
    private static readonly FrozenDictionary<string, Func<ActivityReader, Activity>> Types = new Dictionary<string, Func<ActivityReader, Activity>>
    {
        ["Elsa.Flowchart"] = Flowchart.Read,
        ["Elsa.Sequence"] = Sequence.Read,
        ["Elsa.Start"] = Start.Read,
        ["Elsa.End"] = End.Read,
        ["Elsa.Finish"] = Finish.Read,
        ["Elsa.FlowNode"] = FlowNode.Read,
        ["Elsa.FlowDecision"] = FlowDecision.Read,
        ["Elsa.FlowSwitch"] = FlowSwitch.Read,
        ["Elsa.FlowFork"] = FlowFork.Read,
        ["Elsa.FlowJoin"] = FlowJoin.Read,
        ["Elsa.SetVariable"] = SetVariable.Read,
        ["Elsa.Delay"] = Delay.Read,
        ["Approvals.Fill"] = Fill.Read,
        ["Approvals.Accept"] = Accept.Read,
        ["Approvals.Review"] = Review.Read,
        ["Approvals.Vote"] = Vote.Read,
        ["Approvals.Decide"] = Decide.Read,
        ["Approvals.PublicNotice"] = PublicNotice.Read,
        ["Approvals.WaitWorkingDays"] = WaitWorkingDays.Read,
        ["Approvals.WaitUntil"] = WaitUntil.Read,
        ["Approvals.Notify"] = NotifyPeople.Read,
        ["Approvals.Grant"] = Grant.Read,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Activity Read(ActivityReader reader) =>
        Types.TryGetValue(reader.Definition.Type, out var read) ? read(reader) : new Unsupported(reader.Definition.Type);
}
