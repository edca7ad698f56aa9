using Approvals.Domain.Forms;

namespace Approvals.Domain.Tests.Forms;

public sealed class SettlingTests
{
    [Fact]
    public void Evaluate_OfFieldsThatDependOnEachOtherInARing_NamesThem()
    {
        var form = Samples.Form("""
            {"type": "expression", "key": "one", "label": {"zh-CN": "值", "en": "Value"}, "expression": "=if two = null then 1 else two + 1"},
            {"type": "expression", "key": "two", "label": {"zh-CN": "值", "en": "Value"}, "expression": "=if one = null then 1 else one + 1"}
            """);

        var told = Assert.Single(FormEvaluator.Evaluate(form, FormData.Empty, Samples.Scope).Diagnostics, d => d.Code == "forms.unsettled");

        Assert.Equal("one, two", told.Data["fields"]);
    }

    [Fact]
    public void Evaluate_OfAChainThatComesToRest_SaysNothing()
    {
        var form = Samples.Form("""
            {"type": "expression", "key": "two", "label": {"zh-CN": "值", "en": "Value"}, "expression": "=one + 1"},
            {"type": "expression", "key": "one", "label": {"zh-CN": "值", "en": "Value"}, "expression": "=1"}
            """);

        Assert.DoesNotContain(FormEvaluator.Evaluate(form, FormData.Empty, Samples.Scope).Diagnostics, d => d.Code == "forms.unsettled");
    }
}
