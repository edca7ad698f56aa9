using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Sends a request and waits for the answer: by ports in a flowchart, by children elsewhere.</summary>
internal sealed class SendHttpRequest : Block
{
    private const string Unmatched = "Unmatched status code";
    private const string NotConnected = "Failed to connect";
    private const string Late = "Timeout";

    public required FeelInput<string> Url { get; init; }

    public required FeelInput<string> Method { get; init; }

    public required FeelInput<FeelValue> Content { get; init; }

    public required FeelInput<string> ContentType { get; init; }

    public required FeelInput<string> Authorization { get; init; }

    public required FeelInput<FeelContext> Headers { get; init; }

    /// <summary>The codes expected, with the child of each where it has one.</summary>
    public required ImmutableArray<(int Code, string? Child)> Expected { get; init; }

    public required (string? Unmatched, string? NotConnected, string? Late) Children { get; init; }

    public required bool HasPorts { get; init; }

    public required (OutputTarget Status, OutputTarget Content, OutputTarget Parsed, OutputTarget Headers) Results { get; init; }

    public override ActivityKind MapKind => ActivityKind.Effect;

    public override bool Waits => true;

    public override ImmutableArray<string>? Outcomes => HasPorts
        ? ["Done", .. Expected.Select(e => Text(e.Code)), Unmatched, NotConnected, Late]
        : ["Done"];

    public static Activity Read(ActivityReader reader) => Read(reader, hasPorts: false);

    public static Activity ReadFlow(ActivityReader reader) => Read(reader, hasPorts: true);

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        var id = context.OpenSignal("h", SignalNames.Http, null);
        context.Emit(new SendHttp(id, context.Activity, context.Value(Method), context.Value(Url), context.Value(Content))
        {
            ContentType = Filled(context.Value(ContentType)),
            Authorization = Filled(context.Value(Authorization)),
            Headers = context.Value(Headers).Entries.ToImmutableSortedDictionary(h => h.Key, h => ValueReaders.Plain(h.Value) ?? "", StringComparer.Ordinal),
        });
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event)
    {
        if (@event is not ExternalReplied reply)
        {
            return base.Resume(context, bookmark, @event);
        }

        if (AsksAnew(reply))
        {
            context.Fail("workflow.requestRefused", ("reason", reply.Failure!));
            return Progress.Wait;
        }

        context.Elapsed(bookmark);
        context.Put(Results.Status, reply.Status is { } status ? FeelValue.Of(status) : FeelValue.Null);
        context.Put(Results.Content, reply.Value);
        context.Put(Results.Parsed, reply.Value);
        context.Put(Results.Headers, reply.Headers);
        return HasPorts ? Progress.Leave([.. Ports(reply)]) : Enter(context, Child(reply));
    }

    /// <summary>A request that was not sent is sent when what forbade it is mended.</summary>
    public override bool AsksAnew(WorkflowEvent answer) =>
        answer is ExternalReplied { Status: null, Failure: not null and not "timeout" and not "connection" };

    public override IEnumerable<string> Ahead(RouteView view) => [];

    private IEnumerable<string> Ports(ExternalReplied reply) => reply switch
    {
        { Failure: "timeout" } => [Late],
        { Status: null } => [NotConnected],
        _ when Expected.IsEmpty => ["Done"],
        { Status: { } status } => [Expected.Any(e => e.Code == status) ? Text(status) : Unmatched, "Done"],
    };

    private string? Child(ExternalReplied reply) => reply switch
    {
        { Failure: "timeout" } => Children.Late,
        { Status: null } => Children.NotConnected,
        { Status: { } status } => Expected.Any(e => e.Code == status) ? Expected.First(e => e.Code == status).Child : Children.Unmatched,
    };

    private static SendHttpRequest Read(ActivityReader reader, bool hasPorts) => new()
    {
        Url = reader.RequiredText("url"),
        Method = reader.Text("method", "GET"),
        Content = reader.Value("content"),
        ContentType = reader.Text("contentType"),
        Authorization = reader.Text("authorization"),
        Headers = reader.Context("requestHeaders"),
        Expected = [.. Codes(reader)],
        Children = (reader.Child("unmatchedStatusCode"), reader.Child("failedToConnect"), reader.Child("timeout")),
        HasPorts = hasPorts,
        Results = (reader.Output("statusCode"), reader.Output("result"), reader.Output("parsedContent"), reader.Output("responseHeaders")),
    };

    private static IEnumerable<(int, string?)> Codes(ActivityReader reader)
    {
        var given = reader.Given("expectedStatusCodes");
        var list = given is { ValueKind: JsonValueKind.Object } input && Raw.Get(input, "expression") is { } expression ? Raw.Get(expression, "value") : given;
        list = list is { ValueKind: JsonValueKind.String } text ? JsonText.Parse(text.GetString()!) : list;
        var index = 0;
        foreach (var item in Raw.Items(list))
        {
            var code = item.ValueKind == JsonValueKind.Object ? Raw.Get(item, "statusCode") : item;
            if (int.TryParse(code?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return (number, reader.Child($"expectedStatusCodes[{index}].activity"));
            }

            index++;
        }
    }

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
