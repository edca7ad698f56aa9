using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Domain.Forms;

namespace Approvals.Application.CaseViews;

/// <summary>How an answer is compared.</summary>
public enum FieldComparison
{
    /// <summary>It is the value.</summary>
    Is,

    /// <summary>It begins with the value.</summary>
    Starts,

    /// <summary>It is the value or after it.</summary>
    From,

    /// <summary>It is the value or before it.</summary>
    To,
}

/// <summary>One condition of a search by answers, written <c>form.field:from:5</c>.</summary>
/// <param name="Field">The field as rows of answers name it: the form's id, a dot, its path.</param>
/// <param name="Comparison">How.</param>
/// <param name="Value">With what, as people write it.</param>
public sealed record FieldCondition(string Field, FieldComparison Comparison, string Value)
{
    /// <summary>How many conditions a search may have.</summary>
    public const int Most = 5;

    private const int Longest = 200;
    private const decimal Greatest = 1_000_000_000_000m;

    /// <summary>The condition that a text writes; null where it writes none.</summary>
    public static FieldCondition? Read(string? text) =>
        text?.Split(':', 3) is [{ Length: > 0 } field, var comparison, var value] && value.Trim() is { Length: > 0 and <= Longest } trimmed && Named(comparison) is { } how
            ? new FieldCondition(field, how, trimmed)
            : null;

    /// <summary>What a kind of field may be compared by.</summary>
    public static IReadOnlyList<FieldComparison> Of(FormComponent field) => field.Rules switch
    {
        { Sensitive: true } or { Searchable: Searchable.Exact } => [FieldComparison.Is],
        { Searchable: Searchable.Text } => [FieldComparison.Is, FieldComparison.Starts],
        _ => [FieldComparison.Is, FieldComparison.From, FieldComparison.To],
    };

    /// <summary>The value as rows hold it; null where the field can hold no such value.</summary>
    internal string? Term(FormComponent field) => field.Rules.Searchable switch
    {
        Searchable.Number => decimal.TryParse(Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Greatest
            ? SearchTerms.OfNumber(number)
            : null,
        Searchable.Date => DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Value : null,
        _ => SearchTerms.OfText(Value),
    };

    private static FieldComparison? Named(string name) => name switch
    {
        "is" => FieldComparison.Is,
        "starts" => FieldComparison.Starts,
        "from" => FieldComparison.From,
        "to" => FieldComparison.To,
        _ => null,
    };
}
