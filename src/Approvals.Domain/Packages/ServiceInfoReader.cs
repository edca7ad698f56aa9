using System.Text.RegularExpressions;
using Approvals.Domain.Json;
using Approvals.Domain.Numbers;

namespace Approvals.Domain.Packages;

/// <summary>Reads <c>service.json</c>. The property lists are those of docs/schemas/service.schema.json.</summary>
internal static partial class ServiceInfoReader
{
    internal static readonly ImmutableArray<string> Properties =
    [
        "code", "number", "name", "summary", "guide", "category", "order", "nature", "authority", "applicants", "onBehalf", "legalBasis",
        "limits", "clock", "documents", "results", "resultWords", "regions", "entitlements", "obligations", "presence", "relativesDependOn", "publicFields", "eligibility", "sameThing",
        "caseNumber", "effectiveFrom", "validUntil", "guarantees", "remedies", "levels", "terms", "settings", "source", "retention", "reminders",
    ];

    internal static ServiceInfo Read(JsonPlace place)
    {
        place.Only(Properties);
        var info = new ServiceInfo
        {
            Code = Shaped(place, "code", CodeShape()),
            Number = Shaped(place, "number", NumberShape()),
            Name = place.RequiredLocal("name"),
            Summary = place.Local("summary"),
            Guide = place.Local("guide"),
            Category = place.Local("category"),
            Order = place.Whole("order") ?? 0,
            Nature = place.Choice("nature", ServiceWords.Natures) ?? ServiceNature.Other,
            EffectiveFrom = place.Date("effectiveFrom") ?? place.Missing("effectiveFrom", DateOnly.MinValue),
            ValidUntil = place.Date("validUntil"),
            Terms = place.Map("terms", (terms, name) => terms.RequiredLocal(name)),
            Settings = ReadSettings(place),
            Source = place.Local("source"),
            CaseNumber = ReadCaseNumber(place),
            SameThing = ReadSameThing(place),
            Levels = place.List("levels", ReadLevel),
            Documents = place.List("documents", DocumentDemandReader.Read),
            Entitlements = place.List("entitlements", EntitlementReader.Read),
        };
        return WithPeople(WithRules(info, place), place);
    }

    private static ServiceInfo WithPeople(ServiceInfo info, JsonPlace place) => info with
    {
        Authority = place.Object("authority", ReadAuthority),
        Applicants = place.Has("applicants") ? place.Choices("applicants", ServiceWords.Applicants) : info.Applicants,
        OnBehalf = place.Choices("onBehalf", ServiceWords.OnBehalf),
        Regions = place.Object("regions", ReadRegions) ?? info.Regions,
        Retention = place.Object("retention", ReadRetention),
        Remedies = place.List("remedies", ReadRemedy),
        Results = place.List("results", ReadResult),
        ResultWords = ReadResultWords(place),
    };

    private static ServiceInfo WithRules(ServiceInfo info, JsonPlace place) => info with
    {
        LegalBasis = place.List("legalBasis", ReadBasis),
        Limits = place.Object("limits", LimitReader.ReadAll) ?? info.Limits,
        Clock = place.Object("clock", ReadClock) ?? info.Clock,
        Obligations = place.List("obligations", ReadObligation),
        Presence = place.Text("presence"),
        RelativesDependOn = place.Texts("relativesDependOn"),
        PublicFields = place.List("publicFields", ReadPublicField),
        Eligibility = place.Object("eligibility", ReadEligibility),
        Guarantees = place.List("guarantees", GuaranteeReader.Read),
        Reminders = Approvals.Domain.Reminders.ReminderReader.ReadAll(place),
    };

    private static Authority ReadAuthority(JsonPlace place)
    {
        place.Only("name", "phone", "address");
        return new Authority(place.RequiredLocal("name"), place.Local("phone"), place.Local("address"));
    }

    private static LegalBasis ReadBasis(JsonPlace place)
    {
        place.Only("id", "title", "clause", "url", "source");
        return new LegalBasis(place.Required("id"), place.RequiredLocal("title"), place.Local("clause"), place.Text("url"), place.Local("source"));
    }

    private static ClockRules ReadClock(JsonPlace place)
    {
        place.Only("startsOn", "excludes", "silence");
        var silence = place.Choice("silence", ServiceWords.Silences) ?? Silence.None;
        if (silence == Silence.Renews) place.File.Add(place.At("silence"), "package.silenceRenews");
        return new ClockRules
        {
            StartsOn = place.Choice("startsOn", ServiceWords.ClockStarts) ?? ClockStart.Acceptance,
            Excludes = place.Texts("excludes"),
            Silence = silence,
        };
    }

    private static ResultDocument ReadResult(JsonPlace place)
    {
        place.Only("type", "name", "letter", "note");
        return new ResultDocument(place.Required("type"), place.RequiredLocal("name"), place.Text("letter"), place.Local("note"));
    }

    /// <summary>Only results that a case can have are named: a slip would leave the platform's word standing in silence.</summary>
    private static ImmutableSortedDictionary<string, LocalText> ReadResultWords(JsonPlace place)
    {
        var words = place.Map("resultWords", (named, result) => named.RequiredLocal(result));
        foreach (var unknown in words.Keys.Where(r => !ServiceWords.Results.Contains(r)))
        {
            place.File.Add($"{place.At("resultWords")}/{unknown}", "package.json.choice", ("value", unknown), ("choices", string.Join(", ", ServiceWords.Results)));
        }

        return words;
    }

    private static RegionScope ReadRegions(JsonPlace place)
    {
        place.Only("roots", "levels", "startLevel");
        return new RegionScope { Roots = place.Texts("roots"), Levels = place.Texts("levels"), StartLevel = place.TextOrFeel("startLevel") };
    }

    private static ObligationRule ReadObligation(JsonPlace place)
    {
        place.Only("type", "name", "checkService", "opensOn", "months", "once", "note");
        return new ObligationRule(
            place.Required("type"), place.Local("name"), place.Required("checkService"), Shaped(place, "opensOn", MonthDay()),
            place.Whole("months", 0, 12), place.Local("note"), place.Flag("once") ?? false);
    }

    private static PublicField ReadPublicField(JsonPlace place)
    {
        place.Only("path", "label", "mask");
        return new PublicField(
            place.Required("path"), place.RequiredLocal("label"), place.Choice("mask", ServiceWords.Masks) ?? Identifiers.MaskKind.None);
    }

    private static Eligibility ReadEligibility(JsonPlace place)
    {
        place.Only("form", "decision", "inputs", "result");
        var inputs = place.Map("inputs", (inner, name) => inner.Feel(name));
        return new Eligibility(
            place.Required("form"), place.Required("decision"),
            inputs.Where(p => p.Value is not null).ToImmutableSortedDictionary(p => p.Key, p => p.Value!), place.Text("result"));
    }

    private static Remedy ReadRemedy(JsonPlace place)
    {
        place.Only("kind", "length", "unit", "authority", "source");
        return new Remedy(
            place.Required("kind"), place.Whole("length", 1, 10_000) ?? place.Missing("length", 0), place.Text("unit") ?? "days",
            place.Local("authority"), place.Local("source"));
    }

    private static ServiceLevel ReadLevel(JsonPlace place)
    {
        place.Only("code", "name", "order", "note");
        return new ServiceLevel(place.Required("code"), place.RequiredLocal("name"), place.Local("note"));
    }

    private static Retention ReadRetention(JsonPlace place)
    {
        place.Only("years", "class", "note");
        return new Retention(place.Whole("years", 0, 1000) ?? place.Missing("years", 0), place.Text("class"), place.Local("note"));
    }

    private static FeelContext ReadSettings(JsonPlace place)
    {
        if (!place.TryGet("settings", out var settings)) return FeelContext.Empty;
        if (settings.ValueKind == System.Text.Json.JsonValueKind.Object)
        {
            return FeelContext.From(settings.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, FeelJson.Read(Stated(p.Value)))));
        }

        place.Wrong<object>("settings", "object");
        return FeelContext.Empty;
    }

    /// <summary>A figure may stand alone or as <c>{ value, source, note }</c>.</summary>
    private static System.Text.Json.JsonElement Stated(System.Text.Json.JsonElement element) =>
        element.ValueKind == System.Text.Json.JsonValueKind.Object && element.TryGetProperty("value", out var value) ? value : element;

    private static CaseNumberFormat ReadCaseNumber(JsonPlace place)
    {
        if (place.Text("caseNumber") is not { } pattern) return CaseNumberFormat.Default;
        var format = CaseNumberFormat.Parse(pattern);
        if (format.IsSuccess) return format.Value;
        place.File.Add(new PackageProblem(place.File.Path, "package.caseNumber") { Place = place.At("caseNumber"), Cause = format.Error });
        return CaseNumberFormat.Default;
    }

    private static SameThing ReadSameThing(JsonPlace place) => place.Text("sameThing") switch
    {
        null => new SameThing(SameThingMode.Service),
        "none" => new SameThing(SameThingMode.None),
        _ => new SameThing(SameThingMode.Key, place.Feel("sameThing")),
    };

    private static string Shaped(JsonPlace place, string name, Regex shape)
    {
        var text = place.Required(name);
        if (text.Length > 0 && !shape.IsMatch(text)) place.File.Add(place.At(name), "package.json.shape", ("name", name), ("value", text));
        return text;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\z")]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"^[0-9]{2}\z")]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\z")]
    private static partial Regex MonthDay();
}
