namespace Approvals.Feel;

/// <summary>A regular expression that stands in the text as a constant is made once, when the text is compiled.</summary>
internal static class PreparedPattern
{
    /// <summary>The function called, with its pattern prepared; the function itself when there is nothing to prepare.</summary>
    public static Node Of(Node function, InvocationLink call)
    {
        if (function is not Constant { Value.Function: Builtin { Name: "matches" or "replace" or "split" } builtin } ||
            Argument(call, builtin.Name == "split" ? "delimiter" : "pattern", 1) is not { } pattern ||
            !TryFlags(call, builtin.Name, out var flags) ||
            XPathPattern.Compile(pattern, flags) is not { } compiled)
        {
            return function;
        }

        return new Constant(FeelValue.Of(PatternFunctions.Prepared(builtin.Name, compiled))) { Place = function.Place };
    }

    private static bool TryFlags(InvocationLink call, string function, out string flags)
    {
        var at = function switch { "matches" => 2, "replace" => 3, _ => int.MaxValue };
        var isGiven = call.Names is null ? call.Arguments.Length > at : call.Names.Contains("flags");
        var given = isGiven ? Argument(call, "flags", at) : "";
        flags = given ?? "";
        return given is not null;
    }

    /// <summary>The constant string given for a parameter.</summary>
    private static string? Argument(InvocationLink call, string name, int position)
    {
        var at = call.Names is null ? position : Array.IndexOf(call.Names, name);
        return at >= 0 && at < call.Arguments.Length && call.Arguments[at] is Constant { Value.Kind: FeelKind.String } text ? text.Value.String : null;
    }
}
