using System.Collections.Immutable;
using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Reads the elements of a model and what they require, then compiles their logic.</summary>
internal sealed class GraphReader(DecisionModel model, MergedModel merged, Problems problems)
{
    private const int MostDepth = 200;

    private readonly XElement _root = merged.Root;
    private readonly Dictionary<string, GraphElement> _byId = new(StringComparer.Ordinal);
    private readonly List<(LogicElement Element, XElement Xml)> _logic = [];
    private readonly HashSet<LogicElement> _compiled = [];

    public IReadOnlyDictionary<string, GraphElement> Read(ItemTypes types)
    {
        foreach (var element in _root.Elements())
        {
            Declare(element, types);
        }

        foreach (var (element, xml) in _logic)
        {
            element.Requirements = [.. Required(xml, element.Name, "requiredInput", "requiredDecision", "requiredKnowledge")];
        }

        foreach (var (service, xml) in _root.All("decisionService").Select(xml => (_byId.GetValueOrDefault(IdOf(xml)) as Service, xml)))
        {
            Fill(service, xml);
        }

        var boxes = new BoxReader(types, problems);
        foreach (var (element, _) in _logic)
        {
            Compile(element, boxes, types.Scope, 0);
        }

        return _byId;
    }

    private static string IdOf(XElement element) => element.Text("id") ?? element.NameOf();

    /// <summary>The variable's name is the one expressions use; it equals the element's where both are given.</summary>
    private void Declare(XElement element, ItemTypes types)
    {
        var variable = element.One("variable");
        var name = element.NameOf() is { Length: > 0 } given ? given : variable?.NameOf() ?? "";
        var type = types.Of(variable?.Text("typeRef"), name);
        GraphElement? made = element.Name.LocalName switch
        {
            "inputData" => new InputData(model, IdOf(element), name, type),
            "decision" => new Decision(model, IdOf(element), name, type) { Label = element.Text("label") },
            "businessKnowledgeModel" => new Knowledge(model, IdOf(element), name, type),
            "decisionService" => new Service(model, IdOf(element), name, type),
            _ => null,
        };
        if (made is null)
        {
            return;
        }

        if (!_byId.TryAdd(made.Id, made))
        {
            problems.Add("decisions.duplicateId", name, ("id", made.Id));
        }

        if (made is LogicElement logic)
        {
            _logic.Add((logic, element));
        }
    }

    private void Fill(Service? service, XElement xml)
    {
        if (service is null)
        {
            return;
        }

        service.Inputs = [.. Referenced(xml.All("inputData"), service.Name)];
        service.InputDecisions = [.. Referenced(xml.All("inputDecision"), service.Name)];
        service.Outputs = [.. Referenced(xml.All("outputDecision"), service.Name).Where(output => output.Element is Decision)];
    }

    private IEnumerable<Requirement> Required(XElement xml, string owner, params string[] kinds) =>
        Referenced(xml.Elements().Where(child => child.Name.LocalName.EndsWith("Requirement", StringComparison.Ordinal))
            .SelectMany(requirement => requirement.Elements().Where(child => kinds.Contains(child.Name.LocalName))), owner);

    private IEnumerable<Requirement> Referenced(IEnumerable<XElement> references, string owner)
    {
        foreach (var reference in references)
        {
            var href = reference.Text("href") ?? "";
            if (Find(href) is { } found)
            {
                yield return found;
            }
            else
            {
                problems.Add("decisions.unknownReference", owner, ("reference", href));
            }
        }
    }

    /// <summary><c>#id</c> in this model, <c>namespace#id</c> in an imported one.</summary>
    private Requirement? Find(string href)
    {
        var hash = href.LastIndexOf('#');
        var (space, id) = hash < 0 ? ("", href) : (href[..hash], href[(hash + 1)..]);
        if (space.Length == 0 || space == model.Namespace)
        {
            return _byId.TryGetValue(id, out var own) ? new Requirement("", own) : null;
        }

        if (merged.NameOf(href) is { } name && _byId.Values.FirstOrDefault(element => element.Name == name) is { } counts)
        {
            return new Requirement("", counts);
        }

        return model.Imports.Select(import => import.Value.Referred(space, id) is { } imported ? new Requirement(import.Key, imported) : null)
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Required elements first, so that the types of their values are known.</summary>
    private void Compile(LogicElement element, BoxReader boxes, FeelScope scope, int depth)
    {
        if (element.Model != model || !_compiled.Add(element))
        {
            return;
        }

        if (depth > MostDepth)
        {
            problems.Add("decisions.tooDeep", element.Name);
            return;
        }

        foreach (var requirement in element.Requirements)
        {
            if (requirement.Element is LogicElement required)
            {
                Compile(required, boxes, scope, depth + 1);
            }

            scope = scope.With(requirement, TypeOf(requirement.Element));
        }

        var xml = _logic.Find(pair => pair.Element == element).Xml;
        var logic = element is Knowledge ? xml.One("encapsulatedLogic") : BoxReader.ExpressionOf(xml);
        element.Logic = element is Knowledge && logic is not null
            ? boxes.Function(logic, element.Name, scope.With(element.Name), element.Type.Result)
            : boxes.Read(logic, element.Name, element.Type, scope);
    }

    private static FeelType TypeOf(GraphElement element) => element.Type != ItemType.Any ? element.Type.Type
        : element is Decision decision ? BoxReader.TypeOf(decision.Logic) ?? FeelType.Any
        : FeelType.Any;
}
