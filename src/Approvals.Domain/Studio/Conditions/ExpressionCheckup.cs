using System.Globalization;

namespace Approvals.Domain.Studio.Conditions;

/// <summary>Something wrong with an expression.</summary>
/// <param name="What">What it is, with the values of its text.</param>
/// <param name="IsError">Whether it cannot work; else it can, but hardly as meant.</param>
/// <param name="Line">Line of the place, from 1.</param>
/// <param name="Column">Column of the place, from 1.</param>
/// <param name="Length">How long the place is.</param>
public sealed record ExpressionProblem(Error What, bool IsError, int Line, int Column, int Length);

/// <summary>Checks an expression while it is written: its form, its names, and its types as far as they can be told.</summary>
public static class ExpressionCheckup
{
    private const int MostProblems = 20;

    private static readonly ImmutableArray<string> TypeCodes =
    [
        "feel.notBoolean", "feel.notNumber", "feel.mismatch", "feel.wrongArguments", "feel.wrongType", "feel.wrongItem", "feel.notIterable", "feel.notRange", "feel.notFunction",
    ];

    /// <summary>What is wrong with an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="names">What it may read.</param>
    /// <param name="expected">The type its value must have; null for any.</param>
    public static ImmutableArray<ExpressionProblem> Of(string text, ImmutableArray<ExpressionName> names, string? expected)
    {
        var compiled = FeelExpression.Compile(text, Scope(names));
        if (!compiled.IsSuccess)
        {
            return [Placed(compiled.Error)];
        }

        var unknown = compiled.Value.References.Where(path => !Knows(names, path)).Distinct(StringComparer.Ordinal).Take(MostProblems).Select(path => Unknown(text, path, names)).ToImmutableArray();
        return unknown.IsEmpty ? [.. Types(compiled.Value, names, expected), .. Choices(text, names)] : unknown;
    }

    /// <summary>A scope of the first steps of all names.</summary>
    public static FeelScope Scope(ImmutableArray<ExpressionName> names) =>
        names.Select(name => name.Path.Contains('.', StringComparison.Ordinal) ? Json.Expressions.Root(name.Path) : name.Path)
            .Distinct(StringComparer.Ordinal).Aggregate(Json.Expressions.Scope, (scope, name) => scope.With(name));

    private static ExpressionProblem Placed(Error error) => new(error, true, Number(error, "line"), Number(error, "column"), 1);

    private static int Number(Error error, string name) => int.TryParse(error.Data.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    private static bool Knows(ImmutableArray<ExpressionName> names, string path) => path is "item" or "partial" or "term" or "setting" || path.StartsWith("term.", StringComparison.Ordinal)
        || names.Any(name => name.Path == path || name.Path.StartsWith(path + ".", StringComparison.Ordinal)
            || (path.StartsWith(name.Path + ".", StringComparison.Ordinal) && name.Type is not ("string" or "number" or "boolean")));

    private static ExpressionProblem Unknown(string text, string path, ImmutableArray<ExpressionName> names)
    {
        var (line, column) = Place(text, Math.Max(0, text.IndexOf(path, StringComparison.Ordinal)));
        var near = names.Select(name => name.Path).Where(name => Json.Expressions.Root(name) == Json.Expressions.Root(path) || !path.Contains('.', StringComparison.Ordinal))
            .OrderBy(name => Distance(name, path)).FirstOrDefault();
        var error = new Error(near is not null && Distance(near, path) <= 3 ? "studio.expression.unknownNear" : "studio.expression.unknown").With("name", path).With("near", near ?? "");
        return new ExpressionProblem(error, true, line, column, path.Length);
    }

    private static (int Line, int Column) Place(string text, int at) =>
        (1 + text.AsSpan(0, at).Count('\n'), at - text.LastIndexOf('\n', Math.Max(0, at - 1), Math.Max(0, at)));

    /// <summary>Fails by type with every sample, or gives another type than asked for: then it does so whatever the values.</summary>
    private static IEnumerable<ExpressionProblem> Types(FeelExpression expression, ImmutableArray<ExpressionName> names, string? expected)
    {
        if (ExpressionSamples.Of(expression.References, names) is not { } samples)
        {
            yield break;
        }

        var outcomes = samples.Select(expression.Evaluate).ToList();
        var failed = outcomes.Select(outcome => outcome.Diagnostics.FirstOrDefault(d => TypeCodes.Contains(d.Code))).ToList();
        if (failed.TrueForAll(diagnostic => diagnostic is not null))
        {
            yield return new ExpressionProblem(failed[0]!.ToError(), true, failed[0]!.Line, failed[0]!.Column, 1);
        }
        else if (expected is not null && FeelType.OfName(expected) is { } type && outcomes.TrueForAll(outcome => !outcome.Value.IsNull && type.Coerce(outcome.Value) is null))
        {
            yield return new ExpressionProblem(new Error($"studio.expression.{(expected == "boolean" ? "notBoolean" : "type")}").With("expected", expected), true, 1, 1, expression.Text.Length);
        }
    }

    /// <summary>Values that a field of choices can never have.</summary>
    private static IEnumerable<ExpressionProblem> Choices(string text, ImmutableArray<ExpressionName> names)
    {
        if (ConditionText.Read(text) is not { IsSuccess: true } group)
        {
            yield break;
        }

        foreach (var test in ConditionShape.Tests(group.Value))
        {
            var options = names.FirstOrDefault(name => name.Path == test.Field)?.Options ?? [];
            var strange = options.IsEmpty || test.Operator is not (ConditionOperator.Equal or ConditionOperator.NotEqual or ConditionOperator.In or ConditionOperator.NotIn or ConditionOperator.Has or ConditionOperator.HasNot)
                ? null
                : test.Values.FirstOrDefault(value => value.Kind == ConditionValueKind.Text && options.All(option => option.Value != value.Text));
            if (strange is not null)
            {
                var at = Math.Max(0, text.IndexOf($"\"{strange.Text}\"", StringComparison.Ordinal));
                var (line, column) = Place(text, at);
                yield return new ExpressionProblem(new Error("studio.expression.choice").With("field", test.Field).With("value", strange.Text), false, line, column, strange.Text.Length + 2);
            }
        }
    }

    /// <summary>How many letters one must change to make one name another.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 3)
        {
            return 4;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var (before, first) = (row[0], i);
            row[0] = first;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, before + (left[i - 1] == right[j - 1] ? 0 : 1));
                before = above;
            }
        }

        return row[^1];
    }
}
