using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>What people call a task: its step, but for the ruling on an objection, which is work of its own inside a notice.</summary>
internal static class TaskNames
{
    private static readonly LocalText Ruling = MessageCatalog.Load(typeof(TaskNames).Assembly).Texts["tasks.ruling"];

    /// <summary>The name of a task.</summary>
    internal static LocalText Of(CaseWork work, TaskBookmark task) => task.Kind == TaskKind.Ruling ? Ruling : work.StepName(task.Activity);

    /// <summary>The name of what a case waits at.</summary>
    internal static LocalText Of(CaseWork work, Bookmark bookmark) => bookmark is TaskBookmark task ? Of(work, task) : work.StepName(bookmark.Activity);
}
