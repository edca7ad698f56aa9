using System.Security.Cryptography;
using Approvals.Application.Rights;
using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Application.Studio.Tables;

/// <summary>A decision as it is edited: a table, or expressions.</summary>
/// <param name="File">The file's name in the folder of decisions.</param>
/// <param name="Decision">The decision's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Logic">Table, literal, context or other.</param>
/// <param name="Revision">A hash of the file it was read from.</param>
/// <param name="HitPolicy">The table's hit policy.</param>
/// <param name="Aggregation">What COLLECT makes of the results, or null.</param>
/// <param name="Columns">The table's columns in order: inputs, outputs, annotations.</param>
/// <param name="Rules">The table's rules.</param>
/// <param name="Entries">The expressions of another logic.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record DecisionTableDto(
    string File, string Decision, string Name, string Label, DocumentLogic Logic, string Revision, string? HitPolicy, string? Aggregation,
    IReadOnlyList<TableColumnDto> Columns, IReadOnlyList<TableRuleDto> Rules, IReadOnlyList<DecisionEntryDto> Entries, IReadOnlyList<TableProblemDto> Problems);

/// <summary>A column.</summary>
/// <param name="Key">The key by which changes name it.</param>
/// <param name="Kind">Input, output or annotation.</param>
/// <param name="Name">An input's expression, else its name.</param>
/// <param name="Label">What people read above it.</param>
/// <param name="Type">The name of its type, or null.</param>
/// <param name="AllowedValues">Its allowed values as FEEL, or null.</param>
/// <param name="Default">The result when no rule matches, or null.</param>
/// <param name="Words">What people call the codes in its cells.</param>
public sealed record TableColumnDto(
    string Key, GridColumnKind Kind, string Name, string Label, string? Type, string? AllowedValues, string? Default, IReadOnlyDictionary<string, string> Words);

/// <summary>A rule.</summary>
/// <param name="Key">The key by which changes name it.</param>
/// <param name="Texts">A text for each column.</param>
/// <param name="Description">Its description, or null.</param>
public sealed record TableRuleDto(string Key, IReadOnlyList<string> Texts, string? Description);

/// <summary>An expression of a decision.</summary>
/// <param name="Name">The entry's name; empty for the result of a context and for a decision's one expression.</param>
/// <param name="Type">The name of its type, or null.</param>
/// <param name="Text">The expression; null where another boxed expression stands.</param>
public sealed record DecisionEntryDto(string Name, string? Type, string? Text);

/// <summary>Something wrong in a decision.</summary>
/// <param name="Rule">The rule's number from 1, or null.</param>
/// <param name="Column">The column's label, or null.</param>
/// <param name="Text">What is wrong.</param>
public sealed record TableProblemDto(int? Rule, string? Column, string Text);

/// <summary>Opens one decision of a version.</summary>
public sealed class TableView(DraftTables drafts)
{
    public async Task<Result<DecisionTableDto>> FindAsync(Guid version, string file, string decision, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, file, user, cancellationToken);
        return opened.Bind(found => found.Document.Element(decision).Map(element => Describe(found.Draft, found.Document, file, element, user.Language)));
    }

    private static DecisionTableDto Describe(OpenedFiles draft, DecisionDocument document, string file, DocumentElement element, string language)
    {
        var decisions = Domain.Studio.Tables.DraftDecisions.Load(draft.Files, draft.Shared);
        var table = element.Logic == DocumentLogic.Table ? document.Table(element.Id).Value : null;
        var entries = document.Entries(element.Id);
        var problems = (decisions.Model(DraftTables.PathOf(file))?.Check() ?? []).Where(problem => problem.Element == element.Name);
        return new DecisionTableDto(
            file, element.Id, element.Name, element.Label ?? element.Name, element.Logic, Convert.ToHexStringLower(SHA256.HashData(draft.Files.Files[DraftTables.PathOf(file)].Span)),
            table?.HitPolicy, table?.Aggregation,
            table is null ? [] : [.. GridColumn.Of(table).Select(column => Column(table, column, decisions.Words, language))],
            table is null ? [] : [.. table.Rules.Select((rule, i) => new TableRuleDto(GridColumn.RuleKey(rule, i), [.. rule.Cells, .. rule.Results, .. rule.Annotations], rule.Description))],
            entries.IsSuccess ? [.. entries.Value.Select(entry => new DecisionEntryDto(entry.Name, entry.Type, entry.Text))] : [],
            [.. problems.Take(200).Select(problem => new TableProblemDto(problem.Rule, problem.Column, problem.Message.In(language)))]);
    }

    private static TableColumnDto Column(TableGrid table, GridColumn column, TableWords words, string language)
    {
        if (column.Kind == GridColumnKind.Annotation)
        {
            var name = table.Annotations[column.Index];
            return new TableColumnDto(column.Key, column.Kind, name, words.Column(name)?.In(language) ?? name, null, null, null, new Dictionary<string, string>());
        }

        if (column.Kind == GridColumnKind.Output)
        {
            var output = table.Outputs[column.Index];
            return new TableColumnDto(
                column.Key, column.Kind, output.Name, output.Label ?? output.Name, output.Type, output.AllowedValues, output.Default,
                Words(output.Name, output.AllowedValues, table.Rules.Select(rule => rule.Results[column.Index]), words, language));
        }

        var input = table.Inputs[column.Index];
        var reads = FeelExpression.Compile(input.Expression, FeelScope.Empty) is { IsSuccess: true, Value.References: [var only] } ? only : input.Expression;
        var label = language == "en" ? words.Column(reads)?.En ?? input.Label : input.Label;
        return new TableColumnDto(
            column.Key, column.Kind, input.Expression, label ?? input.Expression, input.Type, input.AllowedValues, null,
            Words(reads, input.AllowedValues, table.Rules.Select(rule => rule.Cells[column.Index]), words, language));
    }

    /// <summary>The codes that stand in quotes in a column, in words.</summary>
    private static Dictionary<string, string> Words(string name, string? allowed, IEnumerable<string> cells, TableWords words, string language)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var codes = cells.Distinct(StringComparer.Ordinal).Prepend(allowed ?? "").SelectMany(text => text.Split('"').Where((_, i) => i % 2 == 1)).Distinct(StringComparer.Ordinal);
        foreach (var code in codes.Take(500))
        {
            if (words.Value(name, code) is { } word)
            {
                named[code] = word.In(language);
            }
        }

        return named;
    }
}
