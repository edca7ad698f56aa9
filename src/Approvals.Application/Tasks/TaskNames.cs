using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>What people call a task: its step, but for the ruling on an objection, which is work of its own inside a notice, and an opinion somebody is asked for.</summary>
internal static class TaskNames
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(TaskNames).Assembly);

    /// <summary>The name of a task.</summary>
    internal static LocalText Of(CaseWork work, TaskBookmark task) => task.Kind switch
    {
        TaskKind.Ruling => Texts.Texts["tasks.ruling"],
        TaskKind.Opinion => Asked(work.StepName(task.Activity)),
        _ => work.StepName(task.Activity),
    };

    /// <summary>The name of what a case waits at.</summary>
    internal static LocalText Of(CaseWork work, Bookmark bookmark) => bookmark is TaskBookmark task ? Of(work, task) : work.StepName(bookmark.Activity);

    private static LocalText Asked(LocalText step) => new(
        Texts.Format("tasks.opinionAt", new Dictionary<string, string> { ["step"] = step.Zh }, "zh-CN"),
        Texts.Format("tasks.opinionAt", new Dictionary<string, string> { ["step"] = step.En }, "en"));
}
