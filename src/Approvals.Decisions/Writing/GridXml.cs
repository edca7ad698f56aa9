using System.Collections.Immutable;
using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>Reads a table's grid from its XML, and changes the XML to be another grid's, keeping what the grid does not speak of.</summary>
internal static class GridXml
{
    public static TableGrid Read(XElement table, string name)
    {
        var inputs = table.All("input").Select(input => new GridInput(
            input.One("inputExpression")?.Content() ?? "", Given(input.Text("label")), Given(input.One("inputExpression")?.Text("typeRef")), Given(input.One("inputValues")?.Content()))
        { Id = input.Text("id") });
        var outputs = table.All("output").Select(output => new GridOutput(
            output.NameOf(), Given(output.Text("label")), Given(output.Text("typeRef")), Given(output.One("outputValues")?.Content()), Given(output.One("defaultOutputEntry")?.Content()))
        { Id = output.Text("id") });
        var annotations = table.All("annotation").Select(annotation => annotation.Text("name") ?? "").ToImmutableArray();
        return new TableGrid(name)
        {
            HitPolicy = table.Text("hitPolicy") ?? "UNIQUE",
            Aggregation = table.Text("aggregation"),
            Inputs = [.. inputs],
            Outputs = [.. outputs],
            Annotations = annotations,
            Rules = [.. table.All("rule").Select(rule => Rule(rule, annotations.Length))],
        };
    }

    public static void Write(XElement table, TableGrid grid)
    {
        if ((table.Text("hitPolicy") ?? "UNIQUE") != grid.HitPolicy)
        {
            table.SetAttributeValue("hitPolicy", grid.HitPolicy);
        }

        table.SetAttributeValue("aggregation", grid.Aggregation);
        var space = table.Name.Namespace;
        var old = table.Elements().ToLookup(element => element.Name.LocalName);
        var inputs = Matched(old["input"], grid.Inputs, (element, input) => Same(element, input.Id) ?? element.One("inputExpression")?.Content() == input.Expression)
            .Select(pair => Input(pair.Old ?? new XElement(space + "input"), pair.New));
        var outputs = Matched(old["output"], grid.Outputs, (element, output) => Same(element, output.Id) ?? element.NameOf() == output.Name)
            .Select(pair => Output(pair.Old ?? new XElement(space + "output"), pair.New));
        var annotations = Matched(old["annotation"], grid.Annotations, (element, name) => element.Text("name") == name)
            .Select(pair => Named(pair.Old ?? new XElement(space + "annotation"), pair.New));
        var known = old["rule"].Where(rule => rule.Text("id") is not null).DistinctBy(rule => rule.Text("id")).ToDictionary(rule => rule.Text("id")!, StringComparer.Ordinal);
        var places = old["rule"].ToArray();
        var rules = grid.Rules.Select((rule, i) => Rule(Old(rule, i) ?? new XElement(space + "rule"), rule, grid));
        XElement[] parts = [.. inputs, .. outputs, .. annotations, .. rules];
        var head = table.Elements().Where(element => element.Name.LocalName is not ("input" or "output" or "annotation" or "rule")).ToArray();
        table.ReplaceNodes(head.Concat(parts));
        XmlLayout.Indent(table);

        XElement? Old(GridRule rule, int place) => rule.Id is not null
            ? known.Remove(rule.Id, out var found) ? found : null
            : place < places.Length && places[place].Text("id") is null ? places[place] : null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static GridRule Rule(XElement rule, int annotations)
    {
        var notes = rule.All("annotationEntry").Select(entry => entry.Content() ?? "").Concat(Enumerable.Repeat("", annotations)).Take(annotations);
        return new GridRule(
            [.. rule.All("inputEntry").Select(entry => entry.Content() is { Length: > 0 } text ? text : "-")],
            [.. rule.All("outputEntry").Select(entry => entry.Content() ?? "")],
            [.. notes])
        {
            Id = rule.Text("id"),
            Description = Given(rule.One("description")?.Value.Trim()),
        };
    }

    /// <summary>Whether a column is that of an id; nothing where one of them has none.</summary>
    private static bool? Same(XElement element, string? id) => id is null || element.Text("id") is not { } known ? null : known == id;

    /// <summary>The old element that is the same column; else the one that stood in its place and is no other's.</summary>
    private static List<(XElement? Old, T New)> Matched<T>(IEnumerable<XElement> old, ImmutableArray<T> wanted, Func<XElement, T, bool> same)
    {
        var left = old.ToList();
        var places = left.ToList();
        var matched = wanted.Select(item =>
        {
            var found = left.Find(element => same(element, item));
            left.Remove(found!);
            return found;
        }).ToList();
        return [.. wanted.Select((item, i) =>
        {
            var found = matched[i] ?? (i < places.Count && left.Remove(places[i]) ? places[i] : null);
            return (found, item);
        })];
    }

    private static XElement Input(XElement element, GridInput input)
    {
        Name(element, input.Id);
        element.SetAttributeValue("label", input.Label);
        var expression = Child(element, "inputExpression", input.Expression)!;
        expression.SetAttributeValue("typeRef", input.Type);
        Child(element, "inputValues", input.AllowedValues);
        return element;
    }

    private static XElement Output(XElement element, GridOutput output)
    {
        Name(element, output.Id);
        element.SetAttributeValue("label", output.Label);
        element.SetAttributeValue("name", output.Name.Length == 0 ? null : output.Name);
        element.SetAttributeValue("typeRef", output.Type);
        Child(element, "outputValues", output.AllowedValues);
        Child(element, "defaultOutputEntry", output.Default);
        return element;
    }

    /// <summary>A column that has no id in the grid keeps the one it has.</summary>
    private static void Name(XElement element, string? id)
    {
        if (id is not null)
        {
            element.SetAttributeValue("id", id);
        }
    }

    private static XElement Named(XElement element, string name)
    {
        element.SetAttributeValue("name", name);
        return element;
    }

    private static XElement Rule(XElement rule, GridRule wanted, TableGrid grid)
    {
        rule.SetAttributeValue("id", wanted.Id);
        Describe(rule, wanted.Description);
        Entries(rule, "inputEntry", wanted.Cells);
        Entries(rule, "outputEntry", wanted.Results);
        Entries(rule, "annotationEntry", [.. wanted.Annotations.Take(grid.Annotations.Length)]);
        return rule;
    }

    private static void Describe(XElement rule, string? description)
    {
        if (description is null)
        {
            rule.One("description")?.Remove();
        }
        else if (rule.One("description") is { } old)
        {
            old.Value = description;
        }
        else
        {
            rule.AddFirst(new XElement(rule.Name.Namespace + "description", description));
        }
    }

    /// <summary>Entries keep their places, and with them their ids.</summary>
    private static void Entries(XElement rule, string name, ImmutableArray<string> texts)
    {
        var entries = rule.All(name).ToList();
        for (var i = 0; i < texts.Length; i++)
        {
            if (i < entries.Count)
            {
                SetText(entries[i], texts[i]);
            }
            else
            {
                rule.Add(new XElement(rule.Name.Namespace + name, new XElement(rule.Name.Namespace + "text", texts[i])));
            }
        }

        entries.Skip(texts.Length).Remove();
        var ordered = rule.Elements().OrderBy(element => Rank(element.Name.LocalName)).ToArray();
        rule.ReplaceNodes(ordered.Cast<object>().ToArray());
    }

    private static int Rank(string name) => name switch
    {
        "inputEntry" => 1,
        "outputEntry" => 2,
        "annotationEntry" => 3,
        _ => 0,
    };

    /// <summary>A child with a text; none for no text.</summary>
    private static XElement? Child(XElement element, string name, string? text)
    {
        var child = element.One(name);
        if (text is null)
        {
            child?.Remove();
            return null;
        }

        if (child is null)
        {
            element.Add(child = new XElement(element.Name.Namespace + name));
        }

        SetText(child, text);
        return child;
    }

    private static void SetText(XElement element, string text)
    {
        if (element.One("text") is not { } content)
        {
            element.Add(new XElement(element.Name.Namespace + "text", text));
        }
        else if (content.Value.Trim() != text)
        {
            content.Value = text;
        }
    }
}
