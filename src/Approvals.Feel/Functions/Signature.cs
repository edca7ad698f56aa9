namespace Approvals.Feel;

/// <summary>
/// The parameters of a built-in function, written as in the standard: <c>string: string, start position: number, length?: number</c>.
/// A question mark after the name makes the parameter optional, after the type lets it be null; three dots make it take all the rest.
/// </summary>
internal sealed class Signature
{
    private readonly Parameter[] _parameters;
    private readonly int _required;
    private readonly bool _isVariadic;

    public Signature(string text, BuiltinBody body)
    {
        Text = $"({text})";
        Body = body;
        _parameters = [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Parameter.Parse)];
        _isVariadic = _parameters is [.., { IsRest: true }];
        _required = Math.Max(_parameters.Count(parameter => !parameter.IsOptional), _isVariadic ? 1 : 0);
        Names = [.. _parameters.Select(parameter => parameter.Name)];
    }

    public string Text { get; }

    public BuiltinBody Body { get; }

    public string[] Names { get; }

    /// <summary>Whether named arguments must come in the order of the parameters, because another signature has the same names.</summary>
    public bool InOrder { get; init; }

    /// <summary>Whether named arguments beside the parameters do not matter, as conformance asks of <c>is</c> alone.</summary>
    public bool IgnoresOthers { get; init; }

    public string NameAt(int index) => _parameters[Math.Min(index, _parameters.Length - 1)].Name;

    /// <summary>The arguments in the order of the parameters; null when they are too few, too many, or named otherwise.</summary>
    public FeelValue[]? Arrange(FeelValue[] arguments, string[]? names)
    {
        if (arguments.Length < _required || (arguments.Length > _parameters.Length && !_isVariadic && !(IgnoresOthers && names is not null)))
        {
            return null;
        }

        if (names is null)
        {
            return [.. arguments];
        }

        var arranged = new FeelValue[_parameters.Length];
        var last = -1;
        for (var i = 0; i < names.Length; i++)
        {
            var at = Array.IndexOf(Names, names[i]);
            if (at < 0 ? !IgnoresOthers : _isVariadic || (InOrder && at != i))
            {
                return null;
            }

            if (at >= 0)
            {
                arranged[at] = arguments[i];
            }

            last = Math.Max(last, at);
        }

        for (var i = 0; i < _parameters.Length; i++)
        {
            if (!_parameters[i].IsOptional && Array.IndexOf(names, Names[i]) < 0)
            {
                return null;
            }
        }

        return arranged[..(last + 1)];
    }

    /// <summary>Converts each argument to its parameter's kind, in place; else says which one does not fit.</summary>
    public bool TryFit(FeelValue[] arguments, out int wrong)
    {
        for (wrong = 0; wrong < arguments.Length; wrong++)
        {
            var parameter = _parameters[Math.Min(wrong, _parameters.Length - 1)];
            if (!parameter.TryFit(ref arguments[wrong]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Parameter(string Name, string Kind, bool IsOptional, bool IsRest, bool MayBeNull)
    {
        public static Parameter Parse(string text)
        {
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            var name = text[..colon];
            var kind = text[(colon + 2)..];
            var isRest = name.EndsWith("...", StringComparison.Ordinal);
            var isOptional = name.EndsWith('?');
            return new Parameter(
                name.TrimEnd('.', '?'), kind.TrimEnd('?'), isOptional || isRest, isRest, kind.EndsWith('?') || kind is "any");
        }

        public bool TryFit(ref FeelValue value)
        {
            if (value.IsNull)
            {
                return MayBeNull;
            }

            if (Fits(value))
            {
                return true;
            }

            if (Kind == "list")
            {
                value = FeelValue.Of(FeelList.Of(value));
                return true;
            }

            if (value.Kind == FeelKind.List && value.List.Count == 1 && Fits(value.List[0]))
            {
                value = value.List[0];
                return true;
            }

            return false;
        }

        private bool Fits(in FeelValue value) => Kind switch
        {
            "any" => true,
            "boolean" => value.Kind == FeelKind.Boolean,
            "number" => value.Kind == FeelKind.Number,
            "string" => value.Kind == FeelKind.String,
            "list" => value.Kind == FeelKind.List,
            "context" => value.Kind == FeelKind.Context,
            "range" => value.Kind == FeelKind.Range,
            "function" => value.Kind == FeelKind.Function,
            "date" => value.Kind == FeelKind.Date,
            "time" => value.Kind == FeelKind.Time,
            "day" => value.Kind is FeelKind.Date or FeelKind.DateTime,
            "duration" => value.Kind is FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration,
            "days-time" => value.Kind == FeelKind.DaysTimeDuration,
            "number or duration" => value.Kind is FeelKind.Number or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration,
            "position or match" => value.Kind is FeelKind.Number or FeelKind.Function,
            _ => throw new InvalidOperationException(Kind),
        };
    }
}
