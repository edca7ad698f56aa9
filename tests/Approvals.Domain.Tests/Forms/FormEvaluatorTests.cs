using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Forms;

public sealed class FormEvaluatorTests
{
    private static readonly Form Chain = Samples.Form("""
        { "key": "a", "type": "textfield", "label": "A" },
        { "key": "b", "type": "textfield", "label": "B", "conditional": { "hide": "=a != \"show\"" }, "validate": { "required": true } },
        { "key": "c", "type": "textfield", "label": "C", "conditional": { "hide": "=b != \"show\"" }, "validate": { "required": true } },
        { "key": "sum", "type": "expression", "label": "Sum", "expression": "=if c = null then \"none\" else c + \"!\"" }
        """);

    [Fact]
    public void Submit_HiddenField_IsDropped()
    {
        var data = FormEvaluator.Submit(Chain, """{ "a": "no", "b": "show", "c": "deep" }""", Samples.Scope).Value;

        Assert.Equal("""{"a":"no","sum":"none"}""", data.ToJson());
    }

    [Fact]
    public void Submit_ChainOfConditions_SettlesInOrder()
    {
        var data = FormEvaluator.Submit(Chain, """{ "a": "show", "b": "show", "c": "deep" }""", Samples.Scope).Value;

        Assert.Equal("""{"a":"show","b":"show","c":"deep","sum":"deep!"}""", data.ToJson());
    }

    [Fact]
    public void Submit_RequiredShownAndEmpty_IsRefused() =>
        Assert.Equal(["b forms.required"], Samples.Errors(Chain, """{ "a": "show", "b": "  " }"""));

    [Fact]
    public void Submit_ComputedFieldFromOutside_IsIgnored() =>
        Assert.Equal("none", FormEvaluator.Submit(Chain, """{ "sum": "forged" }""", Samples.Scope).Value.At("sum").AsString());

    [Fact]
    public void Submit_UnknownKey_IsRefusedByName()
    {
        var error = FormEvaluator.Submit(Chain, """{ "a": "no", "level": "A" }""", Samples.Scope).Error!;

        Assert.Equal("forms.invalid", error.Code);
        Assert.Equal(("level", "forms.unknown"), (error.Fields.Single().Path, error.Fields.Single().Code));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("""{ "a": "\ud800" }""")]
    public void Submit_NotAnswers_IsRefused(string json) =>
        Assert.Equal("forms.json", Assert.Single(FormEvaluator.Submit(Chain, json, Samples.Scope).Error!.Fields).Code);

    [Fact]
    public void Evaluate_GroupHidden_HidesWhatIsInside()
    {
        var form = Samples.Form("""
            { "key": "has", "type": "checkbox", "label": "Has" },
            { "type": "group", "label": "G", "conditional": { "hide": "=not(has)" }, "components": [
              { "key": "inner", "type": "textfield", "label": "I", "validate": { "required": true } } ] }
            """);

        Assert.Empty(Samples.Errors(form, "{}"));
        Assert.Equal(["inner forms.required"], Samples.Errors(form, """{ "has": true }"""));
        Assert.Null(Samples.Evaluate(form, """{ "inner": "x" }""").At("inner"));
    }

    [Fact]
    public void Evaluate_GroupWithPath_HoldsItsOwnValues()
    {
        var form = Samples.Form("""{ "type": "group", "path": "home", "label": "G", "components": [ { "key": "city", "type": "textfield", "label": "C" } ] }""");

        var data = FormEvaluator.Submit(form, """{ "home": { "city": "长春" } }""", Samples.Scope).Value;

        Assert.Equal("长春", data.At("home.city").AsString());
        Assert.Equal(["city forms.unknown"], Samples.Errors(form, """{ "city": "长春" }"""));
    }

    [Fact]
    public void Evaluate_RowConditions_SeeTheirOwnRowFirst()
    {
        var form = Samples.Form("""
            { "key": "kind", "type": "textfield", "label": "K" },
            { "key": "rows", "type": "dynamiclist", "label": "R", "components": [
              { "key": "kind", "type": "textfield", "label": "K" },
              { "key": "twice", "type": "expression", "label": "T", "expression": "=n * 2" },
              { "key": "n", "type": "number", "label": "N", "conditional": { "hide": "=kind = \"off\"" } } ] }
            """);

        var data = FormEvaluator.Submit(form, """{ "kind": "off", "rows": [ { "kind": "on", "n": 4 }, { "kind": "off", "n": 5 } ] }""", Samples.Scope).Value;

        Assert.Equal(8, data.At("rows[0].twice").AsNumber());
        Assert.True(data.At("rows[1].n").IsNull);
        Assert.True(data.At("rows[2].n").IsNull);
    }

    [Fact]
    public void Prefill_FormWithDefaults_FillsWhatIsKnownOnce()
    {
        var form = Samples.Form("""
            { "key": "name", "type": "textfield", "label": "N", "approvals": { "prefill": "=applicant.name" } },
            { "key": "line", "type": "radio", "label": "L", "values": [ { "value": "x" }, { "value": "y" } ], "defaultValue": "x" },
            { "key": "day", "type": "date", "label": "D", "defaultValue": "=today" },
            { "key": "wrong", "type": "number", "label": "W", "defaultValue": "text" }
            """);

        var data = FormEvaluator.Prefill(form, Samples.Scope, Samples.Data(form, """{ "line": "y" }"""));

        Assert.Equal("""{"line":"y","name":"李试例","day":"2026-06-01"}""", data.ToJson());
    }

    [Fact]
    public void Evaluate_TextWithExpression_IsFilledAndEscaped()
    {
        var form = Samples.Form("""
            { "key": "who", "type": "textfield", "label": "W" },
            { "type": "text", "text": { "zh-CN": "您好，{{ who }}", "en": "Hello {{ who }}" } }
            """);

        var text = Samples.Evaluate(form, """{ "who": "<b>*x*" }""").Components[^1].Text!;

        Assert.Equal("Hello &lt;b&gt;\\*x\\*", text.En);
    }

    [Fact]
    public void Evaluate_Table_GivesItsRows()
    {
        var form = Samples.Form("""{ "type": "table", "label": "T", "dataSource": "=applicant.cards", "columns": [ { "key": "kind", "label": "Kind" } ] }""");
        var scope = Samples.Scope with
        {
            Applicant = FeelContext.Of(("cards", FeelValue.Of([FeelValue.Of(FeelContext.Of(("kind", FeelValue.Of("x"))))]))),
        };

        Assert.Single(Samples.Evaluate(form, "{}", scope).Components[0].Value.AsList());
    }

    [Fact]
    public void Evaluate_NamedList_OffersWhatTheScopeKnows()
    {
        var form = Samples.Form("""{ "key": "region", "type": "select", "label": "R", "approvals": { "list": "regions" } }""");
        var scope = Samples.Scope with
        {
            Lists = Samples.Scope.Lists.Add("regions", [new FormOption("220100", new LocalText("长春市", "Changchun"))]),
        };

        Assert.Empty(Samples.Errors(form, """{ "region": "220100" }""", scope));
        Assert.Equal(["region forms.choice"], Samples.Errors(form, """{ "region": "110000" }""", scope));
        Assert.Equal(["region forms.choice"], Samples.Errors(form, """{ "region": "220100" }"""));
        Assert.Equal("Changchun", Samples.Evaluate(form, "{}", scope).At("region")!.Options.Single().Label.En);
    }

    [Fact]
    public void Evaluate_ChoiceThatHasEnded_IsKeptByWhoeverChoseItAndOfferedToNobodyElse()
    {
        var form = Samples.Form("""{ "key": "region", "type": "select", "label": "R", "approvals": { "list": "regions" } }""");
        var scope = Samples.Scope with
        {
            Lists = Samples.Scope.Lists.Add("regions", [new FormOption("220100", new LocalText("长春市", "Changchun")) { HasEnded = true }]),
        };

        Assert.Equal(["region forms.choice"], Samples.Errors(form, """{ "region": "220100" }""", scope));
        Assert.Empty(Samples.Evaluate(form, "{}", scope).At("region")!.Options);
        var chosen = scope with { Before = Samples.Data(form, """{ "region": "220100" }""") };
        Assert.Empty(Samples.Errors(form, """{ "region": "220100" }""", chosen));
        Assert.Equal("长春市", Samples.Evaluate(form, """{ "region": "220100" }""", chosen).At("region")!.Options.Single().Label.Zh);
    }
}
