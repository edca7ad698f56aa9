using System.Globalization;

namespace Approvals.Domain.Studio.Conditions;

/// <summary>Writes groups in their normal form as FEEL.</summary>
internal static class ConditionWriter
{
    internal static string Write(ConditionGroup group) => group.Match == ConditionMatch.None
        ? $"not({Joined(group.Items, " or ", alone: group.Items.Length == 1)})"
        : Joined(group.Items, group.Match == ConditionMatch.All ? " and " : " or ", alone: group.Items.Length == 1);

    /// <summary>What keeps a test from being written; null when nothing does.</summary>
    internal static Error? Problem(ConditionTest test)
    {
        if (!ConditionTokens.IsPath(test.Field))
        {
            return new Error("studio.condition.field").With("field", test.Field);
        }

        var (least, most) = Values(test.Operator);
        return test.Values.Length < least || test.Values.Length > most || !test.Values.All(CanBeWritten)
            ? new Error("studio.condition.value").With("field", test.Field)
            : null;
    }

    /// <summary>How many values an operator takes.</summary>
    internal static (int Least, int Most) Values(ConditionOperator asked) => asked switch
    {
        ConditionOperator.In or ConditionOperator.NotIn => (1, ConditionText.MostItems),
        ConditionOperator.Between => (2, 2),
        ConditionOperator.HasItems or ConditionOperator.HasNoItems or ConditionOperator.IsEmpty or ConditionOperator.IsFilled or ConditionOperator.IsTrue => (0, 0),
        _ => (1, 1),
    };

    private static string Joined(ImmutableArray<ConditionItem> items, string by, bool alone) =>
        string.Join(by, items.Select(item => item.Group is { } group ? Inner(group, alone) : Write(item.Test!)));

    private static string Inner(ConditionGroup group, bool alone) => alone || group.Match == ConditionMatch.None ? Write(group) : $"({Write(group)})";

    private static string Write(ConditionTest test) => test.Operator switch
    {
        ConditionOperator.Equal => $"{test.Field} = {Value(test.Values[0])}",
        ConditionOperator.NotEqual => $"{test.Field} != {Value(test.Values[0])}",
        ConditionOperator.Less => $"{test.Field} < {Value(test.Values[0])}",
        ConditionOperator.AtMost => $"{test.Field} <= {Value(test.Values[0])}",
        ConditionOperator.Greater => $"{test.Field} > {Value(test.Values[0])}",
        ConditionOperator.AtLeast => $"{test.Field} >= {Value(test.Values[0])}",
        ConditionOperator.In => $"{test.Field} in ({List(test)})",
        ConditionOperator.NotIn => $"not({test.Field} in ({List(test)}))",
        ConditionOperator.Between => $"{test.Field} in [{Value(test.Values[0])}..{Value(test.Values[1])}]",
        ConditionOperator.Contains => $"contains({test.Field}, {Value(test.Values[0])})",
        ConditionOperator.NotContains => $"not(contains({test.Field}, {Value(test.Values[0])}))",
        ConditionOperator.StartsWith => $"starts with({test.Field}, {Value(test.Values[0])})",
        ConditionOperator.Has => $"list contains({test.Field}, {Value(test.Values[0])})",
        ConditionOperator.HasNot => $"not(list contains({test.Field}, {Value(test.Values[0])}))",
        ConditionOperator.HasItems => $"count({test.Field}) > 0",
        ConditionOperator.HasNoItems => $"count({test.Field}) = 0",
        ConditionOperator.IsEmpty => $"{test.Field} = null",
        ConditionOperator.IsFilled => $"{test.Field} != null",
        _ => test.Field,
    };

    private static string List(ConditionTest test) => string.Join(", ", test.Values.Select(Value));

    private static string Value(ConditionValue value) => value.Kind switch
    {
        ConditionValueKind.Text => FeelValue.Of(value.Text).ToString(),
        ConditionValueKind.Date => $"@\"{value.Text}\"",
        _ => value.Text,
    };

    private static bool CanBeWritten(ConditionValue value) => value.Kind switch
    {
        ConditionValueKind.Text => value.Text.Length <= 2_000,
        ConditionValueKind.Number => ConditionTokens.IsNumber(value.Text),
        ConditionValueKind.Boolean => value.Text is "true" or "false",
        ConditionValueKind.Date => DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => ConditionTokens.IsPath(value.Text),
    };
}
