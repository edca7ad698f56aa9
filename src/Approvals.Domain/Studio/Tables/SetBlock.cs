using System.Text.Json;
using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Writes a block of cells, as pasted from a spreadsheet or filled down: <c>{ rules: [key or null], columns: [key], texts: [[text]] }</c>.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Rules">The rule of each row; null for a new one at the end.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Texts">A row of texts for each rule.</param>
public sealed record SetBlock(string File, string Decision, ImmutableArray<string?> Rules, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Texts) : DraftCommand
{
    /// <summary>A larger block meets whole rules, a still larger one all of them: the history keeps what it meets.</summary>
    private const int FewCells = 60;
    private const int FewRules = 60;

    /// <inheritdoc />
    public override ImmutableArray<string> Targets
    {
        get
        {
            var known = Rules.OfType<string>().ToList();
            var added = Rules.Length > known.Count ? [DecisionDraft.Target(File, Decision, "rules", "+" + string.Join('|', Texts.SelectMany(row => row)).GetDeterministicHash())] : ImmutableArray<string>.Empty;
            return known.Count * Columns.Length <= FewCells ? [.. known.SelectMany(rule => Columns.Select(column => DecisionDraft.Target(File, Decision, "rules", rule, column))), .. added]
                : known.Count <= FewRules ? [.. known.Select(rule => DecisionDraft.Target(File, Decision, "rules", rule)), .. added]
                : [DecisionDraft.Target(File, Decision, "rules")];
        }
    }

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithBlock(Rules, Columns, Texts));

    internal static Result<DraftCommand> Read(CommandText text)
    {
        if (DecisionDraft.Unwritable(text.Value) is { } error)
        {
            return error;
        }

        return text.Value is { ValueKind: JsonValueKind.Object } value && Block(value) is { } block
            ? DecisionDraft.Steps(text, 2, "rules").Map<DraftCommand>(steps => new SetBlock(text.File, steps[0], block.Rules, block.Columns, block.Texts))
            : DraftCommands.Lacks(text, "value");
    }

    private static (ImmutableArray<string?> Rules, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Texts)? Block(JsonElement value)
    {
        if (!value.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array || rules.EnumerateArray().Any(rule => rule.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            || !value.TryGetProperty("columns", out var columns) || DecisionDraft.Texts(columns) is not { } names
            || !value.TryGetProperty("texts", out var texts) || texts.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var rows = texts.EnumerateArray().Select(DecisionDraft.Texts).ToList();
        return rows.TrueForAll(row => row is not null) ? ([.. rules.EnumerateArray().Select(rule => rule.GetString())], names, [.. rows.Select(row => row!.Value)]) : null;
    }
}
