using System.Globalization;

namespace Approvals.Domain.Studio.Conditions;

/// <summary>Reads the words of a condition as groups of tests; null wherever the text is of another shape.</summary>
internal sealed class ConditionReader(List<ConditionToken> tokens)
{
    private const int MostDepth = 30;

    private int _at;
    private int _depth;

    internal ConditionGroup? Read() => Either() is { } item && _at == tokens.Count
        ? item.Group ?? new ConditionGroup(ConditionMatch.All, [item])
        : null;

    private ConditionItem? Either() => Series("or", ConditionMatch.Any, Both);

    private ConditionItem? Both() => Series("and", ConditionMatch.All, Part);

    private ConditionItem? Series(string word, ConditionMatch match, Func<ConditionItem?> next)
    {
        var items = ImmutableArray.CreateBuilder<ConditionItem>();
        do
        {
            if (next() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (TryTake(word));
        return items.Count == 1 ? items[0] : new ConditionItem(null, new ConditionGroup(match, items.ToImmutable()));
    }

    private ConditionItem? Part()
    {
        if (_depth >= MostDepth)
        {
            return null;
        }

        _depth++;
        var part = TryTake("(") ? Closed(Either()) : TryTake("not") ? TryTake("(") ? Not(Closed(Either())) : null : Test() is { } test ? new ConditionItem(test, null) : null;
        _depth--;
        return part;
    }

    private static ConditionItem? Not(ConditionItem? inner) => inner is null ? null
        : new ConditionItem(null, inner.Group is { Match: ConditionMatch.Any } several
            ? several with { Match = ConditionMatch.None }
            : new ConditionGroup(ConditionMatch.None, [inner]));

    private ConditionTest? Test()
    {
        if (_at >= tokens.Count || tokens[_at].Kind != ConditionTokenKind.Path)
        {
            return null;
        }

        return Function() is { } asked ? Called(asked) : Field() is { } field ? Compared(field) : null;
    }

    /// <summary>The function whose call comes next, with its opening bracket taken.</summary>
    private ConditionOperator? Function()
    {
        (string[] Words, ConditionOperator Operator)[] known =
        [
            (["contains"], ConditionOperator.Contains), (["starts", "with"], ConditionOperator.StartsWith),
            (["list", "contains"], ConditionOperator.Has), (["count"], ConditionOperator.HasItems),
        ];
        foreach (var (words, asked) in known)
        {
            if (words.Append("(").Select((word, i) => _at + i < tokens.Count && tokens[_at + i].Text == word).All(same => same))
            {
                _at += words.Length + 1;
                return asked;
            }
        }

        return null;
    }

    private ConditionTest? Called(ConditionOperator asked)
    {
        if (Field() is not { } field)
        {
            return null;
        }

        if (asked != ConditionOperator.HasItems)
        {
            return TryTake(",") && Value() is { } value && TryTake(")") ? new ConditionTest(field, asked, [value]) : null;
        }

        return !TryTake(")") ? null
            : TryTake(">") && TryTake("0") ? new ConditionTest(field, ConditionOperator.HasItems, [])
            : TryTake("=") && TryTake("0") ? new ConditionTest(field, ConditionOperator.HasNoItems, [])
            : null;
    }

    private ConditionTest? Compared(string field)
    {
        if (TryTake("in"))
        {
            return Within(field);
        }

        if (TryTake("between"))
        {
            return Value() is { } low && TryTake("and") && Value() is { } high ? new ConditionTest(field, ConditionOperator.Between, [low, high]) : null;
        }

        if (Comparison() is not { } asked)
        {
            return new ConditionTest(field, ConditionOperator.IsTrue, []);
        }

        if (asked is ConditionOperator.Equal or ConditionOperator.NotEqual && TryTake("null"))
        {
            return new ConditionTest(field, asked == ConditionOperator.Equal ? ConditionOperator.IsEmpty : ConditionOperator.IsFilled, []);
        }

        return Value() is { } value ? new ConditionTest(field, asked, [value]) : null;
    }

    private ConditionOperator? Comparison() => TryTake("=") ? ConditionOperator.Equal
        : TryTake("!=") ? ConditionOperator.NotEqual
        : TryTake("<=") ? ConditionOperator.AtMost
        : TryTake(">=") ? ConditionOperator.AtLeast
        : TryTake("<") ? ConditionOperator.Less
        : TryTake(">") ? ConditionOperator.Greater
        : null;

    private ConditionTest? Within(string field)
    {
        if (TryTake("["))
        {
            return Value() is { } low && TryTake("..") && Value() is { } high && TryTake("]") ? new ConditionTest(field, ConditionOperator.Between, [low, high]) : null;
        }

        if (!TryTake("("))
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<ConditionValue>();
        do
        {
            if (Value() is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (TryTake(","));
        return TryTake(")") ? new ConditionTest(field, ConditionOperator.In, values.ToImmutable()) : null;
    }

    private string? Field() => _at < tokens.Count && tokens[_at].Kind == ConditionTokenKind.Path && ConditionTokens.IsPath(tokens[_at].Text) ? tokens[_at++].Text : null;

    private ConditionValue? Value()
    {
        if (_at >= tokens.Count)
        {
            return null;
        }

        var token = tokens[_at++];
        return token.Kind switch
        {
            ConditionTokenKind.Number => new ConditionValue(ConditionValueKind.Number, token.Text),
            ConditionTokenKind.Text => Text(token.Text) is { } text ? new ConditionValue(ConditionValueKind.Text, text) : null,
            ConditionTokenKind.Temporal => Day(Text(token.Text[1..])),
            ConditionTokenKind.Path when token.Text is "true" or "false" => new ConditionValue(ConditionValueKind.Boolean, token.Text),
            ConditionTokenKind.Path when token.Text == "date" && TryTake("(") => Dated(),
            ConditionTokenKind.Path when ConditionTokens.IsPath(token.Text) => new ConditionValue(ConditionValueKind.Field, token.Text),
            _ => null,
        };
    }

    private ConditionValue? Dated() => _at < tokens.Count && tokens[_at].Kind == ConditionTokenKind.Text && Day(Text(tokens[_at++].Text)) is { } day && TryTake(")") ? day : null;

    private static ConditionValue? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        ? new ConditionValue(ConditionValueKind.Date, text!)
        : null;

    /// <summary>What stands between the quotes.</summary>
    private static string? Text(string quoted) => FeelExpression.Compile(quoted, FeelScope.Empty) is { IsSuccess: true } compiled
        && compiled.Value.Evaluate(FeelContext.Empty).Value is { Kind: FeelKind.String } value ? value.AsString() : null;

    private ConditionItem? Closed(ConditionItem? inner) => inner is not null && TryTake(")") ? inner : null;

    private bool TryTake(string text)
    {
        if (_at >= tokens.Count || tokens[_at].Kind == ConditionTokenKind.Text || tokens[_at].Text != text)
        {
            return false;
        }

        _at++;
        return true;
    }
}
