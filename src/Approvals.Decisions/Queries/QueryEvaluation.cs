using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Answers one query: what cannot be evaluated is null and named, the rest is evaluated all the same.</summary>
internal sealed class QueryEvaluation(DecisionModel model, DecisionQuery query)
{
    private readonly DecisionRun _run = new(query.Now is { } now ? Clock(now) : query.Inputs);
    private readonly List<KeyValuePair<string, FeelValue>> _results = [];
    private readonly List<DecisionProblem> _problems = [];

    public DecisionAnswer Answer()
    {
        var asked = query.Names.IsEmpty ? [.. model.Elements.Values.OfType<Decision>().Select(decision => new Requirement("", decision))] : Asked();
        var evaluation = new DecisionEvaluation(query.Inputs, _run);
        GivenInputs.Set(model, query, evaluation, query.Names.IsEmpty ? new HashSet<GraphElement>() : asked.Select(requirement => requirement.Element).ToHashSet());
        foreach (var requirement in asked)
        {
            Evaluate(requirement, evaluation);
        }

        var problems = asked.SelectMany(requirement => DecisionInfos.Closure(requirement.Element)).Distinct().SelectMany(element => element.Model.ProblemsOf(element.Name));
        return new DecisionAnswer(FeelContext.From(_results), _run.Matched.ToImmutable(), _run.Feel.Diagnostics, [.. _problems, .. problems]);
    }

    private static FeelContext Clock(DateTimeOffset now) => FeelContext.From(
        [KeyValuePair.Create("today", FeelValue.Of(DateOnly.FromDateTime(now.DateTime))), KeyValuePair.Create("now", FeelValue.Of(now))]);

    private List<Requirement> Asked()
    {
        var found = new List<Requirement>();
        foreach (var name in query.Names)
        {
            if (model.Find(name, query.Kind) is { } requirement)
            {
                found.Add(requirement);
            }
            else
            {
                _problems.Add(new DecisionProblem("decisions.unknownDecision", name, null, null)
                {
                    Data = ImmutableSortedDictionary<string, string>.Empty.Add("decision", name).Add("model", model.Name),
                });
            }
        }

        return found;
    }

    private void Evaluate(Requirement requirement, DecisionEvaluation evaluation)
    {
        switch (requirement.Element)
        {
            case Service service:
                Serve(requirement.Name, service, evaluation);
                break;
            case Knowledge knowledge:
                Give(requirement.Name, evaluation.Value(requirement).TryGetFunction(out var function)
                    ? function.Call(_run.Feel, [.. function.Parameters.Select(parameter => Argument(knowledge, parameter))])
                    : FeelValue.Null);
                break;
            default:
                Give(requirement.Name, evaluation.Value(requirement));
                break;
        }
    }

    private FeelValue Argument(Knowledge knowledge, string parameter) => knowledge.Logic is FunctionBox { Parameters: var declared }
        ? SpelledValues.Read(query.Inputs[parameter], declared.First(known => known.Name == parameter).Type.Type, _run.Feel)
        : query.Inputs[parameter];

    private void Serve(string name, Service service, DecisionEvaluation evaluation)
    {
        foreach (var input in service.Inputs.AddRange(service.InputDecisions))
        {
            var given = evaluation.Has(input.Element) ? evaluation.Value(input) : FeelValue.Null;
            evaluation.Set(input.Element, ServiceFunction.Declared(service, input.Element).Coerce(given, input.Name, _run.Feel));
        }

        var value = ServiceFunction.Outputs(service, evaluation);
        foreach (var output in service.Outputs)
        {
            Give(output.Name, service.Outputs.Length == 1 ? value : value.TryGetContext(out var members) ? members[output.Name] : FeelValue.Null);
        }

        if (service.Outputs.All(output => output.Name != name))
        {
            Give(name, value);
        }
    }

    private void Give(string name, FeelValue value) => _results.Add(KeyValuePair.Create(name, _run.Feel.IsExhausted ? FeelValue.Null : value));
}

/// <summary>Puts the values of a query where the graph finds them.</summary>
internal static class GivenInputs
{
    /// <param name="model">The model that is asked.</param>
    /// <param name="query">The values, and the namespaces of those that belong to imported models.</param>
    /// <param name="evaluation">Gets the values.</param>
    /// <param name="asked">What is to be evaluated whatever value is given for it.</param>
    public static void Set(DecisionModel model, DecisionQuery query, DecisionEvaluation evaluation, IReadOnlySet<GraphElement> asked)
    {
        foreach (var (name, value) in query.Inputs.Entries)
        {
            var owner = query.InputNamespaces.TryGetValue(name, out var space) ? model.Owner(space) : model;
            if (owner is not null)
            {
                Set(owner, FeelName.Normalize(name), value, evaluation, asked);
            }
        }
    }

    private static void Set(DecisionModel model, string name, FeelValue value, DecisionEvaluation evaluation, IReadOnlySet<GraphElement> asked)
    {
        if (Element(model, name) is { } element)
        {
            if (!asked.Contains(element))
            {
                var run = evaluation.Run.Feel;
                evaluation.Set(element, element.Type.Coerce(SpelledValues.Read(value, element.Type.Type, run), element.Name, run));
            }
        }
        else if (model.Imports.TryGetValue(name, out var import) && value.TryGetContext(out var members))
        {
            foreach (var (member, inner) in members.Entries)
            {
                Set(import, member, inner, evaluation, asked);
            }
        }
    }

    /// <summary>The model's own element of a name, or an imported one under the import's name; where nothing else has the name, an imported one under its own.</summary>
    private static GraphElement? Element(DecisionModel model, string name) => Named(model, name) ?? (model.Imports.ContainsKey(name) ? null : Anywhere(model, name));

    private static GraphElement? Named(DecisionModel model, string name) =>
        model.Given(name)
        ?? model.Imports.Where(import => name.StartsWith(import.Key + ".", StringComparison.Ordinal))
            .Select(import => Named(import.Value, name[(import.Key.Length + 1)..])).FirstOrDefault(found => found is not null);

    private static GraphElement? Anywhere(DecisionModel model, string name) =>
        model.Given(name) ?? model.Imports.Values.Select(import => Anywhere(import, name)).FirstOrDefault(found => found is not null);
}
