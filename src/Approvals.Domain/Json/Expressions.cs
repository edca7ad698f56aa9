namespace Approvals.Domain.Json;

/// <summary>What every expression of a package may name.</summary>
internal static class Expressions
{
    /// <summary>
    /// Field keys and variables have no spaces, so the parser needs no help with them; the names an expression reads are checked
    /// once everything that may be named is known. What is declared here keeps members named in a filter from counting as free names.
    /// </summary>
    internal static FeelScope Scope { get; } = FeelScope.Of("case", "applicant", "today", "now", "form", "setting");

    /// <summary>The names that are always there.</summary>
    internal static readonly string[] Always = ["case", "applicant", "today", "now"];

    /// <summary>The first step of a dotted path.</summary>
    internal static string Root(string path) => path.Split('.', 2)[0];
}
