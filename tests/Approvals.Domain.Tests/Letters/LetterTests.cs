using Approvals.Domain.Letters;
using Approvals.Domain.Packages;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Letters;

public sealed class LetterTests
{
    [Fact]
    public void Parse_Letter_ReadsFrontMatterAndBody()
    {
        var load = Parse("---\nsubject: \"Notice ({{ case.number }})\"\nchannels: [page, mail]\nkind: letter\nseal: true\ndeliver: true\n---\n# To {{ applicant.name }}\n");

        Assert.Empty(load.Problems);
        var letter = load.Letter!;
        Assert.Equal("page mail", string.Join(' ', letter.Channels));
        Assert.True(letter is { Seal: true, Deliver: true, Kind: "letter" });
        var filled = letter.Render(FeelContext.Of(
            ("case", FeelValue.Of(FeelContext.Of(("number", FeelValue.Of("22_1"))))),
            ("applicant", FeelValue.Of(FeelContext.Of(("name", FeelValue.Of("A*B\nC"))))))).Value;
        Assert.Equal(("Notice (22_1)", "# To A\\*B\\\nC\n"), (filled.Subject, filled.Markdown));
    }

    [Fact]
    public void Render_SubjectWithLineBreak_StaysOneLine()
    {
        var letter = Parse("---\nsubject: To {{ name }}\n---\n").Letter!;

        Assert.Equal("To a Bcc: x", letter.Render(FeelContext.Of(("name", FeelValue.Of("a\r\nBcc: x")))).Value.Subject);
    }

    [Fact]
    public void RenderText_Letter_PrintsValuesUnescaped() =>
        Assert.Equal("a_b", Parse("---\nsubject: s\n---\n{{ name }}").Letter!.RenderText(FeelContext.Of(("name", FeelValue.Of("a_b")))).Value);

    [Theory]
    [InlineData("no front matter", "letters.frontMatter", "line 1")]
    [InlineData("---\nsubject: x\n", "letters.frontMatter", "line 1")]
    [InlineData("---\nchannels: page\n---\n", "letters.noSubject", "line 1")]
    [InlineData("---\nsubject: x\nsubject: y\n---\n", "letters.twice", "line 3")]
    [InlineData("---\nsubject: x\nseal: perhaps\n---\n", "letters.flag", "line 3")]
    [InlineData("---\nsubject: x\nchannels: [page, pigeon]\n---\n", "package.json.choice", "line 3")]
    [InlineData("---\nsubject: x\n---\nok\n{{ 1 + }}", "package.feel", "line 5")]
    [InlineData("---\nsubject: x\n---\nok\n{{#if a}}", "letters.unclosed", "line 5")]
    public void Parse_BrokenLetter_NamesTheLine(string text, string code, string place)
    {
        var load = Parse(text);

        Assert.Null(load.Letter);
        Assert.Contains((code, place), load.Problems.Select(p => (p.Code, p.Place!)));
    }

    [Fact]
    public void Parse_UnknownProperty_IsAWarning()
    {
        var load = Parse("---\nsubject: x\ncolour: red\n---\n");

        Assert.NotNull(load.Letter);
        Assert.Equal(ProblemSeverity.Warning, load.Problems.Single().Severity);
    }

    private static LetterLoad Parse(string text) => Letter.Parse("letters/x.en.md", "x", "en", text);
}
