using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>
/// Looks for mistakes in decision tables: gaps, overlaps, rules that are masked or never decide, rules that could be one, and
/// cells in vain. Exact for comparisons, ranges, lists of values and their negations over booleans, numbers, strings, dates, times
/// and durations; what is beyond that is named, and never taken for granted: a finding holds whatever such a cell means.
/// </summary>
public static class TableAnalysis
{
    /// <summary>How many boxes of inputs a search for gaps or for masked rules of one table looks at; where it ends there, the report says so.</summary>
    public const int MostBoxes = SearchBudget.Default;

    /// <summary>A report for each table of the model, in the order of the file; tables inside other boxed expressions too.</summary>
    public static ImmutableArray<TableReport> Of(DecisionModel model) =>
        [.. TableSetting.TablesOf(model).Select(pair => Report(pair.Table, pair.Setting, MostBoxes))];

    /// <summary>How many parts the analysis of a table has.</summary>
    public const int Parts = 5;

    /// <summary>The reports of one decision or knowledge model's tables.</summary>
    /// <param name="model">The model.</param>
    /// <param name="decision">The name of the decision or knowledge model.</param>
    /// <param name="begun">Told, from 0, of each part of <see cref="Parts"/> that begins.</param>
    public static ImmutableArray<TableReport> Of(DecisionModel model, string decision, Action<int>? begun = null) =>
        [.. TableSetting.TablesOf(model).Where(pair => pair.Table.Owner == decision).Select(pair => Report(pair.Table, pair.Setting, MostBoxes, begun))];

    internal static TableReport Report(DecisionTable table, TableSetting setting, int boxes, Action<int>? begun = null)
    {
        var reader = new SpaceReader(table, setting);
        var space = reader.Read();
        var outputs = new RuleOutputs(table);
        var (gapBudget, maskBudget) = (new SearchBudget(boxes), new SearchBudget(boxes));
        begun?.Invoke(0);
        var masks = MaskSearch.Find(space, outputs, maskBudget).ToList();
        var idle = masks.Where(finding => finding.Kind == FindingKind.Unreachable).SelectMany(finding => finding.Rules).Select(rule => rule - 1);
        begun?.Invoke(1);
        var cells = CellSearch.Find(space, outputs).ToList();
        begun?.Invoke(2);
        var overlaps = OverlapSearch.Find(space, outputs).ToList();
        begun?.Invoke(3);
        var gaps = GapSearch.Find(space, gapBudget).ToList();
        begun?.Invoke(4);
        ImmutableArray<TableFinding> findings = [.. cells, .. overlaps, .. gaps, .. masks, .. new MergeSearch(space, outputs, [.. idle]).Find()];
        ImmutableArray<NotAnalysed> left = [.. reader.Left, .. Bounds(gapBudget, maskBudget, findings), .. Outputs(space, outputs)];
        return AcceptedFindings.Apply(table, new TableReport(table.Owner, table.Id, table.Rules.Length, findings, left));
    }

    private static IEnumerable<NotAnalysed> Bounds(SearchBudget gaps, SearchBudget masks, ImmutableArray<TableFinding> findings)
    {
        if (gaps.IsSpent || masks.IsSpent)
        {
            yield return Note("decisions.analysis.bound", $"{MostBoxes}");
        }

        foreach (var (kind, most) in new[]
        {
            (FindingKind.Gap, GapSearch.MostGaps), (FindingKind.Overlap, OverlapSearch.MostOverlaps), (FindingKind.Mergeable, MergeSearch.MostMerges),
        })
        {
            if (findings.Count(finding => finding.Kind == kind) >= most)
            {
                yield return Note("decisions.analysis.more", $"{most}");
            }
        }
    }

    private static IEnumerable<NotAnalysed> Outputs(RuleSpace space, RuleOutputs outputs)
    {
        if (space.Table.Policy == HitPolicy.Priority && outputs.Precedence() is null)
        {
            yield return Note("decisions.analysis.priorities", "");
        }

        foreach (var (left, right) in OverlapSearch.Unknown(space, outputs).Take(OverlapSearch.MostOverlaps))
        {
            yield return Note("decisions.analysis.outputs", $"{left + 1}, {right + 1}");
        }
    }

    private static NotAnalysed Note(string code, string text) => new(null, null, FindingTexts.Of(code, ("text", text)));
}
