using Approvals.Domain.Packages;

namespace Approvals.Domain.Studio.Catalogue;

/// <summary>Every setting of <c>service.json</c>, as docs/schemas/service.schema.json has them.</summary>
public static class ServiceSettings
{
    private static readonly ImmutableArray<string> Silence = ["none", "accepted", "escalates", "staysValid"];

    /// <summary>The sections in the order in which they are worked through.</summary>
    public static ImmutableArray<SettingSection> Sections =>
    [
        new("service", Service.All), new("guide", Guide.All), new("people", People.All), new("legal", Legal.All), new("limits", Limits.All),
        new("documents", Documents.All), new("results", Results.All), new("levels", Levels.All), new("entitlements", Entitlements.All),
        new("obligations", Obligations.All), new("reminders", Reminders.All), new("notices", Notices.All), new("guarantees", Guarantees.All),
        new("texts", Texts.All), new("retention", Kept.All),
    ];

    /// <summary>Settings of a dictionary of the package.</summary>
    public static ImmutableArray<Setting> Dictionary => new SettingList("dictionary")
        .Add("name", SettingKind.LocalText)
        .Records("values", "value", new SettingList("entry").Add("value", SettingKind.Text, required: true).Add("label", SettingKind.LocalText, required: true))
        .Add("source", SettingKind.LocalText).All;

    private static SettingList Service => new SettingList("service")
        .Add("name", SettingKind.LocalText, required: true)
        .Add("summary", SettingKind.LocalLongText)
        .Add("category", SettingKind.LocalText)
        .Whole("order", 0, 10_000)
        .Choice("nature", "nature", ["confirmation", "publicService", "payment", "licence", "other"])
        .Record("authority", new SettingList("authority")
            .Add("name", SettingKind.LocalText, required: true).Add("phone", SettingKind.LocalText).Add("address", SettingKind.LocalText))
        .Add("code", SettingKind.Text, required: true)
        .Add("number", SettingKind.Text, required: true)
        .Add("caseNumber", SettingKind.Text)
        .Add("effectiveFrom", SettingKind.Date, required: true)
        .Add("validUntil", SettingKind.Date)
        .Add("source", SettingKind.LocalText);

    private static SettingList Guide => new SettingList("service").Add("guide", SettingKind.LocalMarkdown);

    private static SettingList People => new SettingList("service")
        .Choices("applicants", "applicants", ["person", "organisation"])
        .Choices("onBehalf", "onBehalf", ["employer", "mandate", "guardian", "counter"])
        .Record("regions", new SettingList("regions")
            .References("roots", SettingSource.Regions).Add("levels", SettingKind.Texts).Add("startLevel", SettingKind.TextOrFeel))
        .Add("sameThing", SettingKind.Feel)
        .Record("eligibility", new SettingList("eligibility")
            .Reference("form", SettingSource.Forms, required: true).Reference("decision", SettingSource.Decisions, required: true)
            .Add("inputs", SettingKind.Feels).Add("result", SettingKind.Text));

    private static SettingList Legal => new SettingList("service")
        .Records("legalBasis", "id", new SettingList("legalBasis")
            .Add("id", SettingKind.Text, required: true).Add("title", SettingKind.LocalText, required: true).Add("clause", SettingKind.LocalText)
            .Add("url", SettingKind.Text).Add("source", SettingKind.LocalText));

    private static SettingList Limits => new SettingList("service")
        .Record("limits", new SettingList("limits")
            .Record("statutory", LimitSettings.Limit).Record("promised", LimitSettings.Limit).Record("deliver", LimitSettings.Limit)
            .Record("correction", LimitSettings.Limit).Record("extension", LimitSettings.Limit))
        .Record("clock", new SettingList("clock")
            .Choice("startsOn", "startsOn", ["acceptance", "receipt"]).References("excludes", SettingSource.Activities).Choice("silence", "silence", Silence));

    private static SettingList Documents => new SettingList("service").Records("documents", "type", new SettingList("document")
        .Add("type", SettingKind.Text, required: true).Add("name", SettingKind.LocalText, required: true).Add("description", SettingKind.LocalText)
        .Add("required", SettingKind.FlagOrFeel).Add("showWhen", SettingKind.Condition)
        .Choices("formats", "format", LimitSettings.Formats).Number("maxMegabytes", 0, 100).Whole("minCount", 0, 100).Whole("maxCount", 1, 100)
        .Add("mayFollow", SettingKind.Flag).Record("mayFollowWithin", LimitSettings.Limit).Add("pledge", SettingKind.Flag)
        .Add("certificate", SettingKind.Text).Add("template", SettingKind.Text).Add("sensitive", SettingKind.Flag).Add("identifying", SettingKind.Flag)
        .Add("note", SettingKind.LocalText));

    private static SettingList Results => new SettingList("service")
        .Records("results", "type", new SettingList("result")
            .Add("type", SettingKind.Text, required: true).Add("name", SettingKind.LocalText, required: true).Reference("letter", SettingSource.Letters)
            .Add("note", SettingKind.LocalText))
        .Record("resultWords", ServiceWords.Results.Aggregate(new SettingList("resultWords"), (list, result) => list.Add(result, SettingKind.LocalText)))
        .Records("remedies", "kind", new SettingList("remedy")
            .Add("kind", SettingKind.Text, required: true).Whole("length", 1, 10_000, required: true).Choice("unit", "remedyUnit", ["days", "months"])
            .Add("authority", SettingKind.LocalText).Add("source", SettingKind.LocalText));

    private static SettingList Levels => new SettingList("service").Records("levels", "code", new SettingList("level")
        .Add("code", SettingKind.Text, required: true).Add("name", SettingKind.LocalText, required: true).Whole("order", 0, 10_000).Add("note", SettingKind.LocalText));

    private static SettingList Entitlements => new SettingList("service").Records("entitlements", "kind", new SettingList("entitlement")
        .Add("kind", SettingKind.Text, required: true).Add("name", SettingKind.LocalText, required: true).References("levels", SettingSource.Levels)
        .Add("number", SettingKind.Text)
        .Record("validity", new SettingList("validity").Whole("years", 0, 200).Whole("months", 0, 2400).Whole("days", 0, 73_000).Add("note", SettingKind.LocalText))
        .Records("items", "code", new SettingList("item")
            .Add("code", SettingKind.Text, required: true).Add("name", SettingKind.LocalText, required: true).Add("condition", SettingKind.LocalText)
            .References("levels", SettingSource.Levels).Add("note", SettingKind.LocalText))
        .Reference("itemsDecision", SettingSource.Decisions)
        .Record("renewal", new SettingList("renewal")
            .Whole("opensDaysBefore", 0, 3660, required: true).Whole("dueDaysBefore", 0, 3660).Reference("service", SettingSource.Services)
            .Choice("silence", "silence", [.. Silence, "renews"]))
        .References("dependsOn", SettingSource.Entitlements).References("obligations", SettingSource.Obligations).Add("note", SettingKind.LocalText));

    private static SettingList Obligations => new SettingList("service")
        .Records("obligations", "type", new SettingList("obligation")
            .Add("type", SettingKind.Text, required: true).Add("name", SettingKind.LocalText).Reference("checkService", SettingSource.Services, required: true)
            .Add("opensOn", SettingKind.DayOfYear, required: true).Whole("months", 0, 12).Add("once", SettingKind.Flag).Add("note", SettingKind.LocalText))
        .Reference("presence", SettingSource.Decisions)
        .References("relativesDependOn", SettingSource.Entitlements);

    private static SettingList Reminders => new SettingList("service").Records("reminders", "id", new SettingList("reminder")
        .Add("id", SettingKind.Text, required: true).Add("name", SettingKind.LocalText, required: true)
        .Choice("about", "about", ["officeTask", "ownTask", "case", "entitlement"], required: true)
        .Choice("moment", "moment", ["received", "accepted", "yellow", "due", "ends", "renewalOpens"], required: true)
        .Add("offsets", SettingKind.Wholes).Choice("unit", "unit", ["workingDays", "days", "hours"]).Add("at", SettingKind.Time).Add("repeats", SettingKind.Flag)
        .Choices("to", "to", ["holder", "candidates", "lead", "applicant", "agent"], required: true)
        .Choices("channels", "channels", ["page", "mail", "sms"], required: true)
        .Reference("template", SettingSource.Messages, required: true).Choice("delivery", "delivery", ["digest", "immediate"])
        .Record("quiet", new SettingList("quiet").Add("from", SettingKind.Time, required: true).Add("to", SettingKind.Time, required: true))
        .Add("workingDaysOnly", SettingKind.Flag).Add("mayBeOff", SettingKind.Flag).References("kinds", SettingSource.Entitlements).Add("note", SettingKind.LocalText));

    private static SettingList Notices => new SettingList("service").Records("publicFields", "path", new SettingList("publicField")
        .Reference("path", SettingSource.Fields, required: true).Add("label", SettingKind.LocalText, required: true)
        .Choice("mask", "mask", LimitSettings.Masks.Where(m => m != "month")));

    private static SettingList Guarantees => new SettingList("service").Records("guarantees", "id", new SettingList("guarantee")
        .Choice("kind", "guarantee", ["precedes", "never", "distinctPeople", "canEnd", "atMostOnce", "tells"], required: true)
        .References("target", SettingSource.Promised, required: true).References("by", SettingSource.Promised).Whole("minWorkingDays", 0, 10_000)
        .Add("text", SettingKind.LocalText, required: true).Add("id", SettingKind.Text, required: true).Add("when", SettingKind.Condition)
        .Add("source", SettingKind.LocalText));

    private static SettingList Texts => new SettingList("service").Add("terms", SettingKind.Terms).Add("settings", SettingKind.Figures);

    private static SettingList Kept => new SettingList("service").Record("retention", new SettingList("retention")
        .Whole("years", 0, 1000, required: true).Add("class", SettingKind.Text).Add("note", SettingKind.LocalText));
}
