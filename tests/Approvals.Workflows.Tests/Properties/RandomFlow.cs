using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>A well-structured graph made from a list of numbers: every fork closes at one join, loops only by return.</summary>
internal sealed class RandomFlow
{
    private readonly FlowBuilder _flow = new();
    private readonly Queue<int> _choices;
    private int _count;

    private RandomFlow(IEnumerable<int> choices) => _choices = new Queue<int>(choices);

    public static WorkflowDefinition Build(IEnumerable<int> choices)
    {
        var random = new RandomFlow(choices);
        random._flow.Add("begin", "Elsa.Start");
        var (last, port) = random.Block("begin", "Done", [], 4);
        random._flow.End("yes", "granted").Connect($"{last}:{port}>yes");
        return random._flow.Build();
    }

    private (string Last, string Port) Block(string from, string port, List<string> before, int depth) => (depth == 0 ? Next(2) : Next(6)) switch
    {
        0 => Fill(from, port),
        1 => Review(from, port, before),
        2 => Fork(from, port, before, depth),
        3 => Decision(from, port, before, depth),
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
        var mode = new[] { "AnyOf", "AllOf", "InSequence" }[Next(3)];
        _flow.Add(id, "Review", ("participants", Users("a", "b")), ("mode", Literal(mode)), ("allowSuccessive", Literal(true)), ("allowed", Json("""["transfer"]""")),
                ("limit", Limit(3)), ("onTimeout", Json("""{ "act": "escalate" }""")),
                ("returnTo", Json(System.Text.Json.JsonSerializer.Serialize(before.Append("applicant")))))
            .Connect($"{from}:{port}>{id}", $"{id}:Rejected>{id}x", $"{id}:Approved>{id}x").Add(id + "x", "Elsa.FlowNode");
        before.Add(id);
        return (id + "x", "Done");
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
