using System.Text.Json;
using Approvals.Domain.Forms;

namespace Approvals.Domain.Tests.Forms;

public sealed class FormEffectTests
{
    [Fact]
    public void Of_FieldRemovedAndFieldRequired_NamesBoth()
    {
        var before = Samples.Form("""{ "key": "a", "type": "textfield", "label": "A" }, { "key": "b", "type": "textfield", "label": "B" }""");
        var after = Samples.Form("""{ "key": "b", "type": "textfield", "label": "B", "validate": { "required": true } }, { "key": "c", "type": "textfield", "label": "C", "validate": { "required": "=b = null" } }""");

        var effect = FormEffect.Of(before, after, JsonSerializer.SerializeToElement(new { a = "x" }), Samples.Scope);

        Assert.Equal("a", string.Join(' ', effect.Dropped));
        Assert.Equal("b c", string.Join(' ', effect.Required));
    }

    [Fact]
    public void Of_WhatWasMissingBefore_IsNotNew()
    {
        var form = Samples.Form("""{ "key": "a", "type": "textfield", "label": "A", "validate": { "required": true } }""");

        var effect = FormEffect.Of(form, form, JsonSerializer.SerializeToElement(new { }), Samples.Scope);

        Assert.Empty(effect.Dropped);
        Assert.Empty(effect.Required);
    }
}
