using System.Runtime.CompilerServices;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>One evaluation of a requirement graph: each decision at most once.</summary>
internal sealed class DecisionEvaluation(FeelContext inputs, DecisionRun run)
{
    public const int MostDepth = 200;

    private readonly Dictionary<GraphElement, FeelValue> _values = [];
    private int _depth;

    public DecisionRun Run => run;

    /// <summary>Gives an element its value from outside, whatever its logic.</summary>
    public void Set(GraphElement element, FeelValue value) => _values[element] = value;

    /// <summary>Whether an element has its value already.</summary>
    public bool Has(GraphElement element) => _values.ContainsKey(element);

    /// <summary>The value of a decision, input or function.</summary>
    /// <param name="requirement">The element, as the one who asks knows it.</param>
    public FeelValue Value(Requirement requirement)
    {
        var element = requirement.Element;
        if (_values.TryGetValue(element, out var known))
        {
            return known;
        }

        if (_depth >= MostDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            run.Feel.Add(new FeelDiagnostic("feel.tooDeep", 1, 1).With("what", element.Name));
            return FeelValue.Null;
        }

        // A decision that requires itself finds null.
        _values[element] = FeelValue.Null;
        _depth++;
        var value = element switch
        {
            InputData data => data.Type.Coerce(Given(requirement), data.Name, run.Feel),
            Decision decision => Decided(decision),
            Knowledge knowledge => knowledge.Logic is FunctionBox function ? function.Named(knowledge.Name, run, Scope(knowledge)) : FeelValue.Null,
            Service service => FeelValue.Of(ServiceFunction.Of(service, inputs, run)),
            _ => FeelValue.Null,
        };
        _depth--;
        _values[element] = value;
        return value;
    }

    /// <summary>The context in which an element's logic is evaluated.</summary>
    public FeelContext Scope(LogicElement element)
    {
        if (element.Names is { } names)
        {
            var values = new FeelValue[names.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Value(element.Requirements[i]);
            }

            return FeelContext.Over(names, values);
        }

        var scope = FeelContext.Empty;
        foreach (var requirement in element.Requirements)
        {
            scope = scope.With(requirement, Value(requirement));
        }

        return scope;
    }

    private FeelValue Decided(Decision decision)
    {
        var before = run.Feel.DiagnosticCount;
        var value = decision.Type.Coerce(decision.Logic.Evaluate(run, Scope(decision)), decision.Name, run.Feel);
        run.Feel.Describe(before, "decision", decision.Name);
        return value;
    }

    /// <summary>Data of an imported model is given under the import's name, or under its own.</summary>
    private FeelValue Given(Requirement requirement)
    {
        var name = requirement.Element.Name;
        return requirement.Import.Length > 0 && inputs[requirement.Import].TryGetContext(out var imported) && imported.TryGet(name, out var value)
            ? value
            : inputs[name];
    }
}

/// <summary>A decision service as a function of its input decisions and input data (DMN 1.5, 10.4).</summary>
internal static class ServiceFunction
{
    public static FeelFunction Of(Service service, FeelContext inputs, DecisionRun run)
    {
        var parameters = service.Inputs.AddRange(service.InputDecisions);
        return FeelFunction.Of(
            [.. parameters.Select(parameter => (parameter.Element.Name, (FeelType?)parameter.Element.Type.Type))],
            (_, arguments) =>
            {
                var evaluation = new DecisionEvaluation(inputs, run);
                for (var i = 0; i < arguments.Length; i++)
                {
                    var element = parameters[i].Element;
                    var value = element.Type.Coerce(arguments[i], element.Name, run.Feel);
                    evaluation.Set(element, Declared(service, element).Coerce(value, element.Name, run.Feel));
                }

                return Outputs(service, evaluation);
            });
    }

    /// <summary>The type that the service's own type gives a parameter, by its name.</summary>
    public static ItemType Declared(Service service, GraphElement parameter) =>
        service.Type.Parameters.FirstOrDefault(declared => declared.Key == parameter.Name).Value ?? ItemType.Any;

    /// <summary>One output decision's value, or a context of several, of the type that the service declares.</summary>
    public static FeelValue Outputs(Service service, DecisionEvaluation evaluation)
    {
        var value = service.Outputs.Length == 1
            ? evaluation.Value(service.Outputs[0])
            : FeelValue.Of(FeelContext.From(service.Outputs.Select(output => KeyValuePair.Create(output.Name, evaluation.Value(output)))));
        return service.Type.Result.Coerce(value, service.Name, evaluation.Run.Feel);
    }
}
