using System.Text;
using System.Text.Json;
using Approvals.Domain.Forms;

namespace Approvals.Domain.Tests.Forms;

public sealed class FormEffectTests
{
    private static readonly FormScope Scope = new() { Now = DateTimeOffset.UnixEpoch, Today = new DateOnly(2026, 11, 20) };

    [Fact]
    public void Of_FieldRemovedAndFieldRequired_NamesBoth()
    {
        var before = Form("""{ "key": "a", "type": "textfield", "label": "A" }, { "key": "b", "type": "textfield", "label": "B" }""");
        var after = Form("""{ "key": "b", "type": "textfield", "label": "B", "validate": { "required": true } }, { "key": "c", "type": "textfield", "label": "C", "validate": { "required": "=b = null" } }""");

        var effect = FormEffect.Of(before, after, JsonSerializer.SerializeToElement(new { a = "x" }), Scope);

        Assert.Equal(["a"], effect.Dropped);
        Assert.Equal(["b", "c"], effect.Required);
    }

    [Fact]
    public void Of_WhatWasMissingBefore_IsNotNew()
    {
        var form = Form("""{ "key": "a", "type": "textfield", "label": "A", "validate": { "required": true } }""");

        var effect = FormEffect.Of(form, form, JsonSerializer.SerializeToElement(new { }), Scope);

        Assert.Empty(effect.Dropped);
        Assert.Empty(effect.Required);
    }

    private static Form Form(string components) =>
        Domain.Forms.Form.Read("forms/a.json", Encoding.UTF8.GetBytes($$"""{ "id": "a", "components": [{{components}}] }""")).Form!;
}
