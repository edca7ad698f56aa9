using System.Globalization;
using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>A block to put in.</summary>
/// <param name="Kind">The type of an activity, or one of <see cref="NewBlocks.Composed"/>.</param>
/// <param name="Name">Its name in both languages; null for the name of its kind.</param>
/// <param name="Position">Where it stands on the canvas; null for beside what it comes after.</param>
public sealed record NewBlock(string Kind, LocalText? Name = null, BlockPosition? Position = null);

/// <summary>Where a block stands on the canvas.</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
public sealed record BlockPosition(decimal X, decimal Y);

/// <summary>Makes new blocks: a step, or a parting with two branches and the place where they meet.</summary>
public static class NewBlocks
{
    /// <summary>A parting by conditions of which the first that holds is followed.</summary>
    public const string Choice = "choice";

    /// <summary>Branches that all run at once.</summary>
    public const string Parallel = "parallel";

    /// <summary>A parting by conditions of which every one that holds is followed.</summary>
    public const string Inclusive = "inclusive";

    /// <summary>A question with yes and no.</summary>
    public const string Question = "question";

    /// <summary>The kinds that are made of several activities.</summary>
    public static readonly ImmutableArray<string> Composed = [Choice, Inclusive, Parallel, Question];

    /// <summary>The pieces of a new block with ids that the definition does not have yet.</summary>
    internal static Result<FlowPiece> Make(NewBlock block, IEnumerable<string> taken, BlockPosition beside)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        var at = block.Position ?? beside;
        if (!Composed.Contains(block.Kind))
        {
            return ActivityCatalog.Knows(block.Kind) ? Step(block, ids, at) : new Error("workflow.edit.unknownKind").With("kind", block.Kind);
        }

        return Parted(block, ids, at);
    }

    private static FlowPiece Parted(NewBlock block, HashSet<string> ids, BlockPosition at)
    {
        var (type, joinType, properties) = Parting(block.Kind);
        var split = New(type, Next(ids, type), block.Name, at);
        foreach (var (name, value) in properties)
        {
            split = split.With(name, value);
        }

        var join = New(joinType, Next(ids, joinType), new LocalText("汇合", "Join"), at with { Y = at.Y + 200 });
        join = block.Kind == Parallel ? join.With("mode", BlockJson.Input("String", "Literal", "WaitAll")) : join;
        join = block.Kind == Parallel ? Merged(join, "Merge") : block.Kind == Inclusive ? Merged(join, "Stream") : join;
        ImmutableArray<string> ports = block.Kind switch { Question => ["True", "False"], Parallel => ["branch1", "branch2"], _ => ["branch1", "Default"] };
        return new FlowPiece([split, join], [.. ports.Select(p => new Connection(split.Id, p, join.Id))], [new Connection(join.Id, "Done", "")]);
    }

    /// <summary>An id that is not taken, from a type: <c>review</c>, <c>review2</c>.</summary>
    internal static string Next(HashSet<string> taken, string type)
    {
        var stem = type.Split('.')[^1];
        stem = char.ToLowerInvariant(stem[0]) + stem[1..];
        var id = stem;
        for (var number = 2; !taken.Add(id); number++)
        {
            id = stem + number.ToString(CultureInfo.InvariantCulture);
        }

        return id;
    }

    private static (string Type, string Join, ImmutableArray<(string, JsonNode)> Properties) Parting(string kind) => kind switch
    {
        Parallel => ("Elsa.FlowFork", "Elsa.FlowJoin", [("branches", BlockJson.Input("Object", "Object", new JsonArray("branch1", "branch2")))]),
        Question => ("Elsa.FlowDecision", "Elsa.FlowNode", []),
        _ => ("Elsa.FlowSwitch", "Elsa.FlowNode",
        [
            ("cases", new JsonArray(Branches.Case("branch1"))),
            ("mode", BlockJson.Input("String", "Literal", kind == Inclusive ? "MatchAny" : "MatchFirst")),
        ]),
    };

    private static FlowPiece Step(NewBlock block, HashSet<string> ids, BlockPosition at)
    {
        var step = New(block.Kind, Next(ids, block.Kind), block.Name, at);
        return new FlowPiece([step], [], BlockShape.GoesOn(step) ? [new Connection(step.Id, BlockShape.MainPort(step), "")] : []);
    }

    private static ActivityDefinition New(string type, string id, LocalText? name, BlockPosition at)
    {
        var shown = name ?? new LocalText(type.Split('.')[^1], type.Split('.')[^1]);
        var activity = new ActivityDefinition { Id = id, Type = type, Name = id }
            .With("version", 1)
            .With("customProperties", new JsonObject { ["approvals"] = new JsonObject { ["name"] = new JsonObject { ["zh-CN"] = shown.Zh, ["en"] = shown.En } } })
            .With("metadata", new JsonObject { ["displayText"] = shown.Zh });
        return Placed(activity, at);
    }

    /// <summary>The activity at another place of the canvas.</summary>
    internal static ActivityDefinition Placed(ActivityDefinition activity, BlockPosition at)
    {
        var metadata = BlockJson.Map(activity, "metadata");
        if (metadata["designer"] is not JsonObject designer)
        {
            metadata["designer"] = designer = new JsonObject { ["size"] = new JsonObject { ["width"] = 216, ["height"] = 60 } };
        }

        designer["position"] = new JsonObject { ["x"] = at.X, ["y"] = at.Y };
        return activity.With("metadata", metadata);
    }

    /// <summary>Where an activity stands; null where the document does not say.</summary>
    internal static BlockPosition? PositionOf(ActivityDefinition activity) =>
        BlockJson.Map(activity, "metadata")["designer"] is JsonObject designer ? Point(designer["position"] as JsonObject) : null;

    /// <summary>A point as the document writes it; null when it is none.</summary>
    internal static BlockPosition? Point(JsonObject? position) =>
        position is not null && Number(position["x"]) is { } x && Number(position["y"]) is { } y ? new BlockPosition(x, y) : null;

    private static ActivityDefinition Merged(ActivityDefinition join, string mode)
    {
        var custom = BlockJson.Map(join, "customProperties");
        custom["mergeMode"] = mode;
        return join.With("customProperties", custom);
    }

    private static decimal? Number(JsonNode? value) => value is JsonValue number && number.TryGetValue<decimal>(out var exact) ? exact
        : value is JsonValue text && decimal.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : null;
}
