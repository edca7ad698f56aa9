using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>What people call a task: its step, but for the ruling on an objection, which is work of its own inside a notice, an opinion somebody is asked for, and what comes before a drawn panel votes.</summary>
internal static class TaskNames
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(TaskNames).Assembly);

    /// <summary>The name of a task.</summary>
    internal static LocalText Of(CaseWork work, TaskBookmark task) => task.Kind switch
    {
        TaskKind.Ruling => Texts.Texts["tasks.ruling"],
        TaskKind.Opinion => Named("tasks.opinionAt", work.StepName(task.Activity)),
        TaskKind.Draw => Named("tasks.drawFor", work.StepName(task.Activity)),
        TaskKind.Invitation => Named("tasks.invitationTo", work.StepName(task.Activity)),
        _ => work.StepName(task.Activity),
    };

    /// <summary>The name of what a case waits at.</summary>
    internal static LocalText Of(CaseWork work, Bookmark bookmark) => bookmark is TaskBookmark task ? Of(work, task) : work.StepName(bookmark.Activity);

    private static LocalText Named(string code, LocalText step) => new(
        Texts.Format(code, new Dictionary<string, string> { ["step"] = step.Zh }, "zh-CN"),
        Texts.Format(code, new Dictionary<string, string> { ["step"] = step.En }, "en"));
}
