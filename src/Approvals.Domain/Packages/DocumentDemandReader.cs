using Approvals.Domain.Json;

namespace Approvals.Domain.Packages;

/// <summary>Reads the documents asked for.</summary>
internal static class DocumentDemandReader
{
    internal static readonly ImmutableArray<string> Properties =
    [
        "type", "name", "description", "required", "showWhen", "formats", "maxMegabytes", "minCount", "maxCount", "mayFollow",
        "mayFollowWithin", "pledge", "certificate", "template", "sensitive", "identifying", "note",
    ];

    internal static DocumentDemand Read(JsonPlace place)
    {
        place.Only(Properties);
        var demand = new DocumentDemand
        {
            Type = place.Required("type"),
            Name = place.RequiredLocal("name"),
            Description = place.Local("description"),
            Required = place.FlagOrFeel("required") ?? new FeelOr<bool>(false),
            ShowWhen = place.Feel("showWhen"),
            Formats = [.. place.Texts("formats").Select(f => f.TrimStart('.').ToLowerInvariant())],
            MaxMegabytes = place.Number("maxMegabytes") ?? 20,
            MinCount = place.Whole("minCount", 0, 100) ?? 1,
            MaxCount = place.Whole("maxCount", 1, 100) ?? 10,
            MayFollow = place.Flag("mayFollow") ?? false,
            MayFollowWithin = place.Object("mayFollowWithin", LimitReader.Read),
            Pledge = place.Flag("pledge") ?? false,
            Certificate = place.Text("certificate"),
            Template = place.Text("template"),
            Sensitive = place.Flag("sensitive") ?? false,
            Identifying = place.Flag("identifying") ?? false,
            Note = place.Local("note"),
        };
        if (demand.MaxMegabytes is <= 0 or > 100) place.Wrong<object>("maxMegabytes", "whole");
        if (demand.MinCount > demand.MaxCount) place.File.Add(place.At("minCount"), "package.minAboveMax", ("name", demand.Type));
        return demand;
    }
}
