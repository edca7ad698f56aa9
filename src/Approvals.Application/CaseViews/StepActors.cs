using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>Who did what at the steps of a case and who has them now, as staff read it: whoever acts for somebody who is away is named with whom.</summary>
internal sealed class StepActors
{
    private readonly Dictionary<Guid, string> _names;
    private readonly Dictionary<string, Guid> _substitutes;
    private readonly Guid? _applicant;
    private readonly CaseWords _words;
    private readonly string _language;

    private StepActors(Dictionary<Guid, string> names, Dictionary<string, Guid> substitutes, Guid? applicant, CaseWords words, string language) =>
        (_names, _substitutes, _applicant, _words, _language) = (names, substitutes, applicant, words, language);

    internal static async Task<StepActors> OfAsync(
        OpenedCase opened, IReadOnlyList<Opinion> opinions, CaseWords words, string language, CancellationToken cancellationToken)
    {
        var (context, row) = (opened.Work.Context, opened.Work.Case);
        var open = opened.Tasks.Where(t => t.ClosedAt is null && t.OwnerUserId is not null).ToList();
        var substitutes = await SubstitutesAsync(context, open, cancellationToken);
        Guid[] ids =
        [
            .. opinions.Where(o => o.OnBehalfOfUserId != o.AuthorUserId).Select(o => o.OnBehalfOfUserId).Concat(open.Select(t => t.OwnerUserId)).OfType<Guid>()
                .Concat(substitutes.Values).Distinct(),
        ];
        return new StepActors(await NamesAsync(context, ids, cancellationToken), substitutes, row.ApplicantUserId, words, language);
    }

    /// <summary>Who holds one task; null when nobody does.</summary>
    internal static async Task<string?> HolderAsync(ApprovalsDbContext context, TaskItem task, CaseWords words, string language, CancellationToken cancellationToken)
    {
        if (task.OwnerUserId is not { } owner)
        {
            return null;
        }

        var substitutes = await SubstitutesAsync(context, [task], cancellationToken);
        var names = await NamesAsync(context, [owner, .. substitutes.Values], cancellationToken);
        return new StepActors(names, substitutes, null, words, language).Holder(task);
    }

    /// <summary>Who wrote an opinion. That an agent acts for the applicant says the step itself.</summary>
    internal string Author(Opinion opinion) =>
        opinion.OnBehalfOfUserId is { } other && other != opinion.AuthorUserId && other != _applicant && _names.TryGetValue(other, out var principal)
            ? For(opinion.AuthorName, principal)
            : opinion.AuthorName;

    /// <summary>Who has the open tasks of a step; null when nobody does.</summary>
    internal string? Holders(IEnumerable<TaskItem> open)
    {
        var names = open.Select(Holder).Where(name => name.Length > 0).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(_language == "en" ? ", " : "、", names);
    }

    private string Holder(TaskItem task)
    {
        var name = task.OwnerUserId is { } owner ? _names.GetValueOrDefault(owner, "") : "";
        return _substitutes.TryGetValue(task.BookmarkId, out var by) && _names.TryGetValue(by, out var substitute) ? For(substitute, name) : name;
    }

    private string For(string actor, string principal) => _words.View("forPrincipal", _language, ("actor", actor), ("principal", principal));

    /// <summary>Whoever claimed a task last, where that was for its holder; a claim by the holder comes later and stands alone.</summary>
    private static async Task<Dictionary<string, Guid>> SubstitutesAsync(ApprovalsDbContext context, List<TaskItem> tasks, CancellationToken cancellationToken)
    {
        var claimed = tasks.Where(t => t.State is TaskItemState.Claimed or TaskItemState.Frozen).ToDictionary(t => t.BookmarkId);
        if (claimed.Count == 0)
        {
            return [];
        }

        var (id, type) = (tasks[0].CaseId, nameof(TaskClaimed));
        var claims = await context.CaseEvents.AsNoTracking().Where(e => e.CaseId == id && e.Type == type).OrderBy(e => e.Number)
            .Select(e => new { e.Event, e.ActorUserId, e.OnBehalfOfUserId }).ToListAsync(cancellationToken);
        return claims.Where(c => c.ActorUserId is not null).GroupBy(c => ((TaskClaimed)WorkflowEvent.FromJson(c.Event)).Task).Select(g => (Task: g.Key, Last: g.Last()))
            .Where(c => c.Last.OnBehalfOfUserId is { } principal && claimed.TryGetValue(c.Task, out var task) && task.OwnerUserId == principal)
            .ToDictionary(c => c.Task, c => c.Last.ActorUserId!.Value);
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(ApprovalsDbContext context, Guid[] ids, CancellationToken cancellationToken) =>
        ids.Length == 0 ? [] : await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
}
