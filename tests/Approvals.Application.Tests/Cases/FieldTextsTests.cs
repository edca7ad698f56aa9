using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Cases;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Application.Tests.Cases;

public sealed class FieldTextsTests
{
    private static readonly ImmutableDictionary<string, ImmutableArray<FormOption>> Lists =
        ImmutableDictionary<string, ImmutableArray<FormOption>>.Empty.Add("countries", [new("CHN", new LocalText("中国", "China"))]);

    private static readonly Form Form = Form.Read("f.json", Encoding.UTF8.GetBytes("""
        {"id": "f", "components": [{"type": "select", "key": "nation", "label": {"zh-CN": "国籍", "en": "Nationality"}, "approvals": {"list": "countries"}}]}
        """)).Form!;

    [Fact]
    public void Of_ACodeOfAList_IsItsLabel() =>
        Assert.Equal(new LocalText("中国", "China"), FieldTexts.Of(Form.FieldAt("nation"), FeelValue.Of("CHN"), Lists));

    [Fact]
    public void Of_ACodeTheListDoesNotKnow_StaysAsItWasGiven() =>
        Assert.Equal(new LocalText("XYZ", "XYZ"), FieldTexts.Of(Form.FieldAt("nation"), FeelValue.Of("XYZ"), Lists));

    [Fact]
    public void Of_ATick_IsAWord() => Assert.Equal("是", FieldTexts.Of(null, FeelValue.True, Lists).Zh);
}
