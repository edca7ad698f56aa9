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
        ["Elsa.Parallel"] = Parallel.Read,
        ["Elsa.Fork"] = Parallel.ReadFork,
        ["Elsa.If"] = If.Read,
        ["Elsa.Switch"] = Switch.Read,
        ["Elsa.While"] = While.Read,
        ["Elsa.For"] = For.Read,
        ["Elsa.ForEach"] = ForEach.Read,
        ["Elsa.ParallelForEach"] = ParallelForEach.Read,
        ["Elsa.Break"] = Break.Read,
        ["Elsa.Container"] = Sequence.Read,
        ["Elsa.SetVariable"] = SetVariable.Read,
        ["Elsa.SetOutput"] = SetOutput.Read,
        ["Elsa.SetName"] = SetName.Read,
        ["Elsa.Correlate"] = Correlate.Read,
        ["Elsa.WriteLine"] = WriteLine.Read,
        ["Elsa.Delay"] = Delay.Read,
        ["Elsa.Timer"] = Delay.ReadTimer,
        ["Elsa.Cron"] = Cron.Read,
        ["Elsa.StartAt"] = StartAt.Read,
        ["Elsa.Event"] = AwaitEvent.Read,
        ["Elsa.PublishEvent"] = PublishEvent.Read,
        ["Elsa.RunTask"] = RunTask.Read,
        ["Elsa.ExecuteWorkflow"] = Subflow.ReadExecute,
        ["Elsa.DispatchWorkflow"] = Subflow.ReadDispatch,
        ["Elsa.Complete"] = Complete.Read,
        ["Elsa.Fault"] = Fault.Read,
        ["Elsa.SendEmail"] = SendEmail.Read,
        ["Elsa.SendHttpRequest"] = SendHttpRequest.Read,
        ["Elsa.FlowSendHttpRequest"] = SendHttpRequest.ReadFlow,
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
        ["Approvals.ChangeEntitlement"] = AlterEntitlement.Read,
        ["Approvals.RegisterRelative"] = RegisterRelative.Read,
        ["Approvals.Copy"] = CopyToPeople.Read,
        ["Approvals.StartCase"] = StartCase.Read,
        ["Approvals.JoinWaitingList"] = WaitInList.Read,
        ["Approvals.Book"] = Book.Read,
        ["Approvals.Defence"] = Defence.Read,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The type names.</summary>
    public static IEnumerable<string> All => Types.Keys;

    /// <summary>Whether there is an activity of a type name.</summary>
    public static bool Knows(string type) => Types.ContainsKey(type);

    public static Activity Read(ActivityReader reader) =>
        Types.TryGetValue(WithoutArguments(reader.Definition.Type), out var read) ? read(reader)
        : reader.Definition.Property("workflowDefinitionId") is { ValueKind: JsonValueKind.String } ? Subflow.ReadUsed(reader)
        : new Unsupported(reader.Definition.Type);

    /// <summary>Definitions written in code name what a loop or variable is of: <c>Elsa.ForEach&lt;String&gt;</c>, <c>Elsa.ForEach`1</c>.</summary>
    private static string WithoutArguments(string type) => type.IndexOfAny(['<', '`']) is var at and > 0 ? type[..at] : type;
}
