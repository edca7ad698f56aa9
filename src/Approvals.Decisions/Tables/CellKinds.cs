using System.Collections.Immutable;
using System.Globalization;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Cells that compare their input with values of another kind than the input has: whatever comes, they hold for nothing of it.</summary>
internal static class CellKinds
{
    /// <summary>A diagnostic for each such cell, told at every evaluation, since a rule that matches beside it hides the mistake.</summary>
    public static ImmutableArray<FeelDiagnostic> Misfits(ImmutableArray<TableInput> inputs, ImmutableArray<TableRule> rules, string decision, FeelRun run)
    {
        var misfits = ImmutableArray.CreateBuilder<FeelDiagnostic>();
        for (var column = 0; column < inputs.Length && !run.IsExhausted; column++)
        {
            var input = inputs[column];
            if (KindOf(input) is not { } kind)
            {
                continue;
            }

            foreach (var rule in rules.Where(rule => !rule.Cells[column].IsAny))
            {
                if (rule.Cells[column].Compared(run).Where(compared => compared != kind && compared != FeelKind.Boolean).Take(1).ToList() is [var other])
                {
                    misfits.Add(new FeelDiagnostic("feel.cellOfOtherKind", 1, 1)
                        .With("what", rule.Cells[column].Text).With("left", KindNames.Of(kind)).With("right", KindNames.Of(other))
                        .With("input", input.Label).With("rule", rule.Number.ToString(CultureInfo.InvariantCulture)).With("decision", decision));
                }
            }
        }

        return misfits.ToImmutable();
    }

    /// <summary>What the data is counts before what the column calls it.</summary>
    private static FeelKind? KindOf(TableInput input) => input.Expression.Type is { Form: not FeelTypeForm.Any } data ? data.Kind : input.Type.Type.Kind;
}
