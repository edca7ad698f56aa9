using System.Collections.Immutable;
using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Reads and compiles boxed expressions.</summary>
internal sealed class BoxReader(ItemTypes types, Problems problems)
{
    private const int MostNesting = 40;

    private static readonly ImmutableHashSet<string> Kinds =
    [
        "literalExpression", "decisionTable", "context", "relation", "list", "invocation", "functionDefinition", "conditional", "filter", "for", "some", "every",
    ];

    private readonly TableReader _tables = new(types, problems);
    private int _nesting;

    /// <summary>The boxed expression directly inside an element; null when there is none.</summary>
    public static XElement? ExpressionOf(XElement? element) => element?.Elements().FirstOrDefault(child => Kinds.Contains(child.Name.LocalName));

    /// <summary>The boxed expression inside an element, compiled; a broken one, and a problem, when there is none.</summary>
    public Box Inside(XElement? element, string owner, FeelScope scope) => Read(ExpressionOf(element), owner, ItemType.Any, scope);

    public Box Read(XElement? element, string owner, ItemType result, FeelScope scope)
    {
        if (element is null || _nesting >= MostNesting)
        {
            problems.Add(element is null ? "decisions.noExpression" : "decisions.tooDeep", owner);
            return new BrokenBox();
        }

        _nesting++;
        var box = element.Name.LocalName switch
        {
            "literalExpression" => Literal(element, owner, scope),
            "decisionTable" => _tables.Read(element, owner, result, scope),
            "context" => Context(element, owner, scope),
            "relation" => Relation(element, owner, scope),
            "list" => new ListBox([.. element.Elements().Where(child => Kinds.Contains(child.Name.LocalName)).Select(child => Read(child, owner, ItemType.Any, scope))]),
            "invocation" => Invocation(element, owner, scope),
            "functionDefinition" => Function(element, owner, scope, ItemType.Any),
            "conditional" => new ConditionalBox(
                Inside(element.One("if"), owner, scope), Inside(element.One("then"), owner, scope), Inside(element.One("else"), owner, scope)),
            "filter" => Filter(element, owner, scope),
            _ => Iteration(element, owner, scope),
        };
        _nesting--;
        return box is LiteralBox or FunctionBox || types.Of(element.Text("typeRef"), owner) is var type && type == ItemType.Any ? box : new TypedBox(box, type, owner);
    }

    /// <summary>A function definition; the type that it declares itself, if it does, goes before the one of the element it belongs to.</summary>
    public FunctionBox Function(XElement element, string owner, FeelScope scope, ItemType result)
    {
        var declared = types.Of(element.Text("typeRef"), owner).Result;
        result = declared == ItemType.Any ? result : declared;
        var parameters = element.All("formalParameter").Select(parameter => (Name: parameter.NameOf(), Type: types.Of(parameter.Text("typeRef"), owner))).ToImmutableArray();
        var inner = parameters.Aggregate(scope, (sum, parameter) => sum.With(parameter.Name, parameter.Type.Type));
        if (element.Text("kind") is { } kind && kind != "FEEL")
        {
            problems.Add("decisions.externalFunction", owner, ("kind", kind));
            return new FunctionBox(parameters, new BrokenBox(), result);
        }

        return new FunctionBox(parameters, Inside(element, owner, inner), result);
    }

    /// <summary>The type of a boxed expression as far as it is known without evaluating it.</summary>
    public static FeelType? TypeOf(Box box) => box switch
    {
        LiteralBox literal => literal.Type,
        ContextBox context => context.Type,
        TypedBox typed => typed.Type.Type,
        _ => null,
    };

    private Box Literal(XElement element, string owner, FeelScope scope)
    {
        var text = element.Content() ?? "";
        if (element.Text("expressionLanguage") is { Length: > 0 } language && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add("decisions.otherLanguage", owner, ("language", language));
            return new BrokenBox();
        }

        var compiled = FeelExpression.Compile(text, scope);
        if (!compiled.IsSuccess)
        {
            problems.Add(compiled.Error, owner, text: text);
            return new BrokenBox();
        }

        NameCheck.Check(compiled.Value.References, scope, problems, owner, null, null, text);
        return new LiteralBox(compiled.Value, types.Of(element.Text("typeRef"), owner));
    }

    private ContextBox Context(XElement element, string owner, FeelScope scope)
    {
        var entries = ImmutableArray.CreateBuilder<ContextBoxEntry>();
        Box? result = null;
        foreach (var entry in element.All("contextEntry"))
        {
            if (entry.One("variable") is not { } variable)
            {
                result = Inside(entry, owner, scope);
                continue;
            }

            var name = variable.NameOf();
            var type = types.Of(variable.Text("typeRef"), owner);
            var expression = ExpressionOf(entry);
            var namesItself = expression?.Name.LocalName == "functionDefinition";
            var box = Read(expression, owner, type, namesItself ? scope.With(name) : scope);
            scope = scope.With(name, type == ItemType.Any ? TypeOf(box) : type.Type);
            entries.Add(new ContextBoxEntry(name, type, box));
        }

        return new ContextBox(entries.ToImmutable(), result);
    }

    private RelationBox Relation(XElement element, string owner, FeelScope scope)
    {
        var columns = element.All("column").Select(column => (column.NameOf(), types.Of(column.Text("typeRef"), owner))).ToImmutableArray();
        var rows = element.All("row").Select(row => row.Elements().Where(cell => Kinds.Contains(cell.Name.LocalName))
            .Select(cell => Read(cell, owner, ItemType.Any, scope)).ToImmutableArray()).ToImmutableArray();
        if (rows.Any(row => row.Length != columns.Length))
        {
            problems.Add("decisions.wrongRow", owner);
        }

        return new RelationBox(columns, rows);
    }

    private InvocationBox Invocation(XElement element, string owner, FeelScope scope)
    {
        var bindings = element.All("binding").Select(binding => (Parameter: binding.One("parameter"), Value: Inside(binding, owner, scope)))
            .Select(binding => (binding.Parameter?.NameOf() ?? "", types.Of(binding.Parameter?.Text("typeRef"), owner), binding.Value)).ToImmutableArray();
        return new InvocationBox(Inside(element, owner, scope), bindings);
    }

    private IterationBox Filter(XElement element, string owner, FeelScope scope)
    {
        var domain = Inside(element.One("in"), owner, scope);
        var item = TypeOf(domain) is { Form: FeelTypeForm.List, Element: { } known } ? known : FeelType.Any;
        var inner = item.Members.Aggregate(scope, (sum, member) => sum.With(member.Key, member.Value)).With("item", item);
        return new IterationBox(IterationBox.Filter, "item", domain, Unchecked().Inside(element.One("match"), owner, inner));
    }

    private IterationBox Iteration(XElement element, string owner, FeelScope scope)
    {
        var variable = FeelName.Normalize(element.Text("iteratorVariable") ?? "item");
        var kind = element.Name.LocalName;
        var domain = Inside(element.One("in"), owner, scope);
        var item = TypeOf(domain) is { Form: FeelTypeForm.List } list ? list.Element : null;
        var inner = scope.With(variable, item);
        return kind == "for"
            ? new IterationBox(IterationBox.For, variable, domain, Inside(element.One("return"), owner, inner.With("partial")))
            : new IterationBox(kind == "some" ? IterationBox.Some : IterationBox.Every, variable, domain, Inside(element.One("satisfies"), owner, inner));
    }

    /// <summary>Inside a filter a name that nothing gives may be a member of an item.</summary>
    private BoxReader Unchecked() => new(types, problems.WithoutNames());
}
