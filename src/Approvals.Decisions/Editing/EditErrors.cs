namespace Approvals.Decisions;

/// <summary>What stands in the way of an edit.</summary>
internal static class EditErrors
{
    public static Error NoRule(string rule) => new Error("decisions.edit.noRule", ErrorKind.NotFound).With("rule", rule);

    public static Error NoColumn(string column) => new Error("decisions.edit.noColumn", ErrorKind.NotFound).With("column", column);

    /// <summary>The table, unless it has grown too large.</summary>
    public static Result<TableGrid> Bounded(TableGrid table) =>
        table.Rules.Length > TableSheet.MostRows || table.Inputs.Length + table.Outputs.Length + table.Annotations.Length > TableSheet.MostColumns
            ? new Error("decisions.sheet.tooLarge").With("rows", $"{TableSheet.MostRows}").With("columns", $"{TableSheet.MostColumns}")
            : table;

    /// <summary>Whether a text may be an id in XML: a letter or underscore, then letters, digits, dots, hyphens, underscores.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 200 && (char.IsLetter(id[0]) || id[0] == '_') && id.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
}
