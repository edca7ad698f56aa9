using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Workflows.Tests;

/// <summary>
/// A recorded history: <c>definition.json</c> (the snapshot it ran on) with a <c>flow-*.json</c> for each definition it uses, <c>events.jsonl</c> (event, context, facts, answers of
/// decisions and hash of the state after it, a line each; with the file of the definition from which on it is another) and <c>state.json</c> (the last state, for people to read).
/// </summary>
internal static class History
{
    public static void Record(string folder, IReadOnlyList<(WorkflowEvent Event, StepContext Context, WorkflowDefinition Definition)> history)
    {
        Directory.CreateDirectory(folder);
        var lines = new List<string>();
        var state = WorkflowState.New;
        var definitions = history.Select(h => h.Definition).Distinct(ReferenceEqualityComparer.Instance).Cast<WorkflowDefinition>().ToList();
        foreach (var (@event, context, definition) in history)
        {
            var answers = new Answers(context.Decisions);
            state = ((Stepped)WorkflowEngine.Step(definition, state, @event, context with { Decisions = answers })).State;
            var line = Line(@event, context, answers.Given, state);
            if (definitions.Count > 1)
            {
                line["definition"] = FileOf(definitions.IndexOf(definition));
            }

            lines.Add(line.ToJsonString(Relaxed));
        }

        definitions.ForEach(d => File.WriteAllBytes(Path.Combine(folder, FileOf(definitions.IndexOf(d))), d.Write()));
        foreach (var (id, flow) in definitions[^1].Flows)
        {
            File.WriteAllBytes(Path.Combine(folder, $"flow-{id}.json"), flow.Write());
        }

        File.WriteAllLines(Path.Combine(folder, "events.jsonl"), lines);
        File.WriteAllText(Path.Combine(folder, "state.json"), state.ToJson() + "\n");
    }

    public static void Replay(string folder)
    {
        var flows = Directory.GetFiles(folder, "flow-*.json").Select(Read).ToImmutableDictionary(f => f.DefinitionId);
        var definition = Read(Path.Combine(folder, "definition.json")) with { Flows = flows };
        var state = WorkflowState.New;
        foreach (var line in File.ReadLines(Path.Combine(folder, "events.jsonl")))
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            var @event = WorkflowEvent.FromJson(entry["event"]!.ToJsonString());
            definition = entry["definition"] is { } file ? Read(Path.Combine(folder, file.GetValue<string>())) with { Flows = flows } : definition;
            var outcome = WorkflowEngine.Step(definition, state, @event, Context(entry));
            Assert.True(outcome is Stepped, $"{@event}: {outcome}");
            state = ((Stepped)outcome).State;
            Assert.True(entry["state"]!.GetValue<string>() == Hash(state), $"{folder}: another state after {@event}: {state.ToJson()}");
        }

        Assert.Equal(File.ReadAllText(Path.Combine(folder, "state.json")).TrimEnd(), state.ToJson());
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string FileOf(int definition) => definition == 0 ? "definition.json" : $"definition-{definition + 1}.json";

    private static WorkflowDefinition Read(string path) => WorkflowDefinition.Read(File.ReadAllBytes(path)).Value;

    private static string Hash(WorkflowState state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToJson())));

    private static JsonObject Line(WorkflowEvent @event, StepContext context, JsonArray answers, WorkflowState state) => new()
    {
        ["event"] = JsonNode.Parse(@event.ToJson()),
        ["instant"] = context.Instant.ToString("O"),
        ["today"] = context.Today.ToString("O"),
        ["data"] = JsonNode.Parse(FeelJson.ToJson(FeelValue.Of(context.Data))),
        ["facts"] = JsonNode.Parse(context.Facts.ToJson()),
        ["decisions"] = answers,
        ["state"] = Hash(state),
    };

    private static StepContext Context(JsonObject entry) => new()
    {
        Instant = DateTimeOffset.Parse(entry["instant"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture),
        Today = DateOnly.Parse(entry["today"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture),
        Data = FeelJson.Parse(entry["data"]!.ToJsonString()).AsContext(),
        Facts = FactSet.FromJson(entry["facts"]!.ToJsonString()),
        Decisions = new Recorded(new Queue<JsonNode?>(entry["decisions"]!.AsArray())),
    };

    /// <summary>Passes decisions on and notes the answers.</summary>
    private sealed class Answers(IDecisions decisions) : IDecisions
    {
        public JsonArray Given { get; } = [];

        public Result<DecisionResult> Evaluate(string decision, FeelContext inputs)
        {
            var result = decisions.Evaluate(decision, inputs);
            Given.Add(result.IsSuccess ? new JsonObject { ["value"] = JsonNode.Parse(FeelJson.ToJson(result.Value.Value)) } : new JsonObject { ["error"] = result.Error.Code });
            return result;
        }
    }

    /// <summary>Gives the noted answers back, in order.</summary>
    private sealed class Recorded(Queue<JsonNode?> answers) : IDecisions
    {
        public Result<DecisionResult> Evaluate(string decision, FeelContext inputs)
        {
            var answer = answers.Dequeue()!;
            return answer["error"] is { } error
                ? new Error(error.GetValue<string>())
                : new DecisionResult(FeelJson.Parse(answer["value"]?.ToJsonString() ?? "null"), [], []);
        }
    }
}
