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
                    ? function.Call(_run.Feel, [.. function.Parameters.Select(parameter => query.Inputs[parameter])])
                    : FeelValue.Null);
                break;
            default:
                Give(requirement.Name, evaluation.Value(requirement));
                break;
        }
    }

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
                evaluation.Set(element, element.Type.Coerce(SpelledTemporals.Read(value, element.Type.Type, run), element.Name, run));
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

    /// <summary>The model's own element of a name, or an imported one under the import's name.</summary>
    private static GraphElement? Element(DecisionModel model, string name) =>
        model.Given(name)
        ?? model.Imports.Where(import => name.StartsWith(import.Key + ".", StringComparison.Ordinal))
            .Select(import => Element(import.Value, name[(import.Key.Length + 1)..])).FirstOrDefault(found => found is not null);
}

/// <summary>Dates, times and durations that came as strings, because JSON has none.</summary>
internal static class SpelledTemporals
{
    /// <summary>The value, with each string that stands where a temporal value is declared, and spells one, as that value.</summary>
    public static FeelValue Read(FeelValue value, FeelType type, FeelRun run) => type.Form switch
    {
        FeelTypeForm.Date => Spelled(value, "date", FeelKind.Date, run),
        FeelTypeForm.Time => Spelled(value, "time", FeelKind.Time, run),
        FeelTypeForm.DateTime => Spelled(value, "date and time", FeelKind.DateTime, run),
        FeelTypeForm.DaysTimeDuration => Spelled(value, "duration", FeelKind.DaysTimeDuration, run),
        FeelTypeForm.YearsMonthsDuration => Spelled(value, "duration", FeelKind.YearsMonthsDuration, run),
        FeelTypeForm.List when value.TryGetList(out var list) && type.Element is { } element && IsTemporal(element) =>
            FeelValue.Of(list.Select(item => Read(item, element, run))),
        FeelTypeForm.Context when value.TryGetContext(out var context) && IsTemporal(type) => FeelValue.Of(type.Members
            .Where(member => context.TryGet(member.Key, out _) && IsTemporal(member.Value))
            .Aggregate(context, (sum, member) => sum.With(member.Key, Read(context[member.Key], member.Value, run)))),
        _ => value,
    };

    /// <summary>Whether a temporal type stands in the type.</summary>
    private static bool IsTemporal(FeelType type) => type.Form switch
    {
        FeelTypeForm.List => type.Element is { } element && IsTemporal(element),
        FeelTypeForm.Context => type.Members.Any(member => IsTemporal(member.Value)),
        _ => type.Form is FeelTypeForm.Date or FeelTypeForm.Time or FeelTypeForm.DateTime or FeelTypeForm.DaysTimeDuration or FeelTypeForm.YearsMonthsDuration,
    };

    private static FeelValue Spelled(FeelValue value, string function, FeelKind kind, FeelRun run)
    {
        if (value.Kind != FeelKind.String)
        {
            return value;
        }

        var before = run.DiagnosticCount;
        var read = FeelFunction.BuiltIn(function)!.Call(run, value);
        run.Forget(before);
        return read.Kind == kind ? read : value;
    }
}
