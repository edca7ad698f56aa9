using Approvals.Domain.Packages;

namespace Approvals.Domain.Studio.Catalogue;

/// <summary>Settings that stand in several places alike.</summary>
internal static class LimitSettings
{
    internal static readonly ImmutableArray<string> Formats = ["pdf", "jpg", "png", "docx", "xlsx", "ofd"];

    /// <summary>A time limit.</summary>
    internal static SettingList Limit => new SettingList("limit")
        .Whole("length", 0, 10_000, required: true)
        .Choice("unit", "unit", ["workingDays", "days", "hours", "minutes", "seconds"])
        .Record("yellow", new SettingList("yellow").Number("share", 0, 1).Whole("days", 0, 10_000))
        .Add("source", SettingKind.LocalText)
        .Add("note", SettingKind.LocalText);

    /// <summary>How a value is covered for those who need not know it.</summary>
    internal static ImmutableArray<string> Masks => [.. ServiceWords.Masks.Keys.Order(StringComparer.Ordinal)];
}
