using Approvals.Domain.Forms;

namespace Approvals.Domain.Tests.Forms;

public sealed class FieldRightsTests
{
    private static readonly Form Form = Samples.Form("""
        { "key": "name", "type": "textfield", "label": "N", "validate": { "required": true } },
        { "key": "kind", "type": "textfield", "label": "K" },
        { "key": "extra", "type": "textfield", "label": "E", "conditional": { "hide": "=kind != \"x\"" }, "validate": { "required": true } },
        { "key": "pay", "type": "number", "label": "P", "approvals": { "readers": ["Reviewer"] } },
        { "key": "rows", "type": "dynamiclist", "label": "R", "components": [
          { "key": "a", "type": "textfield", "label": "A" }, { "key": "b", "type": "textfield", "label": "B" } ] }
        """);

    private static readonly FormData Before = Samples.Data(Form, """{ "name": "张试例", "kind": "y", "pay": 10, "rows": [ { "a": "1", "b": "2" } ] }""");

    [Fact]
    public void Submit_OnlyNamedFieldsOpen_RefusesOthers()
    {
        var scope = Samples.Scope with { Before = Before, Rights = FieldRights.Only(["name"]) };

        Assert.Equal(["kind forms.notOpen"], Samples.Errors(Form, """{ "name": "李试例", "kind": "z" }""", scope));
    }

    [Fact]
    public void Submit_OnlyNamedFieldsOpen_KeepsWhatIsNotSent()
    {
        var scope = Samples.Scope with { Before = Before, Rights = FieldRights.Only(["name"]) };

        var data = FormEvaluator.Submit(Form, """{ "name": "李试例" }""", scope).Value;

        Assert.Equal("""{"name":"李试例","kind":"y","pay":10,"rows":[{"a":"1","b":"2"}]}""", data.ToJson());
    }

    [Fact]
    public void Submit_CorrectionBringsOnAField_ThatFieldIsOpen()
    {
        var scope = Samples.Scope with { Before = Before, Rights = FieldRights.Only(["kind"]) };

        Assert.Equal(["extra forms.required"], Samples.Errors(Form, """{ "kind": "x" }""", scope));
        Assert.Equal("new", FormEvaluator.Submit(Form, """{ "kind": "x", "extra": "new" }""", scope).Value.At("extra").AsString());
    }

    [Fact]
    public void Submit_OneFieldOfARowOpen_LeavesTheRestOfTheRow()
    {
        var scope = Samples.Scope with { Before = Before, Rights = FieldRights.Only(["rows[0].b"]) };

        var data = FormEvaluator.Submit(Form, """{ "rows": [ { "a": "1", "b": "3" }, { "a": "more" } ] }""", scope).Value;

        Assert.Equal("""[{"a":"1","b":"3"}]""", Approvals.Feel.FeelJson.ToJson(data.At("rows")));
        Assert.Equal(["rows[0].a forms.notOpen"], Samples.Errors(Form, """{ "rows": [ { "a": "9", "b": "3" } ] }""", scope));
    }

    [Fact]
    public void Evaluate_FieldWithReaders_IsHiddenFromOthersButKept()
    {
        var scope = Samples.Scope with { Before = Before, Roles = ["Operator"] };

        var state = Samples.Evaluate(Form, """{ "name": "张试例" }""", scope);

        Assert.Null(state.At("pay"));
        Assert.Equal(10, state.Data.At("pay").AsNumber());
        Assert.NotNull(Samples.Evaluate(Form, """{ "name": "张试例" }""", scope with { Roles = ["Reviewer"] }).At("pay"));
    }

    [Fact]
    public void Evaluate_HiddenByRights_IsNotShown()
    {
        var scope = Samples.Scope with { Before = Before, Rights = new FieldRights { Hidden = ["rows"], ReadOnly = ["name"] } };

        var state = Samples.Evaluate(Form, "{}", scope);

        Assert.Null(state.At("rows[0].a"));
        Assert.Equal(FieldAccess.ReadOnly, state.At("name")!.Access);
        Assert.Equal(FieldAccess.Editable, state.At("kind")!.Access);
        Assert.True(state.IsValid);
    }

    [Fact]
    public void Submit_ReadOnlyField_TakesItsDefaultNotTheAnswer()
    {
        var form = Samples.Form("""{ "key": "who", "type": "textfield", "label": "W", "readonly": true, "approvals": { "prefill": "=applicant.name" } }""");

        Assert.Equal("李试例", FormEvaluator.Submit(form, "{}", Samples.Scope).Value.At("who").AsString());
        Assert.Equal(["who forms.notOpen"], Samples.Errors(form, """{ "who": "forged" }"""));
    }
}
