using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>A function definition: the body is any boxed expression, its value of the result's type.</summary>
internal sealed class FunctionBox(ImmutableArray<(string Name, ItemType Type)> parameters, Box body, ItemType result) : Box
{
    public ImmutableArray<(string Name, ItemType Type)> Parameters => parameters;

    public override IEnumerable<Box> Parts => [body];

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope) => Named(null, run, scope);

    /// <summary>The function over a scope; under a name it sees itself.</summary>
    public FeelValue Named(string? name, DecisionRun run, FeelContext scope)
    {
        // An argument that does not conform is null to the body (DMN 1.5, 10.3.2.9.4); a call by FEEL itself would not take place.
        var value = FeelValue.Null;
        value = FeelValue.Of(FeelFunction.Of(
            [.. parameters.Select(parameter => (parameter.Name, (FeelType?)null))],
            (_, arguments) =>
            {
                var inner = name is null ? scope : scope.With(name, value);
                for (var i = 0; i < arguments.Length; i++)
                {
                    inner = inner.With(parameters[i].Name, parameters[i].Type.Coerce(arguments[i], parameters[i].Name, run.Feel));
                }

                return result.Coerce(body.Evaluate(run, inner), name ?? "", run.Feel);
            }));
        return value;
    }

    /// <summary>A function as a function type says: its arguments are of the types of the parameters, its value of that of the result.</summary>
    public static FeelValue Typed(FeelFunction function, ItemType type) => FeelValue.Of(FeelFunction.Of(
        [.. function.Parameters.Select(name => (name, (FeelType?)null))],
        (run, arguments) =>
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = type.Parameters[i].Value.Coerce(arguments[i], function.Parameters[i], run);
            }

            return type.Result.Coerce(function.Call(run, arguments), type.Name, run);
        }));
}

/// <summary>An invocation with bindings by parameter name.</summary>
internal sealed class InvocationBox(Box function, ImmutableArray<(string Parameter, ItemType Type, Box Value)> bindings) : Box
{
    public override IEnumerable<Box> Parts => [function, .. bindings.Select(binding => binding.Value)];

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope)
    {
        var called = function.Evaluate(run, scope);
        var arguments = bindings.Select(binding => binding.Type.Coerce(binding.Value.Evaluate(run, scope), binding.Parameter, run.Feel)).ToArray();
        return called.TryGetFunction(out var target)
            ? target.Call(run.Feel, [.. bindings.Select(binding => binding.Parameter)], arguments)
            : FeelValue.Null;
    }
}
