using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Votes;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>What happened within the steps of a case, line by line: who brought in whom, who proposed what, when a clock changed, how a panel voted.</summary>
public sealed class TimelineLines(CaseWords words, MessageCatalog texts)
{
    /// <summary>What a party to the case is told as well.</summary>
    private static readonly HashSet<string> ForEverybody = [OpinionOutcomes.LimitExtended, OpinionOutcomes.ClockStopped, OpinionOutcomes.ClockResumed];

    /// <summary>The lines by step, oldest first; who sits on a panel is not told.</summary>
    internal async Task<ILookup<StepKey, StepLineDto>> OfAsync(
        OpenedCase opened, IReadOnlyList<Opinion> opinions, StepKeys keys, StepActors people, CurrentUser user, CancellationToken cancellationToken)
    {
        var work = opened.Work;
        var shown = opinions.Where(o => user.IsStaff || ForEverybody.Contains(o.Outcome)).ToList();
        var events = await EventsAsync(work, cancellationToken);
        var secret = opened.Tasks.Where(t => TaskRights.IsSecret(t.Kind)).Select(t => (Guid?)t.Id).ToHashSet();
        var byOpinion = events.Where(e => OpinionOf(e) is not null).GroupBy(e => OpinionOf(e)!).ToDictionary(g => g.Key, g => g.First());
        var copies = await work.Context.CaseCopies.AsNoTracking().Where(c => c.CaseId == work.Case.Id && c.OpinionId != null).ToListAsync(cancellationToken);
        var names = await NamesAsync(work, events, copies, cancellationToken);
        var lines = shown.Select(o => (Key: keys.Of(o), Line: Line(work, o, byOpinion.GetValueOrDefault(o.Id.ToString()), copies, names, user) with { Actor = user.IsStaff && !secret.Contains(o.TaskId) ? people.Author(o) : null })).ToList();
        if (user.IsStaff)
        {
            lines.AddRange(await VotesAsync(work, [.. events.OfType<VoteClosed>()], keys, user, cancellationToken));
        }

        return lines.OrderBy(l => l.Line.At).ToLookup(l => l.Key, l => l.Line);
    }

    private StepLineDto Line(
        CaseWork work, Opinion opinion, WorkflowEvent? happened, List<CaseCopy> copies, Dictionary<string, string> names, CurrentUser user)
    {
        var activity = work.Service.Package.Activity(opinion.ActivityId);
        var to = opinion.Outcome == OpinionOutcomes.Copied
            ? string.Join(user.Language == "en" ? ", " : "、", copies.Where(c => c.OpinionId == opinion.Id).Select(c => names.GetValueOrDefault(c.UserId.ToString())))
            : names.GetValueOrDefault(PersonOf(happened) ?? "") ?? "";
        var code = happened is SignerAdded added ? $"line.SignerAdded.{added.Place}" : $"line.{opinion.Outcome}";
        var data = new Dictionary<string, string>
        {
            ["to"] = to,
            ["outcome"] = (happened is TaskCompleted done ? words.Outcome(activity, done.Outcome, user.Language) : null) ?? "",
            ["length"] = happened is LimitExtended longer ? Length(work, longer, user.Language) : "",
        };
        var text = texts.Texts.ContainsKey(code) ? texts.Format(code, data, user.Language) : words.Outcome(activity, opinion.Outcome, user.Language) ?? opinion.Outcome;
        return new StepLineDto(opinion.At, null, opinion.Outcome, text, opinion.Text, OpinionOutcomes.Decides(opinion.Outcome));
    }

    /// <summary>The unit is the definition's; the task may be closed by now, so it is read from the step.</summary>
    private string Length(CaseWork work, LimitExtended longer, string language) => work.State.Tasks.FirstOrDefault(t => t.Id == longer.Task)?.Limit is { } pending
        ? LimitWords.Of(pending.Limit with { Length = longer.Length }, texts, language)
        : LimitWords.WorkingDays(longer.Length, texts, language);

    /// <summary>How a panel voted, once it has; never who how.</summary>
    private async Task<IEnumerable<(StepKey Key, StepLineDto Line)>> VotesAsync(
        CaseWork work, List<VoteClosed> closed, StepKeys keys, CurrentUser user, CancellationToken cancellationToken)
    {
        if (closed.Count == 0)
        {
            return [];
        }

        var sheets = await work.Context.Submissions.AsNoTracking().Where(s => s.CaseId == work.Case.Id && s.FormId == Ballot.SheetsFormId)
            .Select(s => new { s.Id, s.ActivityId, s.Round, s.SubmittedAt }).ToListAsync(cancellationToken);
        return from vote in closed
               from sheet in sheets
               where sheet.Id.ToString() == vote.Sheets
               select (keys.Of(sheet.ActivityId, sheet.Round), new StepLineDto(sheet.SubmittedAt, null, nameof(VoteClosed), Tally(vote, user.Language), null, true));
    }

    private string Tally(VoteClosed vote, string language) => texts.Format(
        vote.Tally.Score is null ? "line.VoteClosed" : "line.VoteClosed.scored",
        new Dictionary<string, string>
        {
            ["for"] = Number(vote.Tally.For), ["against"] = Number(vote.Tally.Against), ["abstained"] = Number(vote.Tally.Abstained), ["score"] = Number(vote.Tally.Score ?? 0),
        },
        language);

    private static async Task<List<WorkflowEvent>> EventsAsync(CaseWork work, CancellationToken cancellationToken)
    {
        string[] types =
        [
            nameof(Transferred), nameof(Delegated), nameof(SignerAdded), nameof(SignerRemoved), nameof(OpinionAsked), nameof(OpinionGiven), nameof(LimitExtended),
            nameof(TaskCompleted), nameof(Reassigned), nameof(VoteClosed),
        ];
        var rows = await work.Context.CaseEvents.AsNoTracking().Where(e => e.CaseId == work.Case.Id && types.Contains(e.Type))
            .OrderBy(e => e.Number).Select(e => e.Event).ToListAsync(cancellationToken);
        return [.. rows.Select(WorkflowEvent.FromJson)];
    }

    private static string? OpinionOf(WorkflowEvent happened) => happened switch
    {
        Transferred e => e.Opinion,
        Delegated e => e.Opinion,
        SignerAdded e => e.Opinion,
        SignerRemoved e => e.Opinion,
        OpinionAsked e => e.Question,
        OpinionGiven e => e.Opinion,
        LimitExtended e => e.Reason,
        TaskCompleted e => e.Opinion,
        Reassigned e => e.Reason,
        _ => null,
    };

    private static string? PersonOf(WorkflowEvent? happened) => happened switch
    {
        Transferred e => e.To,
        Delegated e => e.To,
        SignerAdded e => e.User,
        SignerRemoved e => e.User,
        OpinionAsked e => e.Of,
        Reassigned e => e.To,
        _ => null,
    };

    private static async Task<Dictionary<string, string>> NamesAsync(
        CaseWork work, List<WorkflowEvent> events, List<CaseCopy> copies, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. events.Select(PersonOf).Where(p => Guid.TryParse(p, out _)).Select(p => Guid.Parse(p!)).Concat(copies.Select(c => c.UserId)).Distinct()];
        return ids.Length == 0
            ? []
            : (await work.Context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken))
                .ToDictionary(u => u.Id.ToString(), u => u.DisplayName);
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
