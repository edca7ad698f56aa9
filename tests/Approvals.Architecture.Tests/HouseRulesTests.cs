using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>What never stands in the tree.</summary>
public sealed partial class HouseRulesTests
{
    [Fact]
    public void Sources_Everywhere_HoldNoUnfinishedMarks() => Found.Nothing(Lines(Code(), Unfinished()));

    [Fact]
    public void Sources_OfTheProduct_TakeTimeFromTimeProvider() =>
        Found.Nothing(Lines(Repository.Sources("src"), Clock()));

    [Fact]
    public void Folders_OfSources_AreNounsOfTheDomain() =>
        Assert.DoesNotContain(Repository.Sources("src").Select(Repository.Relative), f => Vague().IsMatch(f));

    [Fact]
    public void Page_OfTheProduct_HasNoAny() =>
        Found.Nothing(Lines(Repository.Files("src/Approvals.Web/ui/src", ".ts", ".tsx"), AnyType()));

    private static IEnumerable<string> Code() =>
        Repository.Files("src", ".cs", ".ts", ".tsx").Concat(Repository.Files("tests", ".cs")).Concat(Repository.Files("bench", ".cs"))
            .Concat(Repository.Files("eng", ".sh")).Where(f => !f.EndsWith(nameof(HouseRulesTests) + ".cs", StringComparison.Ordinal));

    private static IEnumerable<string> Lines(IEnumerable<string> files, Regex forbidden) =>
        files.SelectMany(f => File.ReadLines(f).Select((text, index) => (text, index)).Where(l => forbidden.IsMatch(l.text))
            .Select(l => $"{Repository.Relative(f)}:{l.index + 1}: {l.text.Trim()}"));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|Skip *= *""|(test|it|describe)\.skip|Thread\.Sleep")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today")]
    private static partial Regex Clock();

    [GeneratedRegex("/(Services|Helpers?|Utils?|Utilities|Managers?|Models|Misc|Common)/|(Helper|Utils?|Manager)\\.cs$")]
    private static partial Regex Vague();

    [GeneratedRegex(@":\s*any\b|<any>|as any\b")]
    private static partial Regex AnyType();
}
