namespace Approvals.Feel.Tests;

/// <summary>Names (DMN 1.5, 10.3.1.4 and 10.3.1.5): spaces and signs by scope, the longest match.</summary>
public sealed class NameTests
{
    private static readonly FeelContext Context = FeelContext.Of(
        ("Monthly Salary", FeelValue.Of(1000)),
        ("base", FeelValue.Of(1)),
        ("base+1", FeelValue.Of(50)),
        ("a", FeelValue.Of(7)),
        ("a-b", FeelValue.Of(3)),
        ("b", FeelValue.Of(2)),
        ("date and time of birth", FeelValue.Of("x")),
        ("月数", FeelValue.Of(4)),
        ("件 数", FeelValue.Of(9)),
        ("rate/100", FeelValue.Of(8)),
        ("if then", FeelValue.Of(6)),
        ("it's", FeelValue.Of(5)),
        ("person", FeelValue.Of(FeelContext.Of(("first name", FeelValue.Of("Li")), ("e-mail", FeelValue.Of("m"))))));

    [Theory]
    [InlineData("Monthly Salary + 1", "1001")]
    [InlineData("Monthly   Salary", "1000")]
    [InlineData("Monthly\n Salary * 12", "12000")]
    [InlineData("base+1", "50")]
    [InlineData("base + 1", "50")]
    [InlineData("base + 2", "3")]
    [InlineData("a-b", "3")]
    [InlineData("a - b", "3")]
    [InlineData("a - base", "6")]
    [InlineData("b-a", "-5")]
    [InlineData("date and time of birth", "\"x\"")]
    [InlineData("date and time(\"2026-01-01T00:00:00\").year", "2026")]
    [InlineData("月数 >= 4", "true")]
    [InlineData("件 数 + 1", "10")]
    [InlineData("rate/100", "8")]
    [InlineData("if then + 1", "7")]
    [InlineData("it's", "5")]
    [InlineData("person.first name", "\"Li\"")]
    [InlineData("person . first name = \"Li\"", "true")]
    [InlineData("{x y: 1, z: x y + 1}.z", "2")]
    [InlineData("{x+y: 1, z: x+y + 1}.z", "2")]
    [InlineData("{\"x+y\": 1}.x+y", "1")]
    [InlineData("for my item in [1, 2] return my item * 2", "[2, 4]")]
    [InlineData("some one else in [1, 2] satisfies one else > 1", "true")]
    [InlineData("{double it: function(my number) my number * 2, r: double it(4)}.r", "8")]
    [InlineData("[{unit price: 3}, {unit price: 5}][unit price > 4].unit price", "[5]")]
    public void Name_WithSpacesOrSigns_LongestMatch(string text, string expected) => Feel.Same(text, expected, Context);

    [Fact]
    public void Name_WithSignsInTypedScope_Found()
    {
        var person = FeelType.ContextOf([KeyValuePair.Create("e-mail", FeelType.String)]);
        var scope = FeelScope.Empty.With("person", person).With("people", FeelType.ListOf(person));
        var context = Context.With("people", FeelValue.Of([Context["person"]]));
        Assert.Equal("\"m\"", Feel.Compile("person.e-mail", scope).Evaluate(context).Value.ToString());
        Assert.Equal("1", Feel.Compile("count(people[e-mail = \"m\"])", scope).Evaluate(context).Value.ToString());
        Assert.Equal("[\"m\"]", Feel.Compile("for p in people return p.e-mail", scope).Evaluate(context).Value.ToString());
    }

    [Theory]
    [InlineData("months >= 4", "months")]
    [InlineData("applicant.entitlements[kind = \"x\"].level", "applicant.entitlements")]
    [InlineData("applicant.name + applicant.name", "applicant.name")]
    [InlineData("for x in applicant.cases return x.number", "applicant.cases")]
    [InlineData("{a: 1, b: a}.b + c.d.e", "c.d.e")]
    [InlineData("function(x) x + y", "y")]
    [InlineData("count(list) + min(other)", "list,other")]
    [InlineData("some x in list satisfies x > limit", "list,limit")]
    [InlineData("1 + 2", "")]
    [InlineData("(a.b)[1].c", "a.b")]
    public void References_OfExpression_DottedFreePaths(string text, string expected) =>
        Assert.Equal(expected, string.Join(",", Feel.Compile(text, FeelScope.Of("applicant", "months", "list", "other", "limit", "c", "y", "a")).References));

    [Fact]
    public void Names_OfBuiltIns_MayBeVariables()
    {
        var context = FeelContext.Of(("count", FeelValue.Of(3)), ("min", FeelValue.Of(1)));
        Feel.Same("count + min", "4", context);
        Assert.Equal("4", Feel.Compile("count + min").Evaluate(context).Value.ToString());
        Feel.Same("count([1, 2])", "2");
    }

    [Fact]
    public void UnknownName_GivesNullAndSaysWhere()
    {
        var outcome = Feel.Compile("1 +\n  monhts", FeelScope.Of("months")).Evaluate(FeelContext.Empty);
        Assert.True(outcome.Value.IsNull);
        Assert.Equal(("feel.unknownName", 2, 3), (outcome.Diagnostics[0].Code, outcome.Diagnostics[0].Line, outcome.Diagnostics[0].Column));
        Assert.Contains("monhts", outcome.Diagnostics[0].Message.Zh, StringComparison.Ordinal);
        Assert.Contains("line 2, column 3", outcome.Diagnostics[0].Message.En, StringComparison.OrdinalIgnoreCase);
    }
}
