using System.Text.Json.Nodes;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>A well-structured graph made from a list of numbers: every fork closes at one join, loops only by return.</summary>
internal sealed class RandomFlow
{
    private readonly FlowBuilder _flow = new();
    private readonly Queue<int> _choices;
    private int _count;

    private readonly bool _rich;

    private RandomFlow(IEnumerable<int> choices, bool rich) => (_choices, _rich) = (new Queue<int>(choices), rich);

    /// <summary>Plain: forks, decisions, people. Rich: also Elsa's blocks, quotas, and returns that come straight back.</summary>
    public static WorkflowDefinition Build(IEnumerable<int> choices, bool rich = false)
    {
        var random = new RandomFlow(choices, rich);
        random._flow.Add("begin", "Elsa.Start");
        List<string> before = [];
        var (last, port) = random.Block("begin", "Done", before, rich ? 2 : 4);
        if (rich && random.Next(3) > 0)
        {
            (last, port) = random.Review(last, port, before); // something to return to before branches
            (last, port) = random.Fork(last, port, before, 4);
        }

        (last, port) = rich ? random.Block(last, port, before, 3) : (last, port);
        random._flow.End("yes", "granted").Connect($"{last}:{port}>yes");
        return random._flow.Build();
    }

    private (string Last, string Port) Block(string from, string port, List<string> before, int depth) => (depth == 0 ? Next(2) : Next(_rich ? 7 : 6)) switch
    {
        0 => Fill(from, port),
        1 => Review(from, port, before),
        2 => Fork(from, port, before, depth),
        3 => Decision(from, port, before, depth),
        4 when _rich => Block(from, port, before),
        _ => Sequence(from, port, before, depth),
    };

    private (string, string) Fill(string from, string port)
    {
        var id = Id("fill");
        _flow.Add(id, "Fill", ("who", Users("person"))).Connect($"{from}:{port}>{id}");
        return (id, "Done");
    }

    private (string, string) Review(string from, string port, List<string> before)
    {
        var id = Id("review");
        _flow.Add(id, ReviewOf(id, before)).Connect($"{from}:{port}>{id}", $"{id}:Rejected>{id}x", $"{id}:Approved>{id}x").Add(id + "x", "Elsa.FlowNode");
        before.Add(id);
        return (id + "x", "Done");
    }

    private JsonObject ReviewOf(string id, List<string> before) => Activity(id, "Review", ("participants", Users("a", "b")), ("quota", Literal("1/2")),
        ("mode", Literal(new[] { "AnyOf", "AllOf", "InSequence", "Quota" }[Next(_rich ? 4 : 3)])), ("allowSuccessive", Literal(true)),
        ("allowed", Json("""["transfer", "addSigner", "delegate", "askOpinion"]""")), ("limit", Limit(3)), ("onTimeout", Json("""{ "act": "escalate" }""")),
        ("onReturn", Literal(!_rich || Next(2) == 0 ? "restartAll" : "resumeReturner")),
        ("returnTo", Json(System.Text.Json.JsonSerializer.Serialize(before.Append("applicant")))));

    /// <summary>One of Elsa's blocks, with people in it.</summary>
    private (string, string) Block(string from, string port, List<string> before)
    {
        var id = Id("block");
        JsonNode Inner() => Next(2) == 0 ? Activity(Id("fill"), "Fill", ("who", Users("person"))) : ReviewOf(Id("review"), before);
        var block = Next(6) switch
        {
            0 => Activity(id, "Elsa.If", ("condition", Formula(Next(2) == 0 ? "1 = 1" : "1 = 2")), ("then", Inner()), ("else", FlowBuilder.Sequence(Id("s"), Inner(), Inner()))),
            1 => Activity(id, "Elsa.ForEach", ("items", Json("[1, 2]")), ("body", Inner())),
            2 => Activity(id, "Elsa.ParallelForEach", ("items", Json("[1, 2, 3]")), ("body", FlowBuilder.Sequence(Id("s"), Inner(), Inner()))),
            3 => Activity(id, "Elsa.Parallel", ("activities", new JsonArray(Inner(), FlowBuilder.Sequence(Id("s"), Inner())))),
            4 => Activity(id, "Elsa.Fork", ("joinMode", Literal("WaitAny")), ("branches", new JsonArray(Inner(), Inner()))),
            _ => Activity(id, "Elsa.For", ("start", Literal(1)), ("end", Literal(3)), ("body", FlowBuilder.Sequence(Id("s"), Inner(),
                Activity(Id("if"), "Elsa.If", ("condition", Formula("CurrentValue = 2")), ("then", Activity(Id("break"), "Elsa.Break")))))),
        };
        _flow.Add(id, block).Connect($"{from}:{port}>{id}");
        return (id, "Done");
    }

    private (string, string) Fork(string from, string port, List<string> before, int depth)
    {
        var (fork, join) = (Id("fork"), Id("join"));
        _flow.Add(fork, "Elsa.FlowNode").Connect($"{from}:{port}>{fork}").Merge(join, Next(2) == 0 ? "Merge" : "Converge");
        for (var i = 0; i < 2 + Next(2); i++)
        {
            var (last, lastPort) = Block(fork, "Done", [.. before], depth - 1);
            _flow.Connect($"{last}:{lastPort}>{join}");
        }

        return (join, "Done");
    }

    private (string, string) Decision(string from, string port, List<string> before, int depth)
    {
        var (decision, join) = (Id("decision"), Id("join"));
        _flow.Add(decision, "Elsa.FlowDecision", ("condition", Formula(Next(2) == 0 ? "1 = 1" : "1 = 2"))).Connect($"{from}:{port}>{decision}").Add(join, "Elsa.FlowNode");
        foreach (var outcome in new[] { "True", "False" })
        {
            var (last, lastPort) = Block(decision, outcome, [.. before], depth - 1);
            _flow.Connect($"{last}:{lastPort}>{join}");
        }

        return (join, "Done");
    }

    private (string, string) Sequence(string from, string port, List<string> before, int depth)
    {
        var (middle, middlePort) = Block(from, port, before, depth - 1);
        return Block(middle, middlePort, before, depth - 1);
    }

    private string Id(string kind) => $"{kind}{++_count}";

    private int Next(int limit) => _choices.TryDequeue(out var choice) ? Math.Abs(choice % limit) : 0;
}
