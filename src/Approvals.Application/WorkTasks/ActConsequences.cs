using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Tasks;
using Approvals.Workflows;

namespace Approvals.Application.WorkTasks;

/// <summary>What happens next if an act is chosen, in a sentence, as the definition says it.</summary>
public sealed class ActConsequences(CaseWords words, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Acts that follow no connection have a sentence of their own.</summary>
    private static readonly HashSet<string> Plain = ["return", "transfer", "recuse", "recuse.review", "vote", "correct", "give", "propose", "takePart", "convene"];

    /// <summary>The sentence; null when nothing can be said.</summary>
    internal string? Of(CaseWork work, TaskBookmark task, string act, string? outcome, string language)
    {
        if (Plain.Contains(act) || outcome is null)
        {
            return texts.Texts.ContainsKey($"act.then.{act}") ? texts.Format($"act.then.{act}", None, language) : null;
        }

        var (left, before) = task.Kind == TaskKind.Ruling
            ? (outcome == TaskOutcomes.Upheld ? "Objection" : "NoObjection", "act.afterNotice")
            : (outcome, outcome == "Approved" && Others(work, task) > 0 ? "act.afterOthers" : null);
        var after = RouteAfter.Of(work.Service.Package.Workflow, work.State, work.StepContext(FactSet.Empty), task.Activity, left);
        if (after is null || Follows(work, after, language) is not { } follows)
        {
            return null;
        }

        return before is null ? follows : Say(before, language, follows);
    }

    private string? Follows(CaseWork work, RouteAfter after, string language) =>
        !after.AwaitsOthers.IsEmpty ? Say("act.awaits", language, Names(after.AwaitsOthers.Select(a => a.DisplayName), language))
        : !after.Steps.IsEmpty ? Say(after.Steps.Length == 1 ? "act.after" : "act.afterBoth", language, Names(after.Steps.Select(s => s.Name), language))
        : after.Ends is [var end, ..] ? Say("act.ends", language, words.Result(end.Result, work.Service.Service, language) ?? end.DisplayName.In(language))
        : null;

    /// <summary>How many have yet to agree besides whoever has the task.</summary>
    private static int Others(CaseWork work, TaskBookmark task)
    {
        var waiting = work.State.Executions.FirstOrDefault(e => e.Id == task.Execution)?.Memory is ReviewMemory memory ? memory.Waiting.Length : 0;
        return waiting + work.State.Tasks.Count(t => t.Execution == task.Execution && t.Id != task.Id);
    }

    private string Say(string code, string language, string step) => texts.Format(code, new Dictionary<string, string> { ["step"] = step }, language);

    private static string Names(IEnumerable<LocalText> names, string language) =>
        string.Join(language == "en" ? ", " : "、", names.Select(n => language == "en" ? $"\"{n.En}\"" : $"“{n.Zh}”").Distinct());
}
