using Approvals.Domain.Calendars;
using Approvals.Domain.Json;

namespace Approvals.Domain.Packages;

/// <summary>Reads limits.</summary>
internal static class LimitReader
{
    internal static ServiceLimits ReadAll(JsonPlace place)
    {
        place.Only("statutory", "promised", "deliver", "correction", "extension");
        var limits = new ServiceLimits
        {
            Statutory = place.Object("statutory", ReadStated),
            Promised = place.Object("promised", ReadStated),
            Deliver = place.Object("deliver", ReadStated),
            Correction = place.Object("correction", ReadStated),
            Extension = place.Object("extension", ReadStated),
        };
        if (limits is { Promised.Limit: { } promised, Statutory.Limit: { } statutory }
            && promised.Unit == statutory.Unit && promised.Length > statutory.Length)
        {
            place.File.Add(place.At("promised"), "package.promisedBeyondStatutory",
                ("promised", $"{promised.Length}"), ("statutory", $"{statutory.Length}"));
        }

        return limits;
    }

    internal static Limit Read(JsonPlace place)
    {
        place.Only("length", "unit", "yellow", "source", "note");
        var limit = new Limit(
            place.Whole("length", 0, LimitBounds.Longest) ?? place.Missing("length", 0),
            place.Choice("unit", ServiceWords.Units) ?? LimitUnit.WorkingDays)
        {
            Yellow = place.Object("yellow", ReadYellow),
        };
        if (!limit.IsValid()) place.File.Add(place.Pointer, "package.limit");
        return limit;
    }

    private static StatedLimit ReadStated(JsonPlace place) => new(Read(place), place.Local("source"), place.Local("note"));

    private static YellowRule ReadYellow(JsonPlace place)
    {
        place.Only("share", "days");
        return new YellowRule(place.Number("share"), place.Whole("days"));
    }
}
