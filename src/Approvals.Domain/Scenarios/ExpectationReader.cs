using System.Text.Json;
using Approvals.Domain.Json;

namespace Approvals.Domain.Scenarios;

/// <summary>Reads what a scenario expects.</summary>
internal static class ExpectationReader
{
    internal static readonly ImmutableArray<string> Properties =
        ["result", "state", "path", "tasks", "due", "decisions", "letters", "entitlements", "waiting", "bookings", "incidents"];

    internal static ScenarioExpectation Read(JsonPlace place)
    {
        place.Only(Properties);
        return new ScenarioExpectation
        {
            Result = place.Text("result"),
            State = place.Text("state"),
            Path = place.Has("path") ? place.Texts("path") : null,
            Tasks = place.Has("tasks") ? place.List("tasks", ReadTask) : null,
            Due = place.Has("due") ? place.List("due", ReadDue) : null,
            Decisions = place.Has("decisions") ? place.List("decisions", ReadDecision) : null,
            Letters = place.Has("letters") ? place.Texts("letters") : null,
            Entitlements = place.Has("entitlements") ? place.List("entitlements", ReadEntitlement) : null,
            Waiting = place.Has("waiting") ? place.List("waiting", ReadWaiting) : null,
            Bookings = place.Has("bookings") ? place.List("bookings", ReadBooking) : null,
            Incidents = place.Whole("incidents"),
        };
    }

    private static TaskSeen ReadTask(JsonPlace place)
    {
        place.Only("activity", "to", "state");
        return new TaskSeen(place.Required("activity"), place.Text("to"), place.Text("state"));
    }

    private static DueSeen ReadDue(JsonPlace place)
    {
        place.Only("activity", "on");
        return new DueSeen(place.Required("activity"), place.Date("on") ?? place.Missing("on", DateOnly.MinValue));
    }

    private static DecisionSeen ReadDecision(JsonPlace place)
    {
        place.Only("decision", "outcome", "rules", "clauses");
        return new DecisionSeen(
            place.Required("decision"), place.Text("outcome"), place.Has("rules") ? Numbers(place, "rules") : null,
            place.Has("clauses") ? place.Texts("clauses") : null);
    }

    private static EntitlementSeen ReadEntitlement(JsonPlace place)
    {
        place.Only("kind", "level", "validTo", "items");
        return new EntitlementSeen(
            place.Required("kind"), place.Text("level"), place.Date("validTo"), place.Has("items") ? place.Texts("items") : null);
    }

    private static WaitingSeen ReadWaiting(JsonPlace place)
    {
        place.Only("list", "state", "place");
        return new WaitingSeen(place.Required("list"), place.Text("state"), place.Whole("place"));
    }

    private static BookingSeen ReadBooking(JsonPlace place)
    {
        place.Only("activity", "state");
        return new BookingSeen(place.Required("activity"), place.Text("state"));
    }

    private static ImmutableArray<int> Numbers(JsonPlace place, string name)
    {
        if (place.TryGet(name, out var list) && list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().All(e => e.TryGetInt32Safe() is not null))
        {
            return [.. list.EnumerateArray().Select(e => e.GetInt32())];
        }

        place.Wrong<object>(name, "whole");
        return [];
    }

    private static int? TryGetInt32Safe(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;
}
