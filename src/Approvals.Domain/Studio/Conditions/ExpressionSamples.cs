namespace Approvals.Domain.Studio.Conditions;

/// <summary>Values of the declared types to try an expression with.</summary>
internal static class ExpressionSamples
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>Two contexts with a value for each path; null when the type of one is not known.</summary>
    internal static ImmutableArray<FeelContext>? Of(ImmutableArray<string> paths, ImmutableArray<ExpressionName> names)
    {
        var contexts = ImmutableArray.CreateBuilder<FeelContext>();
        for (var turn = 0; turn < 2; turn++)
        {
            var context = FeelContext.Empty;
            foreach (var path in paths)
            {
                if (names.FirstOrDefault(name => name.Path == path) is not { } name || Value(name, turn) is not { } value)
                {
                    return null;
                }

                context = Put(context, path.Split('.'), value);
            }

            contexts.Add(context);
        }

        return contexts.ToImmutable();
    }

    /// <summary>A context with a value at a path.</summary>
    internal static FeelContext Put(FeelContext context, ReadOnlySpan<string> path, FeelValue value) => path.Length == 1
        ? context.With(path[0], value)
        : context.With(path[0], FeelValue.Of(Put(context[path[0]].TryGetContext(out var inner) ? inner : FeelContext.Empty, path[1..], value)));

    private static FeelValue? Value(ExpressionName name, int turn) => name.Type switch
    {
        "number" => FeelValue.Of(turn + 1),
        "string" => FeelValue.Of(name.Options.ElementAtOrDefault(turn)?.Value ?? (turn == 0 ? "a" : "b")),
        "boolean" => FeelValue.Of(turn == 0),
        "date" => FeelValue.Of(Day.AddDays(turn)),
        "date and time" => FeelValue.Of(new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.FromHours(8))),
        "list<string>" => FeelValue.Of(new[] { FeelValue.Of("a"), FeelValue.Of("b") }),
        _ => null,
    };
}
