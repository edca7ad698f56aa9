using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>The acts that bring others into a step, and those that change its clock: what a definition allows of them, and whether it can be done now.</summary>
public sealed class JoinActs(ApprovalsDbContext context, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Those of an open task.</summary>
    internal async Task<IReadOnlyList<(int Order, ActDto Act)>> OfAsync(
        CaseWork work, TaskItem row, TaskBookmark task, bool enabled, CurrentUser user, CancellationToken cancellationToken)
    {
        var (language, isOut) = (user.Language, task.Delegation is { Proposed: null });
        List<(int, ActDto)> acts = [];
        void Add(int order, string act, string allowed, Func<ActDto, ActDto> with, bool forDelegate = false)
        {
            if (task.Acts.Contains(allowed) && (forDelegate || !isOut))
            {
                acts.Add((order, with(Act(act, enabled, language))));
            }
        }

        Add(6, "addSigner", TaskActs.AddSigner, a => a with { Picks = PersonPick.One, Places = Places(language) });
        Add(7, "delegate", TaskActs.Delegate, a => a with { Picks = PersonPick.One });
        Add(9, "copy", TaskActs.Copy, a => a with { Picks = PersonPick.Many, Stays = true }, forDelegate: true);
        Add(10, "askOpinion", TaskActs.AskOpinion, a => a with { Picks = PersonPick.One, NeedsReason = true, Stays = true }, forDelegate: true);
        Add(11, "extend", TaskActs.Extend, a => Extension(a, work, task, language) with { NeedsReason = true, Stays = true });
        var stopped = work.State.Clock.Stops.Any(s => s is { To: null, Activity: null });
        Add(12, stopped ? "resumeClock" : "stopClock", TaskActs.StopClock, a => a with { NeedsReason = !stopped, Stays = true });
        if (await RemovalAsync(work, row, enabled, user, cancellationToken) is { } removal)
        {
            acts.Add((8, removal));
        }

        return acts;
    }

    /// <summary>Those of somebody who waits for another: taking the task back.</summary>
    internal async Task<IReadOnlyList<ActDto>> OfWaitingAsync(
        CaseWork work, TaskItem row, TaskBookmark? task, CurrentUser user, CancellationToken cancellationToken)
    {
        if (IsOut(task, user))
        {
            return [Act("takeBack", true, user.Language) with { Primary = true, Stays = true }];
        }

        return IsAside(work, row, user) && await RemovalAsync(work, row, true, user, cancellationToken) is { } removal ? [removal with { Primary = true }] : [];
    }

    /// <summary>Whether somebody else prepares the user's task.</summary>
    internal static bool IsOut(TaskBookmark? task, CurrentUser user) => task?.Delegation is { Proposed: null } delegation && delegation.By == user.Id.ToString();

    /// <summary>Whether the user's task is set aside for a signer before them.</summary>
    internal static bool IsAside(CaseWork work, TaskItem row, CurrentUser user) =>
        RemoveSigner.AddedBy(work, row, new Actor(user.Id.ToString())).Any(a => a.Aside?.Id == row.BookmarkId);

    private async Task<ActDto?> RemovalAsync(CaseWork work, TaskItem row, bool enabled, CurrentUser user, CancellationToken cancellationToken)
    {
        var added = RemoveSigner.AddedBy(work, row, new Actor(user.Id.ToString())).ToList();
        if (added.Count == 0)
        {
            return null;
        }

        Guid[] ids = [.. added.Select(a => Guid.Parse(a.User))];
        var names = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return Act("removeSigner", enabled, user.Language) with
        {
            People = [.. added.Select(a => new PersonChoiceDto(a.User, names.GetValueOrDefault(Guid.Parse(a.User)) ?? "", PlaceName(a.Place, user.Language)))],
            Stays = true,
        };
    }

    private ActDto Extension(ActDto act, CaseWork work, TaskBookmark task, string language)
    {
        var room = ExtensionRoom.Of(work, task);
        var why = room is null ? "act.noLimit" : room.IsNone ? room.Latest is null ? "tasks.noRoomStanding" : "tasks.noRoom" : null;
        return why is not null
            ? act with { Enabled = false, Why = texts.Format(why, room is null ? None : new Dictionary<string, string> { ["latest"] = room.LastDay }, language) }
            : act with { Extension = new ExtensionDto(room!.Limit.Length, room.Most, Unit(room.Limit.Unit, language), room.Until) };
    }

    private string Unit(LimitUnit unit, string language) => texts.Format($"act.unit.{unit}", None, language);

    private IReadOnlyList<SignerPlaceDto> Places(string language) =>
    [
        .. new[] { SignerPlace.Before, SignerPlace.Alongside, SignerPlace.After }
            .Select(p => new SignerPlaceDto(p, PlaceName(p, language), texts.Format($"act.place.{p}.then", None, language))),
    ];

    private string PlaceName(SignerPlace place, string language) => texts.Format($"act.place.{place}", None, language);

    private ActDto Act(string act, bool enabled, string language) =>
        WorkActs.Act(act, texts.Format($"act.{act}", None, language), enabled) with { Consequence = texts.Format($"act.then.{act}", None, language) };
}
