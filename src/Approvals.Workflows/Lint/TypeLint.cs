namespace Approvals.Workflows;

/// <summary>
/// Expressions that fail by the types of what they read, whatever the values: they are worked out with values of the declared types. One
/// that reads anything of unknown type is left alone.
/// </summary>
internal static class TypeLint
{
    private static readonly ImmutableArray<string> Codes =
    [
        "feel.notBoolean", "feel.notNumber", "feel.mismatch", "feel.wrongArguments", "feel.wrongType", "feel.wrongItem", "feel.notIterable", "feel.notRange", "feel.notFunction",
    ];

    public static IEnumerable<Problem> Of(WorkflowProgram program, ImmutableDictionary<string, FeelType> fields)
    {
        var types = Types(program, fields);
        return program.Expressions.Where(w => w.Expression is FeelInputExpression && w.Expression.References.All(types.ContainsKey))
            .Select(w => Of(w, types)).OfType<Problem>();
    }

    private static Problem? Of(WrittenExpression written, Dictionary<string, FeelType> types)
    {
        FeelDiagnostic? found = null;
        foreach (var sample in TypeSamples.Of(written.Expression.References, types))
        {
            var evaluation = new Evaluation(sample);
            _ = written.Expression.Evaluate(evaluation);
            if (evaluation.Diagnostic is not { } diagnostic || !Codes.Contains(diagnostic.Code))
            {
                return null;
            }

            found = diagnostic;
        }

        return found is null ? null : found.Data.Aggregate(WorkflowLint.At(written.Activity, written.Input, "workflow.lint.type", Severity.Error), (p, d) => p.With(d.Key, d.Value))
            .With("expression", written.Expression.Text).With("reason", found.Code)
            .With("line", $"{found.Line}").With("column", $"{found.Column}");
    }

    private static Dictionary<string, FeelType> Types(WorkflowProgram program, ImmutableDictionary<string, FeelType> fields)
    {
        var types = new Dictionary<string, FeelType>(fields, StringComparer.Ordinal) { ["today"] = FeelType.Date, ["now"] = FeelType.DateTime };
        foreach (var text in new[] { "case.number", "case.service", "case.region", "case.county", "case.city", "case.province" })
        {
            types[text] = FeelType.String;
        }

        foreach (var variable in program.Source.Variables)
        {
            if (TypeOf(variable) is { } type)
            {
                types[variable.Name] = type;
            }
        }

        return types;
    }

    private static FeelType? TypeOf(VariableDefinition variable)
    {
        var plain = Raw.Text(variable.Raw, "typeName")?.Split(',')[0].Split('.')[^1] switch
        {
            "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => FeelType.Number,
            "String" => FeelType.String,
            "Boolean" => FeelType.Boolean,
            _ => null,
        };
        return plain is not null && Raw.Get(variable.Raw, "isArray")?.ValueKind == JsonValueKind.True ? FeelType.ListOf(plain) : plain;
    }
}

/// <summary>Contexts with values of the declared types.</summary>
internal static class TypeSamples
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    public static IEnumerable<FeelContext> Of(ImmutableArray<string> paths, Dictionary<string, FeelType> types)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            yield return paths.Aggregate(FeelContext.Empty, (sum, path) => Put(sum, path.Split('.'), Value(types[path], turn)));
        }
    }

    private static FeelContext Put(FeelContext context, ReadOnlySpan<string> path, FeelValue value) => path.Length == 1
        ? context.With(path[0], value)
        : context.With(path[0], FeelValue.Of(Put(context[path[0]].TryGetContext(out var inner) ? inner : FeelContext.Empty, path[1..], value)));

    private static FeelValue Value(FeelType type, int turn) => type.Form switch
    {
        FeelTypeForm.Number => FeelValue.Of(turn + 1),
        FeelTypeForm.String => FeelValue.Of(turn == 0 ? "a" : "b"),
        FeelTypeForm.Boolean => FeelValue.Of(turn == 0),
        FeelTypeForm.Date => FeelValue.Of(Day.AddDays(turn)),
        FeelTypeForm.DateTime => FeelValue.Of(new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.FromHours(8))),
        FeelTypeForm.List => FeelValue.Of(new[] { Value(type.Element!, 0), Value(type.Element!, 1) }),
        _ => FeelValue.Null,
    };
}
