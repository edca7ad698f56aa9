using System.Collections.Frozen;

namespace Approvals.Application.Sheets;

/// <summary>Yes and no as people write them into a cell.</summary>
internal static class SheetAnswers
{
    private static readonly FrozenDictionary<string, bool> Words = new Dictionary<string, bool>
    {
        [""] = false, ["no"] = false, ["false"] = false, ["0"] = false, ["否"] = false,
        ["yes"] = true, ["true"] = true, ["1"] = true, ["是"] = true,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a cell answers, an empty one no; null where it says neither.</summary>
    public static bool? Read(string text) => Words.TryGetValue(text, out var answer) ? answer : null;
}
