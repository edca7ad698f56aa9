using System.Text;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Forms;

public sealed class FormValuesTests
{
    private static readonly Form Form = Form.Read("f.json", Encoding.UTF8.GetBytes("""
        { "id": "f", "components": [
          { "type": "group", "label": "g", "components": [ { "key": "name", "type": "textfield", "label": "n" } ] },
          { "type": "group", "path": "home", "label": "h", "components": [ { "key": "street", "type": "textfield", "label": "s" } ] },
          { "type": "dynamiclist", "path": "rows", "label": "r", "components": [
            { "key": "a", "type": "textfield", "label": "a" }, { "key": "b", "type": "number", "label": "b" } ] } ] }
        """)).Form!;

    [Fact]
    public void ToFeel_OfNoAnswers_KnowsEveryKeyAsNullAndNoRows() =>
        Assert.Equal("""{"name": null, "home": {"street": null}, "rows": []}""", Shown(Form.ToFeel(null)));

    [Fact]
    public void ToFeel_OfARow_KnowsItsUnansweredKeys()
    {
        var answers = FormData.Read(Form, """{ "name": "n", "rows": [ { "a": "x" } ] }""").Data;

        Assert.Equal("""{"name": "n", "home": {"street": null}, "rows": [{"a": "x", "b": null}]}""", Shown(Form.ToFeel(answers)));
    }

    private static string Shown(FeelContext context) => FeelJson.ToJson(FeelValue.Of(context)).Replace(",", ", ", StringComparison.Ordinal).Replace(":", ": ", StringComparison.Ordinal);
}
