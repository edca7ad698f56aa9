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

    /// <summary>The same as it is written into a cell.</summary>
    public static string Write(bool answer, string language) => (answer, language == "en") switch
    {
        (true, true) => "yes",
        (true, false) => "是",
        (false, true) => "no",
        (false, false) => "否",
    };

    /// <summary>What a cell answers, an empty one no; null where it says neither.</summary>
    public static bool? Read(string text) => Words.TryGetValue(text, out var answer) ? answer : null;
}
