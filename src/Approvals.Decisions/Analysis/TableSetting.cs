using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>What the names around a table stand for: their types, and the input data behind them.</summary>
internal sealed record TableSetting(ImmutableDictionary<string, ItemType> Types, ImmutableDictionary<string, ImmutableHashSet<string>> Sources)
{
    /// <summary>The tables of a model with their settings, in the order of the file; those of an element that has a mistake have no meaning yet.</summary>
    public static IEnumerable<(DecisionTable Table, TableSetting Setting)> TablesOf(DecisionModel model)
    {
        var broken = model.Check().Select(problem => problem.Element).ToHashSet(StringComparer.Ordinal);
        return model.Elements.Values.OfType<LogicElement>().Where(element => !broken.Contains(element.Name))
            .SelectMany(element => Inside(element.Logic, Of(element)));
    }

    /// <summary>The type of an expression that is a name or a path; any type for another.</summary>
    public ItemType TypeOf(FeelExpression expression)
    {
        var path = expression.Text.Split('.', StringSplitOptions.TrimEntries);
        var type = Types.GetValueOrDefault(path[0]) ?? ItemType.Any;
        foreach (var member in path.Skip(1))
        {
            type = type.Members.FirstOrDefault(pair => pair.Key == member).Value ?? ItemType.Any;
        }

        return type;
    }

    /// <summary>The input data that an expression rests on, as paths where it reads them itself.</summary>
    public IEnumerable<string> SourcesOf(FeelExpression expression) => expression.References.SelectMany(reference =>
        Sources.GetValueOrDefault(reference.Split('.')[0]) is { } behind ? behind : [reference]);

    /// <summary>Whether one path leads to the other or through it.</summary>
    public static bool AreRelated(string left, string right) =>
        left == right || left.StartsWith(right + ".", StringComparison.Ordinal) || right.StartsWith(left + ".", StringComparison.Ordinal);

    private static TableSetting Of(LogicElement element)
    {
        var setting = new TableSetting(ImmutableDictionary<string, ItemType>.Empty, ImmutableDictionary<string, ImmutableHashSet<string>>.Empty);
        foreach (var requirement in element.Requirements.Where(requirement => requirement.Import.Length == 0))
        {
            setting = setting with { Types = setting.Types.SetItem(requirement.Element.Name, requirement.Element.Type) };
            if (requirement.Element is Decision decision)
            {
                var inputs = DecisionInfos.Closure(decision).OfType<InputData>().Select(data => data.Name);
                setting = setting with { Sources = setting.Sources.SetItem(decision.Name, [.. inputs]) };
            }
        }

        return setting;
    }

    private static IEnumerable<(DecisionTable Table, TableSetting Setting)> Inside(Box box, TableSetting setting)
    {
        if (box is FunctionBox function)
        {
            setting = setting with { Types = setting.Types.SetItems(function.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Type))) };
        }

        return box is DecisionTable table ? [(table, setting)] : box.Parts.SelectMany(inner => Inside(inner, setting));
    }
}
