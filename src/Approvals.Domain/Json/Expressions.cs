namespace Approvals.Domain.Json;

/// <summary>What every expression of a package may name.</summary>
internal static class Expressions
{
    /// <summary>
    /// Nothing is declared: field keys and variables have no spaces, so the parser needs no help, and the names an expression
    /// reads are checked once everything that may be named is known.
    /// </summary>
    internal static FeelScope Scope => FeelScope.Empty;

    /// <summary>The names that are always there.</summary>
    internal static readonly string[] Always = ["case", "applicant", "today", "now"];

    /// <summary>The first step of a dotted path.</summary>
    internal static string Root(string path) => path.Split('.', 2)[0];
}
