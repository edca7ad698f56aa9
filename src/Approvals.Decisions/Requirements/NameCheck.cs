using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Finds names that an expression reads though nothing gives them.</summary>
internal static class NameCheck
{
    public const string Code = "decisions.unknownName";

    public static void Check(ImmutableArray<string> references, FeelScope scope, Problems problems, string element, int? rule, string? column, string text)
    {
        foreach (var reference in references)
        {
            var name = reference.Split('.')[0];
            if (!scope.Names.ContainsKey(reference) && !scope.Names.Keys.Any(known => reference == known || reference.StartsWith(known + ".", StringComparison.Ordinal)))
            {
                problems.Add(new Error(Code).With("name", name), element, rule, column, text);
            }
        }
    }
}
