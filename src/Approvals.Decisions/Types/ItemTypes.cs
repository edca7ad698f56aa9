using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>The item definitions of a model by name (DMN 1.5, 7.3.3), with those of the models it imports.</summary>
internal sealed class ItemTypes
{
    private const int MostNesting = 50;

    private readonly Dictionary<string, XElement> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ItemType> _types = new(StringComparer.Ordinal);
    private readonly Problems _problems;
    private int _nesting;

    public ItemTypes(XElement root, IReadOnlyDictionary<string, DecisionModel> imports, Problems problems)
    {
        _problems = problems;
        foreach (var (name, model) in imports)
        {
            foreach (var (typeName, type) in model.Types._types)
            {
                _types.TryAdd(name.Length == 0 ? typeName : $"{name}.{typeName}", type);
            }
        }

        foreach (var definition in root.All("itemDefinition"))
        {
            _definitions.TryAdd(definition.NameOf(), definition);
        }

        foreach (var (name, definition) in _definitions)
        {
            Declared(name, definition);
        }

        Scope = _types.Aggregate(FeelScope.Empty, (scope, type) => scope.WithType(type.Key, type.Value.Named));
    }

    /// <summary>The scope in which expressions are compiled, knowing all named types.</summary>
    public FeelScope Scope { get; }

    /// <summary>Whether there is a type of the name.</summary>
    public bool Knows(string name) => Find(FeelName.Normalize(name)) is not null;

    /// <summary>The type of a reference; any type, and a problem, when there is none of the name.</summary>
    public ItemType Of(string? reference, string element)
    {
        if (string.IsNullOrWhiteSpace(reference))
        {
            return ItemType.Any;
        }

        var name = FeelName.Normalize(reference);
        if (Find(name) is { } type)
        {
            return type;
        }

        // Older files qualify names: feel:string, or a prefix of the file's own namespace.
        var local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (local != name && Find(local) is { } unqualified)
        {
            return unqualified;
        }

        _problems.Add("decisions.unknownType", element, ("type", reference));
        return ItemType.Any;
    }

    private ItemType? Find(string name) =>
        _types.TryGetValue(name, out var known) ? known
        : _definitions.TryGetValue(name, out var definition) ? Declared(name, definition)
        : FeelType.OfName(name) is { } builtin ? new ItemType(name, builtin)
        : null;

    private ItemType Declared(string name, XElement definition)
    {
        if (_types.TryGetValue(name, out var known))
        {
            return known;
        }

        // A definition that needs itself counts as any type where it does.
        _types[name] = ItemType.Any;
        var type = Made(name, definition);
        _types[name] = type;
        return type;
    }

    private ItemType Made(string name, XElement definition)
    {
        if (_nesting >= MostNesting)
        {
            _problems.Add("decisions.tooDeep", name);
            return ItemType.Any;
        }

        _nesting++;
        var made = Bare(name, definition);
        _nesting--;
        var allowed = Tests(definition, "allowedValues", name);
        made = made with { AllowedValues = allowed, Constraint = Tests(definition, "typeConstraint", name), Base = allowed is null ? made.Base : made.Base?.WithoutAllowedValues };
        return definition.Text("isCollection") is not "true" ? made : new ItemType(name, FeelType.ListOf(made.Type))
        {
            AllowedValues = made.AllowedValues,
            Constraint = made.Constraint,
            Element = made with { AllowedValues = null, Constraint = null },
        };
    }

    private ItemType Bare(string name, XElement definition)
    {
        var components = definition.All("itemComponent").Select(child => KeyValuePair.Create(child.NameOf(), Made($"{name}.{child.NameOf()}", child))).ToList();
        if (components.Count > 0)
        {
            return new ItemType(name, FeelType.ContextOf(components.Select(member => KeyValuePair.Create(member.Key, member.Value.Type)))) { Members = [.. components] };
        }

        if (definition.One("functionItem") is { } function)
        {
            var output = Of(function.Text("outputTypeRef"), name);
            var parameters = function.All("parameters").Select(parameter => KeyValuePair.Create(parameter.NameOf(), Of(parameter.Text("typeRef"), name))).ToList();
            return new ItemType(name, new FeelType(FeelTypeForm.Function)
            {
                HasSignature = true,
                Parameters = [.. parameters.Select(parameter => parameter.Value.Type)],
                Element = output.Type,
            })
            {
                Output = output,
                Parameters = [.. parameters],
            };
        }

        var reference = definition.Text("typeRef") ?? definition.One("typeRef")?.Value;
        var inner = Of(reference, name);

        // The constraints of the type it refers to hold as well.
        return new ItemType(name, inner.Type)
        {
            Element = inner.Type.Form == FeelTypeForm.List ? inner.Element : null,
            Members = inner.Members,
            Base = inner,
            Output = inner.Output,
            Parameters = inner.Parameters,
        };
    }

    private FeelUnaryTests? Tests(XElement definition, string child, string name)
    {
        if (definition.One(child)?.Content() is not { Length: > 0 } text)
        {
            return null;
        }

        var tests = FeelUnaryTests.Compile(text, FeelScope.Empty);
        if (!tests.IsSuccess)
        {
            _problems.Add(tests.Error, name);
        }

        return tests.IsSuccess ? tests.Value : null;
    }
}
