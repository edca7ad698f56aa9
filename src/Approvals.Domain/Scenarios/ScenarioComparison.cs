using System.Globalization;

namespace Approvals.Domain.Scenarios;

/// <summary>Compares what came of a scenario with what was expected; each difference is an error with a text of its own.</summary>
public static class ScenarioComparison
{
    /// <summary>The differences, none when all is as expected.</summary>
    public static ImmutableArray<Error> Compare(ScenarioExpectation expected, ScenarioRun run) =>
    [
        .. Plain("scenarios.result", expected.Result, run.Result),
        .. Plain("scenarios.state", expected.State, run.State),
        .. expected.Path is { } path && !Follows(path.AsSpan(), run.Path.AsSpan())
            ? [Different("scenarios.path", string.Join(" → ", path), string.Join(" → ", run.Path))] : Nothing,
        .. (expected.Tasks ?? []).Where(t => !run.Tasks.Any(s => Fits(t, s)))
            .Select(t => Different("scenarios.task", Show(t), Show(run.Tasks.Where(s => s.Activity == t.Activity).Select(Show)))),
        .. (expected.Due ?? []).Where(d => !run.Due.Contains(d))
            .Select(d => Different("scenarios.due", Show(d), Show(run.Due.Where(s => s.Activity == d.Activity).Select(Show)))),
        .. (expected.Decisions ?? []).Where(d => !run.Decisions.Any(s => Fits(d, s)))
            .Select(d => Different("scenarios.decision", Show(d), Show(run.Decisions.Where(s => s.Decision == d.Decision).Select(Show)))),
        .. expected.Letters is { } letters && !letters.SequenceEqual(run.Letters)
            ? [Different("scenarios.letters", Show(letters), Show(run.Letters))] : Nothing,
        .. expected.Entitlements is { } entitlements ? Entitlements(entitlements, run.Entitlements) : Nothing,
        .. (expected.Waiting ?? []).Where(w => !run.Waiting.Any(s => w.List == s.List && (w.State is null || w.State == s.State) && (w.Place is null || w.Place == s.Place)))
            .Select(w => Different("scenarios.waiting", Show(w), Show(run.Waiting.Select(Show)))),
        .. (expected.Bookings ?? []).Where(b => !run.Bookings.Any(s => b.Activity == s.Activity && (b.State is null || b.State == s.State)))
            .Select(b => Different("scenarios.booking", Joined(b.Activity, b.State), Show(run.Bookings.Select(s => Joined(s.Activity, s.State))))),
        .. expected.Incidents is { } incidents && incidents != run.Incidents.Length
            ? [Different("scenarios.incidents", $"{incidents}", $"{run.Incidents.Length} {string.Join("; ", run.Incidents)}".TrimEnd())] : Nothing,
    ];

    private static readonly ImmutableArray<Error> Nothing = [];

    private static ImmutableArray<Error> Plain(string code, string? expected, string? actual) =>
        expected is null || expected == actual ? [] : [Different(code, expected, actual ?? "–")];

    /// <summary>Whether a path fits a pattern in which "…" stands for any activities.</summary>
    private static bool Follows(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        var (at, expected, resumeAt, resumePattern) = (0, 0, 0, -1);
        while (at < path.Length)
        {
            if (expected < pattern.Length && pattern[expected] == Scenario.Anything) (resumePattern, resumeAt) = (expected++, at);
            else if (expected < pattern.Length && pattern[expected] == path[at]) (expected, at) = (expected + 1, at + 1);
            else if (resumePattern >= 0) (expected, at) = (resumePattern + 1, ++resumeAt);
            else return false;
        }

        while (expected < pattern.Length && pattern[expected] == Scenario.Anything) expected++;
        return expected == pattern.Length;
    }

    private static bool Fits(TaskSeen expected, TaskSeen seen) =>
        expected.Activity == seen.Activity && (expected.To is null || expected.To == seen.To)
            && (expected.State is null || expected.State == seen.State);

    private static bool Fits(DecisionSeen expected, DecisionSeen seen) =>
        expected.Decision == seen.Decision
        && (expected.Outcome is null || expected.Outcome == seen.Outcome)
        && (expected.Rules is not { } rules || rules.SequenceEqual(seen.Rules ?? []))
        && (expected.Clauses is not { } clauses || clauses.SequenceEqual(seen.Clauses ?? []));

    private static bool Fits(EntitlementSeen expected, EntitlementSeen seen) =>
        expected.Kind == seen.Kind
        && (expected.Level is null || expected.Level == seen.Level)
        && (expected.ValidTo is null || expected.ValidTo == seen.ValidTo)
        && (expected.Items is not { } items || items.Order(StringComparer.Ordinal).SequenceEqual((seen.Items ?? []).Order(StringComparer.Ordinal)));

    /// <summary>One for one: a grant too many is a difference as well.</summary>
    private static ImmutableArray<Error> Entitlements(ImmutableArray<EntitlementSeen> expected, ImmutableArray<EntitlementSeen> seen)
    {
        var left = seen.ToList();
        var missing = expected.Where(e => !left.Remove(left.Find(s => Fits(e, s))!)).ToList();
        return
        [
            .. missing.Select(e => Different("scenarios.entitlement", Show(e), Show(seen.Where(s => s.Kind == e.Kind).Select(Show)))),
            .. left.Where(s => missing.TrueForAll(m => m.Kind != s.Kind)).Select(s => Different("scenarios.entitlement", "–", Show(s))),
        ];
    }

    private static Error Different(string code, string expected, string actual) =>
        new Error(code, ErrorKind.Conflict).With("expected", expected).With("actual", actual);

    private static string Show(TaskSeen task) => Joined(task.Activity, task.To, task.State);

    private static string Show(WaitingSeen waiting) =>
        Joined(waiting.List, waiting.State, waiting.Place is { } place ? place.ToString(CultureInfo.InvariantCulture) : null);

    private static string Show(DueSeen due) => Joined(due.Activity, Iso(due.On));

    private static string Show(DecisionSeen decision) => Joined(
        decision.Decision, decision.Outcome, decision.Rules is { IsEmpty: false } rules ? "#" + string.Join(" #", rules) : null,
        decision.Clauses is { IsEmpty: false } clauses ? string.Join(" / ", clauses) : null);

    private static string Show(EntitlementSeen entitlement) => Joined(
        entitlement.Kind, entitlement.Level, entitlement.ValidTo is { } day ? Iso(day) : null, entitlement.Items is { } items ? $"[{string.Join(", ", items)}]" : null);

    private static string Show(IEnumerable<string> items) => string.Join("; ", items) is { Length: > 0 } text ? text : "–";

    private static string Joined(params ReadOnlySpan<string?> parts) => string.Join(' ', parts.ToArray().Where(p => !string.IsNullOrEmpty(p)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
