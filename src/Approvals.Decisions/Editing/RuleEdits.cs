using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>Changes of a table's rules and cells, by the keys of <see cref="GridColumn"/>; each gives another table.</summary>
public static class RuleEdits
{
    /// <summary>The table with another text in a cell; for the key <c>description</c> the rule's description.</summary>
    public static Result<TableGrid> WithText(this TableGrid table, string rule, string column, string text)
    {
        var index = GridColumn.RuleIndex(table, rule);
        if (index < 0)
        {
            return EditErrors.NoRule(rule);
        }

        var changed = Written(table, table.Rules[index], column, text);
        return changed.Map(written => table with { Rules = table.Rules.SetItem(index, written) });
    }

    /// <summary>The table with a block of texts, as pasted from a spreadsheet.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rules">The rule of each row; null for a new one at the end.</param>
    /// <param name="columns">The column of each text of a row.</param>
    /// <param name="rows">The texts; a row may be shorter than there are columns.</param>
    public static Result<TableGrid> WithBlock(this TableGrid table, ImmutableArray<string?> rules, ImmutableArray<string> columns, ImmutableArray<ImmutableArray<string>> rows)
    {
        if (rules.Length != rows.Length || rows.Any(row => row.Length > columns.Length))
        {
            return new Error("decisions.edit.block");
        }

        var places = table.Rules.Select((rule, i) => (Key: GridColumn.RuleKey(rule, i), i)).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.i, StringComparer.Ordinal);
        var changed = table.Rules.ToBuilder();
        var ids = new RuleIds(table);
        for (var row = 0; row < rows.Length; row++)
        {
            var place = changed.Count;
            if (rules[row] is { } key && !places.TryGetValue(key, out place))
            {
                return EditErrors.NoRule(key);
            }

            if (rules[row] is null)
            {
                changed.Add(Blank(table) with { Id = ids.Next() });
            }

            for (var column = 0; column < rows[row].Length; column++)
            {
                var written = Written(table, changed[place], columns[column], rows[row][column]);
                if (!written.IsSuccess)
                {
                    return written.Error;
                }

                changed[place] = written.Value;
            }
        }

        return EditErrors.Bounded(table with { Rules = changed.ToImmutable() });
    }

    /// <summary>The table with one more rule.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">Its place from 0; null for the end.</param>
    /// <param name="copyOf">The rule that it begins as; null for a rule that asks nothing.</param>
    /// <param name="id">Its id; null, or one that is taken, for the next free one.</param>
    /// <param name="texts">Texts by column.</param>
    public static Result<TableGrid> WithRule(
        this TableGrid table, int? index, string? copyOf = null, string? id = null, IReadOnlyDictionary<string, string>? texts = null)
    {
        var source = copyOf is null ? -1 : GridColumn.RuleIndex(table, copyOf);
        if (copyOf is not null && source < 0)
        {
            return EditErrors.NoRule(copyOf);
        }

        var ids = new RuleIds(table);
        var rule = (source < 0 ? Blank(table) : table.Rules[source]) with { Id = id is not null && ids.IsFree(id) ? id : ids.Next() };
        foreach (var (column, text) in texts ?? ImmutableSortedDictionary<string, string>.Empty)
        {
            var written = Written(table, rule, column, text);
            if (!written.IsSuccess)
            {
                return written.Error;
            }

            rule = written.Value;
        }

        var place = index ?? table.Rules.Length;
        return place < 0 || place > table.Rules.Length
            ? new Error("decisions.edit.noPlace")
            : EditErrors.Bounded(table with { Rules = table.Rules.Insert(place, rule) });
    }

    /// <summary>The table without rules.</summary>
    public static Result<TableGrid> WithoutRules(this TableGrid table, ImmutableArray<string> rules)
    {
        var gone = rules.ToHashSet(StringComparer.Ordinal);
        var left = table.Rules.Where((rule, i) => !gone.Remove(GridColumn.RuleKey(rule, i))).ToImmutableArray();
        return gone.Count > 0 ? EditErrors.NoRule(gone.First()) : table with { Rules = left };
    }

    /// <summary>The table with a rule at another place, from 0, counted without it.</summary>
    public static Result<TableGrid> WithRuleAt(this TableGrid table, string rule, int index)
    {
        var from = GridColumn.RuleIndex(table, rule);
        return from < 0 ? EditErrors.NoRule(rule)
            : index < 0 || index >= table.Rules.Length ? new Error("decisions.edit.noPlace")
            : table with { Rules = table.Rules.RemoveAt(from).Insert(index, table.Rules[from]) };
    }

    /// <summary>A rule that asks nothing and gives nothing yet.</summary>
    private static GridRule Blank(TableGrid table) => new(
        [.. Enumerable.Repeat("-", table.Inputs.Length)], [.. Enumerable.Repeat("", table.Outputs.Length)], [.. Enumerable.Repeat("", table.Annotations.Length)]);

    private static Result<GridRule> Written(TableGrid table, GridRule rule, string column, string text)
    {
        if (!WritableText.Holds(text))
        {
            return new Error("decisions.edit.text");
        }

        var trimmed = text.Replace("\r", "", StringComparison.Ordinal).Trim();
        if (column == GridColumn.Description)
        {
            return rule with { Description = trimmed.Length == 0 ? null : trimmed };
        }

        return GridColumn.Of(table).FirstOrDefault(known => known.Key == column) switch
        {
            { Kind: GridColumnKind.Input } input => rule with { Cells = rule.Cells.SetItem(input.Index, trimmed.Length == 0 ? "-" : trimmed) },
            { Kind: GridColumnKind.Output } output => rule with { Results = rule.Results.SetItem(output.Index, trimmed) },
            { } note => rule with { Annotations = rule.Annotations.SetItem(note.Index, trimmed) },
            null => EditErrors.NoColumn(column),
        };
    }
}
