using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>A type of a model: a FEEL type with the values it allows, and those of its elements and members.</summary>
/// <param name="Name">The name in the model, or of the built-in type.</param>
/// <param name="Type">The FEEL type.</param>
internal sealed record ItemType(string Name, FeelType Type)
{
    public static ItemType Any { get; } = new("Any", FeelType.Any);

    /// <summary>What a value, or each element of a collection, must satisfy.</summary>
    public FeelUnaryTests? AllowedValues { get; init; }

    /// <summary>What the value as a whole must satisfy, a collection too.</summary>
    public FeelUnaryTests? Constraint { get; init; }

    /// <summary>The type of the elements of a collection, when it is constrained itself.</summary>
    public ItemType? Element { get; init; }

    /// <summary>The type this one narrows.</summary>
    public ItemType? Base { get; init; }

    public ImmutableArray<KeyValuePair<string, ItemType>> Members { get; init; } = [];

    /// <summary>For a function, its parameters as the type declares them.</summary>
    public ImmutableArray<KeyValuePair<string, ItemType>> Parameters { get; init; } = [];

    /// <summary>For a function, the type of its result.</summary>
    public ItemType? Output { get; init; }

    /// <summary>The type of what a function of this type gives; older models declare that itself.</summary>
    public ItemType Result => Output ?? (Type.Form == FeelTypeForm.Function ? Any : this);

    /// <summary>The type for FEEL, which asks it what values it allows.</summary>
    public FeelType Named => IsConstrained ? Type with { Allows = (value, run) => Refused(value, run) is null } : Type;

    private bool IsConstrained => AllowedValues is not null || Constraint is not null || Base is { IsConstrained: true } || Element is { IsConstrained: true }
        || Members.Any(member => member.Value.IsConstrained);

    /// <summary>The type without allowed values: those of a type that narrows it stand in their place.</summary>
    public ItemType WithoutAllowedValues => this with { AllowedValues = null, Base = Base?.WithoutAllowedValues };

    /// <summary>The value as this type; null with a diagnostic when it does not conform or is not allowed.</summary>
    public FeelValue Coerce(FeelValue value, string what, FeelRun run)
    {
        if (value.IsNull)
        {
            return value;
        }

        if (Type is { Form: FeelTypeForm.Function, HasSignature: true } && value.TryGetFunction(out var function) && function.Parameters.Count == Parameters.Length)
        {
            return FunctionBox.Typed(function, this);
        }

        if (Type.Coerce(value) is not { } converted)
        {
            run.Add(new FeelDiagnostic("feel.notOfType", 1, 1).With("what", what).With("value", FeelWords.Told(value)).With("type", Name));
            return FeelValue.Null;
        }

        if (Refused(converted, run) is { } refused)
        {
            run.Add(new FeelDiagnostic("feel.notAllowed", 1, 1).With("what", what).With("value", FeelWords.Told(refused)).With("type", Name));
            return FeelValue.Null;
        }

        return converted;
    }

    /// <summary>The same, but a value of another type is kept: the cells of a column decide on what there is, whatever the column calls it.</summary>
    public FeelValue CoerceOrKeep(FeelValue value, string what, FeelRun run)
    {
        var typed = Coerce(value, what, run);
        return typed.IsNull && Type.Coerce(value) is null ? value : typed;
    }

    /// <summary>The first part of the value that the constraints refuse.</summary>
    private FeelValue? Refused(FeelValue value, FeelRun run)
    {
        if (value.IsNull)
        {
            return null;
        }

        if (Base?.Refused(value, run) is { } byBase)
        {
            return byBase;
        }

        if (!Satisfies(Constraint, value, run) || (!value.TryGetList(out var list) && !Satisfies(AllowedValues, value, run)))
        {
            return value;
        }

        if (list is not null)
        {
            return RefusedElement(list, run);
        }

        foreach (var (name, member) in Members)
        {
            if (value.TryGetContext(out var context) && member.Refused(context[name], run) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private FeelValue? RefusedElement(FeelList list, FeelRun run)
    {
        foreach (var item in list)
        {
            if (!Satisfies(AllowedValues, item, run))
            {
                return item;
            }

            if (Element?.Refused(item, run) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static bool Satisfies(FeelUnaryTests? tests, FeelValue value, FeelRun run)
    {
        var before = run.DiagnosticCount;
        var isAllowed = tests is null || (tests.Evaluate(value, FeelContext.Empty, run).TryGetBoolean(out var answer) && answer);
        run.Forget(before);
        return isAllowed;
    }
}
