using System.Collections.Immutable;

namespace Approvals.Application.Replay;

/// <summary>Compares what came of a case with what comes of it by another version: pure.</summary>
public static class ReplayComparison
{
    /// <summary>The report; undetermined as soon as an act had no place, whatever else differs.</summary>
    public static ReplayReport Of(SeenCase past, PlayedCase played)
    {
        var changes = Changes(past, played.Seen);
        return played.Open is { } open
            ? ReplayReport.Untold(open) with { Changes = [.. changes.Where(c => c.Kind == ReplayDifference.Decision && c.RulesAfter.Length > 0)] }
            : new ReplayReport(changes.IsEmpty ? ReplayVerdict.Same : ReplayVerdict.Changed, changes, null, ImmutableSortedDictionary<string, string>.Empty)
            {
                Work = Work(past.Work, played.Seen.Work),
            };
    }

    private static ImmutableArray<WorkOfWeek> Work(ImmutableArray<OpenedTask> before, ImmutableArray<OpenedTask> after) =>
    [
        .. before.Concat(after).Distinct().OrderBy(t => t.Week).ThenBy(t => t.Activity, StringComparer.Ordinal)
            .Select(t => new WorkOfWeek(t.Activity, t.Week, before.Count(b => b == t), after.Count(a => a == t))),
    ];

    private static ImmutableArray<ReplayChange> Changes(SeenCase past, SeenCase now)
    {
        var (before, after) = (Numbered(past.Decisions), Numbered(now.Decisions));
        var decisions = before.Concat(after).Select(d => d.Key).Distinct()
            .Select(key => Decision(before.Find(d => d.Key == key).Decision, after.Find(d => d.Key == key).Decision)).OfType<ReplayChange>();
        var (gone, added) = (Without(past.Steps, now.Steps), Without(now.Steps, past.Steps));
        return
        [
            .. decisions,
            .. past.Result == now.Result ? (ReplayChange[])[] : [new ReplayChange(ReplayDifference.Result) { Before = past.Result, After = now.Result }],
            .. gone.Length + added.Length == 0 ? (ReplayChange[])[] : [new ReplayChange(ReplayDifference.Steps) { Gone = gone, Added = added }],
        ];
    }

    /// <summary>The first time a step takes a decision is compared with the first time, the second with the second.</summary>
    private static List<((string Activity, string Decision, int Time) Key, SeenDecision? Decision)> Numbered(ImmutableArray<SeenDecision> decisions)
    {
        var times = new Dictionary<(string, string), int>();
        return decisions.Select(d =>
        {
            var time = times[(d.Activity, d.Decision)] = times.GetValueOrDefault((d.Activity, d.Decision)) + 1;
            return ((d.Activity, d.Decision, time), (SeenDecision?)d);
        }).ToList();
    }

    private static ReplayChange? Decision(SeenDecision? before, SeenDecision? after)
    {
        var (was, rules) = (before?.Rules ?? [], after?.Rules ?? []);
        var (gone, added) = (Unmatched(was, rules), Unmatched(rules, was));
        if (before is not null && after is not null && before.Outcome == after.Outcome && before.Value == after.Value && gone.Count + added.Count == 0)
        {
            return null;
        }

        var sameRules = gone.Count + added.Count == 0;
        return new ReplayChange(ReplayDifference.Decision)
        {
            Activity = (after ?? before)!.Activity, Decision = (after ?? before)!.Decision, Before = before?.Outcome, After = after?.Outcome,
            RulesBefore = Named(sameRules ? was : gone), RulesAfter = Named(sameRules ? rules : added),
        };
    }

    private static List<SeenRule> Unmatched(ImmutableArray<SeenRule> rules, ImmutableArray<SeenRule> others) =>
        [.. rules.Where(r => !others.Any(o => o.Key == r.Key))];

    private static ImmutableArray<ReplayRule> Named(IEnumerable<SeenRule> rules) => [.. rules.Select(r => new ReplayRule(r.Decision, r.Number, r.Clause))];

    /// <summary>Each as often as it is missing: parallel branches may be reached in another order.</summary>
    private static ImmutableArray<string> Without(ImmutableArray<string> steps, ImmutableArray<string> others)
    {
        var left = others.ToList();
        return [.. steps.Where(step => !left.Remove(step))];
    }
}
