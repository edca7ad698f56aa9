using Approvals.Domain.Forms;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Tests.Forms;

public sealed class FormReaderTests
{
    [Theory]
    [InlineData("""{ "key": "a b", "type": "textfield", "label": "L" }""", "forms.key")]
    [InlineData("""{ "key": "today", "type": "textfield", "label": "L" }""", "forms.key")]
    [InlineData("""{ "key": "a", "type": "textfield", "label": "L" }, { "key": "a", "type": "number", "label": "L" }""", "forms.keyTwice")]
    [InlineData("""{ "key": "a", "type": "colour", "label": "L" }""", "package.json.choice")]
    [InlineData("""{ "type": "textfield", "label": "L" }""", "package.json.missing")]
    [InlineData("""{ "key": "a", "type": "textfield" }""", "package.json.missing")]
    [InlineData("""{ "key": "a", "type": "select", "label": "L" }""", "forms.noChoices")]
    [InlineData("""{ "key": "a", "type": "select", "label": "L", "values": [ { "value": "x" }, { "value": "x" } ] }""", "forms.choiceTwice")]
    [InlineData("""{ "key": "a", "type": "textfield", "label": "L", "validate": { "pattern": "(" } }""", "forms.pattern")]
    [InlineData("""{ "key": "a", "type": "textfield", "label": "L", "validate": { "pattern": "(?=x)" } }""", "forms.pattern")]
    [InlineData("""{ "key": "a", "type": "textfield", "label": "L", "conditional": { "hide": "=a +" } }""", "package.feel")]
    [InlineData("""{ "key": "a", "type": "textfield", "label": { "zh-CN": "甲" } }""", "package.json.languages")]
    [InlineData("""{ "key": "a", "type": "textfield", "label": "L", "approvals": { "sensitive": true, "searchable": "text" } }""", "forms.sensitiveSearchable")]
    [InlineData("""{ "key": "a", "type": "textfield", "label": "L", "approvals": { "format": "licence" } }""", "package.json.choice")]
    [InlineData("""{ "key": "a", "type": "expression", "label": "L" }""", "package.json.missing")]
    [InlineData("""{ "key": "a", "type": "datetime", "subtype": "time", "label": "L" }""", "forms.timeNotSupported")]
    [InlineData("""{ "type": "text", "text": "{{ a" }""", "forms.text")]
    public void Read_BrokenComponent_IsNamed(string components, string code)
    {
        var load = Samples.Load(components);

        Assert.Null(load.Form);
        Assert.Contains(code, load.Problems.Select(p => p.Code));
    }

    [Fact]
    public void Read_UnknownProperty_IsAWarning()
    {
        var load = Samples.Load("""{ "key": "a", "type": "textfield", "label": "L", "validate": { "requried": true } }""");

        Assert.NotNull(load.Form);
        Assert.Equal((ProblemSeverity.Warning, "/components/0/validate/requried"), (load.Problems.Single().Severity, load.Problems.Single().Place));
    }

    [Fact]
    public void Read_ComponentsOfOtherEditors_AreTakenOver()
    {
        var form = Samples.Form("""
            { "id": "Field_1", "key": "day", "type": "datetime", "subtype": "date", "dateLabel": "Day", "label": "Day", "layout": { "row": "Row_1" } },
            { "key": "tags", "type": "taglist", "label": "Tags", "values": [ { "label": "One", "value": "1" } ] },
            { "id": "Line", "type": "separator" }
            """);

        Assert.Equal([FormComponentType.Date, FormComponentType.Checklist, FormComponentType.Text], form.Components.Select(c => c.Type));
    }

    [Fact]
    public void FieldAt_PathWithRow_FindsTheField()
    {
        var form = Samples.Form("""{ "type": "dynamiclist", "path": "rows", "label": "R", "components": [ { "key": "a", "type": "date", "label": "A" } ] }""");

        Assert.Equal("rows[].a", form.FieldAt("rows[12].a")!.Path);
        Assert.Null(form.FieldAt("rows[1].b"));
    }
}
