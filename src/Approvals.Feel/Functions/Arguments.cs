namespace Approvals.Feel;

/// <summary>Arguments in the order of the parameters, converted to their types.</summary>
internal static class Arguments
{
    /// <summary>Null, with a diagnostic, when they do not fit.</summary>
    public static FeelValue[]? Arrange(Evaluation evaluation, string[] parameters, FeelType?[] types, FeelValue[] arguments, string[]? names, Place place)
    {
        if (Ordered(parameters, arguments, names) is not { } ordered)
        {
            evaluation.Fail("feel.wrongArguments", place, ("parameters", $"({string.Join(", ", parameters)})"));
            return null;
        }

        for (var i = 0; i < ordered.Length; i++)
        {
            if (types[i] is not { } type)
            {
                continue;
            }

            if (TypeConformance.Coerce(ordered[i], type) is not { } converted)
            {
                evaluation.Fail("feel.wrongType", place, ("parameter", parameters[i]), ("kind", KindNames.Of(ordered[i])));
                return null;
            }

            if (!converted.IsNull && type.Allows is { } allows && !allows(converted, evaluation.Run))
            {
                evaluation.Fail("feel.notAllowed", place, ("what", parameters[i]), ("value", FeelWords.Told(converted)), ("type", type.ToString()));
                return null;
            }

            ordered[i] = converted;
        }

        return ordered;
    }

    private static FeelValue[]? Ordered(string[] parameters, FeelValue[] arguments, string[]? names)
    {
        if (arguments.Length != parameters.Length)
        {
            return null;
        }

        if (names is null)
        {
            return arguments;
        }

        var ordered = new FeelValue[arguments.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var at = Array.IndexOf(names, parameters[i]);
            if (at < 0)
            {
                return null;
            }

            ordered[i] = arguments[at];
        }

        return ordered;
    }
}
