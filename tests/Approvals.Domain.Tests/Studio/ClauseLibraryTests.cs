using System.Text;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Clauses;
using Approvals.Domain.Tests.Packages;

namespace Approvals.Domain.Tests.Studio;

public sealed class ClauseLibraryTests
{
    [Theory]
    [InlineData("三", 3)]
    [InlineData("十", 10)]
    [InlineData("十四", 14)]
    [InlineData("四十二", 42)]
    [InlineData("一百零五", 105)]
    [InlineData("27", 27)]
    public void Number_OfNumeral_IsRead(string numeral, int number) => Assert.Equal(number, ClauseReader.Number(numeral));

    [Theory]
    [InlineData("办法第七条", "办法:7")]
    [InlineData("第二条至第四条、第十条", ":2 :3 :4 :10")]
    [InlineData("参照行政许可法第四十二条", "行政许可法:42")]
    [InlineData("符合《某办法（试行）》（某〔2023〕6号）第五条的规定", "某办法（试行）:5")]
    [InlineData("Articles 2 to 4, 10", ":2 :3 :4 :10")]
    [InlineData("Administrative licensing law, art. 42 by reference", "Administrative licensing law:42")]
    [InlineData("没有条款", "")]
    public void Read_OfText_FindsDocumentAndArticles(string text, string found) =>
        Assert.Equal(found, string.Join(' ', ClauseReader.Read(text).Select(c => $"{c.Document}:{c.Article}")));

    [Fact]
    public void Of_ShippedPackage_TiesRulesLettersAndSettingsToTheArticle()
    {
        var clauses = ClauseLibrary.Of(DraftFiles.Of(PackageFolders.Files("talent-classification")));

        var seventh = clauses.Single(c => c is { Basis: "policy", Article: 7 });
        Assert.Contains(seventh.Uses, u => u is { Area: ClauseArea.Rule, File: "decisions/cards.dmn" });
        Assert.Contains(clauses.SelectMany(c => c.Uses), u => u.Area == ClauseArea.Setting && u.Place.StartsWith("/limits/", StringComparison.Ordinal));
        Assert.Contains(clauses, c => c is { Basis: null, Document: "行政许可法", Article: 42 });
    }

    [Fact]
    public void Of_BrokenFiles_GivesWhatCanBeRead()
    {
        var files = DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["service.json"] = "{"u8.ToArray(), ["decisions/a.dmn"] = "<a"u8.ToArray(), ["letters/b.zh-CN.md"] = Encoding.UTF8.GetBytes("根据第三条决定。\n"),
        });

        var clause = Assert.Single(ClauseLibrary.Of(files));
        Assert.Equal((3, "line 1"), (clause.Article, Assert.Single(clause.Uses).Place));
    }
}
