using Approvals.Domain.Letters;
using Approvals.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Domain.Tests.Letters;

public sealed class TemplateTests
{
    private static readonly FeelContext Context = FeelContext.Of(
        ("name", FeelValue.Of("张试例")),
        ("on", FeelValue.Of(new DateOnly(2026, 9, 18))),
        ("at", FeelValue.Of(new DateTimeOffset(2026, 9, 18, 1, 5, 0, TimeSpan.Zero))),
        ("amount", FeelValue.Of(1200.50m)),
        ("yes", FeelValue.True),
        ("items", FeelValue.Of([FeelValue.Of("a"), FeelValue.Of("b")])),
        ("text", FeelValue.Of(FeelContext.Of(("zh-CN", FeelValue.Of("甲")), ("en", FeelValue.Of("A"))))),
        ("none", FeelValue.Null));

    [Theory]
    [InlineData("{{ name }}", "张试例", "张试例")]
    [InlineData("{{ on }}", "2026年9月18日", "18 September 2026")]
    [InlineData("{{ at }}", "2026年9月18日 09:05", "18 September 2026, 09:05")]
    [InlineData("{{ amount }}", "1200.5", "1200.5")]
    [InlineData("{{ yes }}", "是", "yes")]
    [InlineData("{{ items }}", "a、b", "a, b")]
    [InlineData("{{ text }}", "甲", "A")]
    [InlineData("[{{ none }}]", "[]", "[]")]
    [InlineData("{{ {a: {b: \"}}\"}}.a.b }}", "\\}\\}", "\\}\\}")]
    [InlineData("{{#if yes}}1{{else}}2{{/if}}", "1", "1")]
    [InlineData("{{#if none}}1{{else}}2{{/if}}", "2", "2")]
    [InlineData("{{#if missing}}1{{/if}}", "", "")]
    [InlineData("{{#each items as x}}<{{ x }}>{{/each}}", "<a><b>", "<a><b>")]
    [InlineData("{{#each none as x}}never{{/each}}", "", "")]
    [InlineData("{{#each items as x}}{{#if x = \"b\"}}{{ x }}{{ name }}{{/if}}{{/each}}", "b张试例", "b张试例")]
    [InlineData("no braces { } }}", "no braces { } }}", "no braces { } }}")]
    public void Fill_Template_PrintsValues(string text, string chinese, string english)
    {
        Assert.Equal(chinese, Fill(text, "zh-CN"));
        Assert.Equal(english, Fill(text, "en"));
    }

    [Fact]
    public void Fill_BlockTagsOnTheirOwnLines_LeaveNoEmptyLines() =>
        Assert.Equal("- a\n- b\nend\n", Fill("{{#each items as x}}\n- {{ x }}\n{{/each}}\n{{#if yes}}\nend\n{{else}}\nother\n{{/if}}\n", "en"));

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("[click](https://example.com)", "\\[click\\](https:\\/\\/example.com)")]
    [InlineData("# title", "\\# title")]
    [InlineData("- item\n1. other\n    code", "\\- item\\\n1\\. other\\\ncode")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("www.example.com", "www\\.example.com")]
    [InlineData("**bold** `code` a@b.c", "\\*\\*bold\\*\\* \\`code\\` a\\@b.c")]
    public void Fill_HostileValue_NeverBecomesMarkup(string value, string escaped)
    {
        var template = Template.Parse("{{ value }}").Value;

        Assert.Equal(escaped, template.Fill(FeelContext.Of(("value", FeelValue.Of(value))), new ValueStyle("en", true)).Value.Text);
    }

    [Fact]
    public void Fill_AnyValue_HoldsNoTagAndNoUnescapedBracket() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), (NonNull<string> value) =>
        {
            var shown = new ValueStyle("en", true).Show(FeelValue.Of(value.Get));
            return !shown.Contains('<') && !shown.Replace("\\\\", "").Replace("\\[", "").Contains('[');
        }));

    [Theory]
    [InlineData("a\n{{ name", "letters.unclosed", "2")]
    [InlineData("a\n\n{{#if yes}}b", "letters.unclosed", "3")]
    [InlineData("{{#if yes}}\n{{/each}}", "letters.unclosed", "1")]
    [InlineData("a\n{{/if}}", "letters.unexpected", "2")]
    [InlineData("a\n{{else}}", "letters.unexpected", "2")]
    [InlineData("{{#unless yes}}{{/unless}}", "letters.unexpected", "1")]
    [InlineData("{{#each items}}{{/each}}", "letters.unexpected", "1")]
    public void Parse_BrokenTemplate_NamesTheLine(string text, string code, string line)
    {
        var error = Template.Parse(text).Error!;

        Assert.Equal((code, line), (error.Code, error.Data["line"]));
    }

    [Fact]
    public void Parse_BrokenExpression_NamesTheLineInTheFile() =>
        Assert.Equal("12", Template.Parse("ok\n\n{{ 1 + }}", 10).Error!.Data["line"]);

    [Fact]
    public void Parse_NestedTooDeep_IsRefused() =>
        Assert.Equal("letters.tooDeep", Template.Parse(string.Concat(Enumerable.Repeat("{{#if yes}}", 21)) + string.Concat(Enumerable.Repeat("{{/if}}", 21))).Error?.Code);

    [Theory]
    [InlineData("{{#each many as x}}{{#each many as y}}.{{/each}}{{/each}}")]
    [InlineData("{{#each many as x}}{{ long }}{{/each}}")]
    public void Fill_Explosion_IsBounded(string text)
    {
        var context = FeelContext.Of(
            ("many", FeelValue.Of(Enumerable.Range(0, 1000).Select(FeelValue.Of))), ("long", FeelValue.Of(new string('x', 1000))));

        Assert.Equal("letters.tooLong", Template.Parse(text).Value.Fill(context, new ValueStyle("en", true)).Error?.Code);
    }

    [Fact]
    public void References_OfATemplate_AreThoseFromOutside() =>
        Assert.Equal(["case.number", "items", "name"], Template.Parse("{{ case.number }}{{#each items as x}}{{ x.label }}{{ name }}{{/each}}").Value.References);

    private static string Fill(string text, string language) =>
        Template.Parse(text).Value.Fill(Context, new ValueStyle(language, true, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))).Value.Text;
}
