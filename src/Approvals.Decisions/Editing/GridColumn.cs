using System.Collections.Immutable;
using System.Globalization;

namespace Approvals.Decisions;

/// <summary>What a column of a table holds.</summary>
public enum GridColumnKind
{
    /// <summary>Tests of an input.</summary>
    Input,

    /// <summary>Results.</summary>
    Output,

    /// <summary>Remarks that the machine does not read.</summary>
    Annotation,
}

/// <summary>A column of a table by the key that edits name it by, which stays when others are added or moved.</summary>
/// <param name="Key">Its id in the file; where it has none, its kind and number, or for an annotation its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Index">Its place among the columns of its kind, from 0.</param>
public sealed record GridColumn(string Key, GridColumnKind Kind, int Index)
{
    private const string NotePrefix = "note-";

    /// <summary>The key of a rule's description, which is no column of the grid.</summary>
    public const string Description = "description";

    /// <summary>The columns of a table: inputs, outputs, annotations.</summary>
    public static ImmutableArray<GridColumn> Of(TableGrid table) =>
    [
        .. table.Inputs.Select((input, i) => new GridColumn(input.Id ?? Numbered("input", i), GridColumnKind.Input, i)),
        .. table.Outputs.Select((output, i) => new GridColumn(output.Id ?? Numbered("output", i), GridColumnKind.Output, i)),
        .. table.Annotations.Select((name, i) => new GridColumn(NotePrefix + name, GridColumnKind.Annotation, i)),
    ];

    /// <summary>The key of a rule: its id in the file, else its number.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="index">Its place from 0.</param>
    public static string RuleKey(GridRule rule, int index) => rule.Id ?? Numbered("rule", index);

    /// <summary>The place of a rule from 0; -1 when there is none of the key.</summary>
    internal static int RuleIndex(TableGrid table, string key)
    {
        for (var i = 0; i < table.Rules.Length; i++)
        {
            if (RuleKey(table.Rules[i], i) == key)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Numbered(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{index + 1}");
}
