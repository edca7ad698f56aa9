using System.Globalization;
using Approvals.Feel;

namespace Approvals.Bench.Feel;

/// <summary>
/// Evaluations a second of FEEL expressions on one core, beside a floor: the same condition written in C# over the same
/// context. All take turns in one run, so that a slow minute of the machine hits all.
/// </summary>
internal static class FeelBench
{
    private const string Condition = "level in (\"A\",\"B\") and months >= 4";

    private static readonly string[] Others =
    [
        "months >= 4",
        "months * 1.5 + 2",
        "if months > 3 then \"long\" else \"short\"",
        "matches(level, \"^[A-C]$\")",
        "day + duration(\"P1M\") > date(\"2026-01-01\")",
        "sum(for i in 1..10 return i * months)",
        "count(cases[kind = \"grant\" and months > 2])",
    ];

    public static void Run(bool smoke, TextWriter output)
    {
        var context = Context();
        var scope = FeelScope.Of([.. context.Entries.Select(entry => entry.Key)]);
        var scale = smoke ? 1_000 : 1;
        var floor = new Measured("the condition in C#", 20_000_000 / scale, count => Floor(context, count));
        var condition = Evaluating(Condition, scope, context, 5_000_000 / scale);
        var others = Others.Select(text => Evaluating(text, scope, context, 1_000_000 / scale)).ToArray();
        var compiling = new Measured($"compile {Condition}", 100_000 / scale, count => Compile(scope, count));
        Measured[] all = [floor, condition, .. others, compiling];
        for (var round = 0; round < Measured.Rounds; round++)
        {
            foreach (var measured in all)
            {
                measured.Take();
            }
        }

        foreach (var measured in all)
        {
            output.WriteLine(measured.Line);
        }

        output.WriteLine(Text($"goals: {Condition}: {condition.Rate / 1e6:F1} million/s (5 or more), {condition.Rate / floor.Rate:P0} of the floor; compile {1e6 / compiling.Rate:F1} µs (50 or less)"));
    }

    private static Measured Evaluating(string text, FeelScope scope, FeelContext context, int count)
    {
        var expression = FeelExpression.Compile(text, scope).Value;
        if (expression.Evaluate(context) is { Diagnostics: [var first, ..] })
        {
            throw new InvalidOperationException($"{text}: {first.Message.En}");
        }

        return new Measured(text, count, times =>
        {
            for (; times > 0; times--)
            {
                expression.Evaluate(context);
            }
        });
    }

    private static void Floor(FeelContext context, int count)
    {
        var held = 0;
        for (var i = 0; i < count; i++)
        {
            held += context.TryGet("level", out var level) && level.TryGetString(out var text) && text is "A" or "B" &&
                context.TryGet("months", out var months) && months.TryGetNumber(out var number) && number >= 4 ? 1 : 0;
        }

        if (held != count)
        {
            throw new InvalidOperationException($"{held} of {count}");
        }
    }

    private static void Compile(FeelScope scope, int count)
    {
        for (; count > 0; count--)
        {
            _ = FeelExpression.Compile(Condition, scope).Value;
        }
    }

    private static FeelContext Context() => FeelContext.Of(
        ("level", FeelValue.Of("B")),
        ("months", FeelValue.Of(7)),
        ("day", FeelValue.Of(new DateOnly(2026, 11, 21))),
        ("cases", FeelValue.Of(Enumerable.Range(0, 10).Select(i => FeelValue.Of(FeelContext.Of(
            ("kind", FeelValue.Of(i % 2 == 0 ? "grant" : "other")), ("months", FeelValue.Of(i))))))));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
