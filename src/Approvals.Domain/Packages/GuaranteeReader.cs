using Approvals.Domain.Json;

namespace Approvals.Domain.Packages;

/// <summary>Reads guarantees, of a service or of all of them.</summary>
internal static class GuaranteeReader
{
    internal static Guarantee Read(JsonPlace place)
    {
        place.Only("id", "text", "kind", "target", "by", "minWorkingDays", "when", "source");
        if (!place.Has("target")) place.Missing("target", "");
        return new Guarantee(
            place.Required("id"), place.RequiredLocal("text"),
            place.Choice("kind", ServiceWords.Guarantees) ?? place.Missing("kind", GuaranteeKind.CanEnd),
            place.Texts("target"), place.Texts("by"), place.Whole("minWorkingDays"))
        {
            When = place.Feel("when"),
            Source = place.Local("source"),
        };
    }

    /// <summary>The guarantees that hold for every service.</summary>
    internal static SharedGuarantees ReadShared(JsonPlace place)
    {
        place.Only("$schema", "guarantees");
        return new SharedGuarantees(place.List("guarantees", Read));
    }
}

/// <summary>The guarantees that hold for every service, as one file holds them.</summary>
internal sealed record SharedGuarantees(ImmutableArray<Guarantee> Guarantees);
