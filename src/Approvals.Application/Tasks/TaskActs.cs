namespace Approvals.Application.Tasks;

/// <summary>Further acts that a step's definition allows by name.</summary>
internal static class TaskActs
{
    internal const string Transfer = "transfer";
    internal const string Delegate = "delegate";
    internal const string AddSigner = "addSigner";
    internal const string AskOpinion = "askOpinion";
    internal const string Copy = "copy";
    internal const string Extend = "extend";
    internal const string StopClock = "stopClock";
    internal const string Batch = "batch";

    /// <summary>Why a task's step does not offer an act; null when it does.</summary>
    internal static Error? Refusal(this TaskWork task, string act) => task.Task.Acts.Contains(act)
        ? null
        : new Error("workflow.actNotAllowed", ErrorKind.Conflict).With("act", act);
}
