using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Tables;

/// <summary>What a table says to a row.</summary>
/// <param name="Inputs">The value of each input column as FEEL: those that were given, or those of the case.</param>
/// <param name="Value">What the table gives, as FEEL; null where it gives nothing.</param>
/// <param name="Decided">The keys of the rules that decided.</param>
/// <param name="Rules">Each rule, whether it matched, and why not.</param>
/// <param name="Problems">Why there is no value.</param>
public sealed record TableTrialDto(IReadOnlyList<string> Inputs, string? Value, IReadOnlyList<string> Decided, IReadOnlyList<TriedRuleDto> Rules, IReadOnlyList<string> Problems);

/// <summary>A rule of a table that was tried.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Matched">Whether every cell was satisfied.</param>
/// <param name="Why">The cells that were not, in words.</param>
public sealed record TriedRuleDto(string Key, int Number, bool Matched, IReadOnlyList<string> Why);

/// <summary>Asks a table of a version with a row of values, or with what a past case asked it.</summary>
public sealed class TryTable(DraftTables drafts, ApprovalsDbContext context, CaseReader cases, CaseResults results)
{
    /// <param name="Version">The version.</param>
    /// <param name="File">The file's name in the folder of decisions.</param>
    /// <param name="Decision">The decision's id.</param>
    /// <param name="Inputs">A FEEL value for each input column; empty for no value.</param>
    /// <param name="Case">The number of a past case whose values to take instead; null for those given.</param>
    public sealed record Request(Guid Version, string File, string Decision, IReadOnlyList<string> Inputs, string? Case);

    public async Task<Result<TableTrialDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(request.Version, request.File, user, cancellationToken);
        var table = opened.Bind(found => found.Document.Table(request.Decision));
        if (!table.IsSuccess)
        {
            return table.Error;
        }

        var (draft, document) = opened.Value;
        var decisions = DraftDecisions.Load(draft.Files, draft.Shared);
        var row = request.Case is { } number
            ? await OfCaseAsync(number, decisions.Model(DraftTables.PathOf(request.File)), table.Value.Name, user, cancellationToken)
            : Given(table.Value, request.Inputs);
        return row.Bind(values => TableTrial.Of(document, request.Decision, values, decisions.Others(DraftTables.PathOf(request.File)), decisions.Words)
            .Map(trial => Describe(table.Value, values, trial, user.Language)));
    }

    /// <summary>What the decision read in a case that the reader may open; for others there is no such case.</summary>
    private async Task<Result<ImmutableArray<FeelValue>>> OfCaseAsync(string number, DecisionModel? model, string decision, CurrentUser user, CancellationToken cancellationToken)
    {
        var id = await context.Cases.AsNoTracking().Where(c => c.Number == number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        var opened = id is { } known ? await cases.OpenAsync(known, user, cancellationToken) : Refusals.NotFound;
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var decided = (await results.DecisionsAsync(opened.Value.Work, cancellationToken))
            .LastOrDefault(d => d.Row.Decision == decision || d.Content.Rules.Any(rule => rule.Decision == decision));
        return decided.Content?.Inputs is { } inputs && model is not null && FeelJson.Read(JsonSerializer.SerializeToElement(inputs)).TryGetContext(out var asked)
            ? model.ColumnValues(decision, Shown(asked, opened.Value, user))
            : new Error("studio.trial.notAsked", ErrorKind.NotFound).With("number", number);
    }

    /// <summary>What the decision read, without what comes of fields that the reader may not see in full.</summary>
    private static FeelContext Shown(FeelContext asked, OpenedCase opened, CurrentUser user)
    {
        var roles = FieldReaders.RolesOf(user, opened.Work.Case, opened.Tasks);
        return FeelContext.From(asked.Entries.Where(entry => opened.Work.Service.Package.FieldsFeeding(entry.Key)
            .All(field => !field.Rules.Sensitive && field.Rules.Mask is null && (field.Rules.Readers.IsEmpty || field.Rules.Readers.Intersect(roles).Any()))));
    }

    private static Result<ImmutableArray<FeelValue>> Given(TableGrid table, IReadOnlyList<string> inputs)
    {
        var values = ImmutableArray.CreateBuilder<FeelValue>();
        for (var i = 0; i < table.Inputs.Length; i++)
        {
            var text = i < inputs.Count ? inputs[i].Trim() : "";
            var compiled = FeelExpression.Compile(text is "" or "-" ? "null" : text, FeelScope.Empty);
            if (!compiled.IsSuccess || !compiled.Value.References.IsEmpty)
            {
                return new Error("studio.expression.sample").With("name", table.Inputs[i].Label ?? table.Inputs[i].Expression);
            }

            values.Add(compiled.Value.Evaluate(FeelContext.Empty).Value);
        }

        return values.ToImmutable();
    }

    private static TableTrialDto Describe(TableGrid table, ImmutableArray<FeelValue> row, TableTrial trial, string language)
    {
        string Key(int number) => GridColumn.RuleKey(table.Rules[number - 1], number - 1);
        return new TableTrialDto(
            [.. row.Select(value => value.ToString())], trial.Value.IsNull ? null : trial.Value.ToString(), [.. trial.Decided.Select(Key)],
            [.. trial.Rules.Select(rule => new TriedRuleDto(Key(rule.Number), rule.Number, rule.Matched, [.. rule.FailedCells.Select(cell => cell.Why.In(language))]))],
            [.. trial.Diagnostics.Select(diagnostic => diagnostic.Message.In(language)).Distinct()]);
    }
}
