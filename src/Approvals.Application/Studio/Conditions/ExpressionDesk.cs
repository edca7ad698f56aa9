using System.Collections.Immutable;
using Approvals.Application.Rights;
using Approvals.Application.Studio.Tables;
using Approvals.Domain.Studio.Conditions;
using Approvals.Feel;

namespace Approvals.Application.Studio.Conditions;

/// <summary>Something that an expression may read.</summary>
/// <param name="Path">How it is written.</param>
/// <param name="Type">Its type as FEEL spells it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Form">The form it is a field of, or null.</param>
/// <param name="Options">The values it may have, where they are listed.</param>
public sealed record ExpressionNameDto(string Path, string Type, string Label, string? Form, IReadOnlyList<ExpressionOptionDto> Options);

/// <summary>A value that a field may have.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What people call it.</param>
public sealed record ExpressionOptionDto(string Value, string Label);

/// <summary>Something wrong with an expression.</summary>
/// <param name="Text">What it is.</param>
/// <param name="IsError">Whether it cannot work.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="Length">How long the place is.</param>
public sealed record ExpressionProblemDto(string Text, bool IsError, int Line, int Column, int Length);

/// <summary>What is wrong with an expression.</summary>
/// <param name="Problems">The problems; none when nothing is.</param>
public sealed record CheckedExpressionDto(IReadOnlyList<ExpressionProblemDto> Problems);

/// <summary>What an expression gives.</summary>
/// <param name="Value">The value as FEEL; null where it gives none.</param>
/// <param name="Words">The value in words.</param>
/// <param name="Why">Why it gives none.</param>
/// <param name="Read">What it read.</param>
public sealed record TriedExpressionDto(string? Value, string Words, IReadOnlyList<string> Why, IReadOnlyDictionary<string, string> Read);

/// <summary>Checks and tries expressions of a version while they are written.</summary>
public sealed class ExpressionDesk(DraftTables drafts, CaseExpressions cases, MessageCatalog texts)
{
    /// <summary>What an expression may read at a place.</summary>
    public async Task<Result<IReadOnlyList<ExpressionNameDto>>> NamesAsync(Guid version, string file, string? place, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, user, cancellationToken);
        return opened.Map<IReadOnlyList<ExpressionNameDto>>(draft => [.. ExpressionNames.Of(draft.Files, draft.Shared, file, place).Select(name => new ExpressionNameDto(
            name.Path, name.Type, name.Label?.In(user.Language) ?? name.Path, name.Form?.In(user.Language),
            [.. name.Options.Select(option => new ExpressionOptionDto(option.Value, option.Label.In(user.Language)))]))]);
    }

    /// <summary>What is wrong with an expression at a place.</summary>
    public async Task<Result<CheckedExpressionDto>> CheckAsync(
        Guid version, string file, string? place, string expression, string? expected, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, user, cancellationToken);
        return opened.Map(draft => new CheckedExpressionDto(
        [
            .. ExpressionCheckup.Of(expression, ExpressionNames.Of(draft.Files, draft.Shared, file, place), expected)
                .Select(problem => new ExpressionProblemDto(texts.Format(problem.What, user.Language), problem.IsError, problem.Line, problem.Column, problem.Length)),
        ]));
    }

    /// <summary>What an expression gives with sample values, or in a past case that the reader may open.</summary>
    public async Task<Result<TriedExpressionDto>> TryAsync(
        Guid version, string file, string? place, string expression, IReadOnlyDictionary<string, string> samples, string? number, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var names = ExpressionNames.Of(opened.Value.Files, opened.Value.Shared, file, place);
        var compiled = FeelExpression.Compile(expression, ExpressionCheckup.Scope(names));
        if (!compiled.IsSuccess)
        {
            return compiled.Error;
        }

        var context = number is null ? ExpressionTrial.Context(samples) : await cases.OfAsync(number, opened.Value.Version.ServiceCode, file, user, cancellationToken);
        return context.Map(values => Describe(compiled.Value, values, user.Language));
    }

    private static TriedExpressionDto Describe(FeelExpression expression, FeelContext values, string language)
    {
        var outcome = expression.Evaluate(values);
        var read = expression.References.Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(path => path, path => FeelWords.Of(ExpressionTrial.At(values, path)).In(language), StringComparer.Ordinal);
        return new TriedExpressionDto(
            outcome.Value.IsNull ? null : outcome.Value.ToString(), FeelWords.Of(outcome.Value).In(language), [.. outcome.Diagnostics.Select(d => d.Message.In(language)).Distinct()], read);
    }
}
