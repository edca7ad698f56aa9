using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Cli;

/// <summary>Prints what happens in a run: one JSON object a line.</summary>
internal sealed class WorkflowReport(Stream output, string language)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal void Executed(ActivityDefinition? activity, ExecutedActivity executed) => Line("executed", writer =>
    {
        Activity(writer, activity, executed.Activity);
        Texts(writer, "outcomes", executed.Outcomes);
    });

    internal void Line(string text) => Line("line", writer => writer.WriteString("text", text));

    internal void Waiting(IEnumerable<(Bookmark Bookmark, ActivityDefinition? Activity, DateTimeOffset? Due)> bookmarks) => Line("waiting", writer =>
    {
        writer.WriteStartArray("bookmarks");
        foreach (var (bookmark, activity, due) in bookmarks)
        {
            writer.WriteStartObject();
            writer.WriteString("id", bookmark.Id);
            Activity(writer, activity, bookmark.Activity);
            Bookmark(writer, bookmark, due);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    internal void Incident(Incident incident, ActivityDefinition? activity) => Line("incident", writer =>
    {
        Activity(writer, activity, incident.Activity);
        writer.WriteString("code", incident.Code);
        writer.WriteString("message", incident.Describe(Settings.Texts, language));
        if (incident.Input is not null)
        {
            writer.WriteString("input", incident.Input);
        }

        if (incident.Expression is not null)
        {
            writer.WriteString("expression", incident.Expression);
        }
    });

    internal void End(string status, WorkflowState state) => Line("end", writer =>
    {
        writer.WriteString("status", status);
        writer.WriteStartObject("outputs");
        foreach (var (name, value) in state.Outputs)
        {
            writer.WritePropertyName(name);
            FeelJson.Write(writer, value);
        }

        writer.WriteEndObject();
        Texts(writer, "outcomes", state.Outcomes);
        if (state.Result is not null)
        {
            writer.WriteString("result", state.Result);
        }
    });

    private static void Bookmark(Utf8JsonWriter writer, Bookmark bookmark, DateTimeOffset? due)
    {
        switch (bookmark)
        {
            case TaskBookmark task:
                writer.WriteString("kind", "task");
                writer.WriteString("task", task.Kind.ToString());
                Texts(writer, "outcomes", task.Outcomes);
                break;
            case TimerBookmark timer:
                writer.WriteString("kind", "timer");
                writer.WriteString("purpose", timer.Purpose);
                break;
            case SignalBookmark signal:
                writer.WriteString("kind", "signal");
                writer.WriteString("awaits", signal.Name);
                if (signal.Subject is not null)
                {
                    writer.WriteString("subject", signal.Subject);
                }

                break;
        }

        if (due is { } instant)
        {
            writer.WriteString("due", instant);
        }
    }

    private static void Activity(Utf8JsonWriter writer, ActivityDefinition? activity, string id)
    {
        writer.WriteString("activity", activity?.OwnId ?? id);
        writer.WriteString("name", activity?.Name ?? activity?.DisplayName.En);
        writer.WriteString("type", activity?.Type);
        if (activity is not null && activity.OwnId != id)
        {
            writer.WriteString("inside", id[..^activity.OwnId.Length].TrimEnd('/'));
        }
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private void Line(string @event, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("event", @event);
            write(writer);
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
