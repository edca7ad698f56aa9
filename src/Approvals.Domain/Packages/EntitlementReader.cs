using Approvals.Domain.Json;
using Approvals.Domain.Numbers;

namespace Approvals.Domain.Packages;

/// <summary>Reads the kinds of entitlement.</summary>
internal static class EntitlementReader
{
    internal static readonly ImmutableArray<string> Properties =
    [
        "kind", "name", "levels", "number", "validity", "items", "itemsDecision", "renewal", "dependsOn", "obligations", "note",
    ];

    internal static EntitlementKind Read(JsonPlace place)
    {
        place.Only(Properties);
        return new EntitlementKind
        {
            Kind = place.Required("kind"),
            Name = place.RequiredLocal("name"),
            Levels = place.Texts("levels"),
            Number = ReadNumber(place),
            Validity = place.Object("validity", ReadValidity),
            Items = place.List("items", ReadItem),
            ItemsDecision = place.Text("itemsDecision"),
            Renewal = place.Object("renewal", ReadRenewal),
            DependsOn = place.Texts("dependsOn"),
            Obligations = place.Texts("obligations"),
            Note = place.Local("note"),
        };
    }

    private static string? ReadNumber(JsonPlace place)
    {
        if (place.Text("number") is not { } pattern) return null;
        if (CaseNumberFormat.Parse(pattern) is { IsSuccess: false, Error: { } error })
        {
            place.File.Add(new PackageProblem(place.File.Path, "package.caseNumber") { Place = place.At("number"), Cause = error });
        }

        return pattern;
    }

    private static Validity ReadValidity(JsonPlace place)
    {
        place.Only("years", "months", "days", "note");
        var validity = new Validity(
            place.Whole("years", 0, 200) ?? 0, place.Whole("months", 0, 2400) ?? 0, place.Whole("days", 0, 73_000) ?? 0, place.Local("note"));
        if (validity is { Years: 0, Months: 0, Days: 0 }) place.File.Add(place.Pointer, "package.validity");
        return validity;
    }

    private static EntitlementItem ReadItem(JsonPlace place)
    {
        place.Only("code", "name", "condition", "levels", "note");
        return new EntitlementItem(
            place.Required("code"), place.RequiredLocal("name"), place.Local("condition"), place.Texts("levels"), place.Local("note"));
    }

    private static RenewalWindow ReadRenewal(JsonPlace place)
    {
        place.Only("opensDaysBefore", "dueDaysBefore", "service", "silence");
        var window = new RenewalWindow(
            place.Whole("opensDaysBefore", 0, 3660) ?? place.Missing("opensDaysBefore", 0),
            place.Whole("dueDaysBefore", 0, 3660) ?? 0,
            place.Text("service"),
            place.Choice("silence", ServiceWords.Silences) ?? Silence.None);
        if (window.DueDaysBefore > window.OpensDaysBefore) place.File.Add(place.At("dueDaysBefore"), "package.renewal");
        return window;
    }
}
