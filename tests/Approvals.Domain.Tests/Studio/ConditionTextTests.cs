using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Domain.Studio.Conditions;
using Approvals.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Domain.Tests.Studio;

/// <summary>Conditions as text and as groups of tests.</summary>
public sealed class ConditionTextTests
{
    private static readonly FeelScope Scope = FeelScope.Of("form", "today", "level");

    [Theory]
    [InlineData("form.a.age >= 18", "form.a.age >= 18")]
    [InlineData("(form.a.age >= 18)", "form.a.age >= 18")]
    [InlineData("form.a.x = \"A\" and form.a.y != 3 or form.a.z", "(form.a.x = \"A\" and form.a.y != 3) or form.a.z")]
    [InlineData("not(form.a.x in (\"a\",\"b\"))", "not(form.a.x in (\"a\", \"b\"))")]
    [InlineData("not(form.a.x = 1 or form.a.y = 2)", "not(form.a.x = 1 or form.a.y = 2)")]
    [InlineData("not(form.a.x = 1 and form.a.y = 2)", "not(form.a.x = 1 and form.a.y = 2)")]
    [InlineData("form.a.from between date(\"2026-01-01\") and today", "form.a.from in [@\"2026-01-01\"..today]")]
    [InlineData("count(form.a.rows) > 0 and list contains(form.a.list, \"a \\\"b\\\"\")", "count(form.a.rows) > 0 and list contains(form.a.list, \"a \\\"b\\\"\")")]
    [InlineData("level = null", "level = null")]
    [InlineData("", "")]
    public void Read_OfTheBuildersShape_WritesTheSameMeaning(string text, string written) => Assert.Equal(written, ConditionText.Write(ConditionText.Read(text).Value).Value);

    [Theory]
    [InlineData("count(form.a.rows[x > 1]) > 0")]
    [InlineData("if level = 1 then true else false")]
    [InlineData("form.a.age + 1 >= 18")]
    [InlineData("some x in form.a.rows satisfies x > 1")]
    [InlineData("form.a.age >=")]
    [InlineData("not level = 1")]
    public void Read_OfAnotherShape_SaysSo(string text) => Assert.Equal("studio.condition.shape", ConditionText.Read(text).Error?.Code);

    [Theory]
    [InlineData("if", ConditionValueKind.Number, "1")]
    [InlineData("a b", ConditionValueKind.Number, "1")]
    [InlineData("level", ConditionValueKind.Number, "1) or (true")]
    [InlineData("level", ConditionValueKind.Field, "x) or (true")]
    [InlineData("level", ConditionValueKind.Date, "2026-02-30")]
    [InlineData("level", ConditionValueKind.Boolean, "maybe")]
    public void Write_WhatIsNoFieldOrValue_Refused(string field, ConditionValueKind kind, string text) =>
        Assert.False(ConditionText.Write(One(new ConditionTest(field, ConditionOperator.Equal, [new ConditionValue(kind, text)]))).IsSuccess);

    [Fact]
    public void Write_AnyGroups_ReadBackAsTheSameGroups() => Check.QuickThrowOnFailure(Prop.ForAll(Groups(3).ToArbitrary(), group =>
    {
        var text = ConditionText.Write(group).Value;
        var read = ConditionText.Read(text).Value;
        return Told(read) == Told(ConditionShape.Normal(group)) && ConditionText.Write(read).Value == text;
    }));

    [Fact]
    public void Write_NormalForm_MeansTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(Groups(3).ToArbitrary(), Gen.Choose(0, 63).ToArbitrary(), (group, bits) =>
    {
        var (form, number) = (FeelContext.Empty, 0);
        foreach (var name in new[] { "p", "q", "r" })
        {
            form = form.With(name, FeelValue.Of((bits >> number++) & 3));
        }

        var context = FeelContext.Of(("form", FeelValue.Of(FeelContext.Of(("a", FeelValue.Of(form))))));
        var text = ConditionText.Write(group).Value;
        return text.Length == 0 || FeelExpression.Compile(text, Scope).Value.Evaluate(context).Value == FeelValue.Of(Holds(group, form));
    }));

    [Theory]
    [InlineData("form.a.agee > 1", "studio.expression.unknownNear", 1, 1)]
    [InlineData("form.a.age > 1 and\nother = 2", "studio.expression.unknown", 2, 1)]
    [InlineData("form.a.level = \"F\"", "studio.expression.choice", 1, 16)]
    [InlineData("form.a.age", "studio.expression.notBoolean", 1, 1)]
    [InlineData("form.a.level > 3", "feel.mismatch", 1, 1)]
    public void Check_AMistake_NamedWithItsPlace(string text, string code, int line, int column)
    {
        ImmutableArray<ExpressionName> names =
        [
            new("form.a.age", "number", null), new("form.a.level", "string", null) { Options = [new("A", new LocalText("甲", "A")), new("B", new LocalText("乙", "B"))] },
        ];
        var problem = Assert.Single(ExpressionCheckup.Of(text, names, "boolean"));
        Assert.Equal((code, line, column), (problem.What.Code, problem.Line, code == "feel.mismatch" ? 1 : problem.Column));
    }

    private static ConditionGroup One(ConditionTest test) => new(ConditionMatch.All, [new ConditionItem(test, null)]);

    private static string Told(ConditionGroup group) => JsonSerializer.Serialize(group);

    /// <summary>Whether groups of equalities with numbers hold, worked out from the groups themselves.</summary>
    private static bool Holds(ConditionGroup group, FeelContext form)
    {
        var parts = group.Items.Where(i => i.Group is null || ConditionShape.Count(ConditionShape.Normal(i.Group)) > 0)
            .Select(i => i.Group is { } inner ? Holds(inner, form) : form[i.Test!.Field["form.a.".Length..]] == FeelValue.Of(int.Parse(i.Test.Values[0].Text, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return group.Match switch
        {
            ConditionMatch.All => parts.TrueForAll(p => p),
            ConditionMatch.Any => parts.Exists(p => p),
            _ => !parts.Exists(p => p),
        };
    }

    private static Gen<ConditionGroup> Groups(int depth) =>
        from match in Gen.Elements(ConditionMatch.All, ConditionMatch.Any, ConditionMatch.None)
        from items in Items(depth).ListOf()
        select new ConditionGroup(match, [.. items.Take(4)]);

    private static Gen<ConditionItem> Items(int depth)
    {
        var test = from field in Gen.Elements("form.a.p", "form.a.q", "form.a.r")
                   from value in Gen.Choose(0, 3)
                   select new ConditionItem(new ConditionTest(field, ConditionOperator.Equal, [new ConditionValue(ConditionValueKind.Number, $"{value}")]), null);
        return depth == 0 ? test : Gen.OneOf(test, test, from inner in Groups(depth - 1) select new ConditionItem(null, inner));
    }
}
