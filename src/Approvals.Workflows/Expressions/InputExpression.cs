namespace Approvals.Workflows;

/// <summary>Facts about the applicant and the case that an expression names.</summary>
[Flags]
internal enum FactNeeds
{
    None = 0,
    Entitlements = 1,
    Cases = 2,
    Presence = 4,
    Bookings = 8,
    Quotas = 16,
}

/// <summary>An expression of an input, compiled once for each definition.</summary>
internal abstract class InputExpression
{
    /// <summary>The expression as its author wrote it.</summary>
    public abstract string Text { get; }

    /// <summary>The facts it reads.</summary>
    public virtual FactNeeds Needs => FactNeeds.None;

    /// <summary>Dotted paths of the names it reads.</summary>
    public virtual ImmutableArray<string> References => [];

    /// <summary>Whether it always gives the same.</summary>
    public virtual bool IsConstant => false;

    public abstract FeelValue Evaluate(Evaluation evaluation);
}

/// <summary>One evaluation: what names mean, and the first thing that failed.</summary>
internal sealed class Evaluation(FeelContext context)
{
    public FeelContext Context { get; } = context;

    /// <summary>The expression that gave null by a mistake, if one did.</summary>
    public FeelExpression? Failed { get; private set; }

    public FeelDiagnostic? Diagnostic { get; private set; }

    public FeelValue Of(FeelExpression expression)
    {
        var outcome = expression.Evaluate(Context);
        if (Failed is null && outcome.Value.IsNull && !outcome.Diagnostics.IsDefaultOrEmpty && !MissingData.IsAbout(outcome.Diagnostics[0]))
        {
            (Failed, Diagnostic) = (expression, outcome.Diagnostics[0]);
        }

        return outcome.Value;
    }
}

/// <summary>
/// Data that is not there (an optional field left empty, a form not handed in) is null and no mistake of the author; whether null
/// will do is decided where the value is needed.
/// </summary>
internal static class MissingData
{
    public static bool IsAbout(FeelDiagnostic diagnostic) =>
        diagnostic.Code is "feel.memberOfNull" or "feel.noMember" or "feel.isNull" or "feel.inputNull" or "feel.argumentNull"
            or "feel.emptyList" or "feel.tooFewItems" or "feel.undecided";
}

/// <summary>Always the same value.</summary>
internal sealed class ConstantExpression(FeelValue value, string text) : InputExpression
{
    public FeelValue Value { get; } = value;

    public override string Text => text;

    public override bool IsConstant => true;

    public override FeelValue Evaluate(Evaluation evaluation) => Value;
}

/// <summary>FEEL.</summary>
internal sealed class FeelInputExpression(FeelExpression expression) : InputExpression
{
    public override string Text => expression.Text;

    public override FactNeeds Needs { get; } = FactNames.In(expression.References);

    public override ImmutableArray<string> References => expression.References;

    public override FeelValue Evaluate(Evaluation evaluation) => evaluation.Of(expression);
}

/// <summary>The value of a variable or of an input of the definition.</summary>
internal sealed class ReferenceExpression(string name) : InputExpression
{
    public override string Text => name;

    public override ImmutableArray<string> References { get; } = [name];

    public override FeelValue Evaluate(Evaluation evaluation) => evaluation.Context[name];
}

/// <summary>An expression that cannot run: its language is not supported, or it does not compile.</summary>
internal sealed class BrokenExpression(string text, Problem problem) : InputExpression
{
    public Problem Problem => problem;

    public override string Text => text;

    public override FeelValue Evaluate(Evaluation evaluation) => FeelValue.Null;
}

/// <summary>Names of the facts about the applicant and the case.</summary>
internal static class FactNames
{
    public const string Applicant = "applicant";
    public const string Case = "case";

    public static readonly ImmutableArray<(string Of, string Name, FactNeeds Need)> All =
    [
        (Applicant, "entitlements", FactNeeds.Entitlements), (Applicant, "cases", FactNeeds.Cases), (Applicant, "presence", FactNeeds.Presence),
        (Applicant, "bookings", FactNeeds.Bookings), (Case, "quotas", FactNeeds.Quotas),
    ];

    public static FactNeeds In(ImmutableArray<string> references)
    {
        var needs = FactNeeds.None;
        foreach (var reference in references)
        {
            foreach (var (of, name, need) in All)
            {
                var path = $"{of}.{name}";
                if (reference.StartsWith(path, StringComparison.Ordinal) && (reference.Length == path.Length || reference[path.Length] == '.'))
                {
                    needs |= need;
                }
            }
        }

        return needs;
    }

    /// <summary>The question behind a fact; null where the data do not say whom it is about.</summary>
    public static FactQuery? Query(FactNeeds need, FeelContext data)
    {
        if (need == FactNeeds.Quotas)
        {
            return Workflows.Applicant.Case(data, "service") is { } service ? new Quotas(service) : null;
        }

        return Workflows.Applicant.Id(data) is not { } person ? null : need switch
        {
            FactNeeds.Entitlements => new Entitlements(person),
            FactNeeds.Cases => new PastCases(person),
            FactNeeds.Presence => new Presence(person),
            _ => new Bookings(person),
        };
    }
}
