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
            if (!IsGiven(reference, scope))
            {
                problems.Add(new Error(Code).With("name", reference.Split('.')[0]), element, rule, column, text);
            }
        }
    }

    /// <summary>Whether the path or a beginning of it is a name of the scope.</summary>
    private static bool IsGiven(string reference, FeelScope scope)
    {
        for (var end = reference.IndexOf('.', StringComparison.Ordinal); end >= 0; end = reference.IndexOf('.', end + 1))
        {
            if (scope.Names.ContainsKey(reference[..end]))
            {
                return true;
            }
        }

        return scope.Names.ContainsKey(reference);
    }
}
