using System.Text;
using Approvals.Application.WorkTasks;
using Approvals.Domain.Forms;

namespace Approvals.Application.Tests.WorkTasks;

public sealed class BlindReadingTests
{
    private const string Questions = """
        { "id": "application", "type": "default", "schemaVersion": 16, "components": [
          { "key": "name", "type": "textfield", "label": { "zh-CN": "姓名", "en": "Name" }, "approvals": { "prefill": "=applicant.name" } },
          { "key": "company", "type": "textfield", "label": { "zh-CN": "单位", "en": "Company" }, "approvals": { "prefill": "=case.employer.name" } },
          { "key": "mobile", "type": "textfield", "label": { "zh-CN": "手机", "en": "Mobile" }, "approvals": { "sensitive": true } },
          { "key": "submitted", "type": "textfield", "label": { "zh-CN": "日期", "en": "Day" }, "approvals": { "prefill": "=case.submittedOn" } },
          { "key": "merit", "type": "textarea", "label": { "zh-CN": "业绩", "en": "Merit" } } ] }
        """;

    [Fact]
    public void Hidden_OfAForm_IsWhatTellsWhoApplies()
    {
        var form = Form.Read("application.json", Encoding.UTF8.GetBytes(Questions)).Form!;

        Assert.Equal(["company", "mobile", "name"], BlindReading.Hidden(form).Order());
    }

    [Theory]
    [InlineData("张明远-论文.pdf", "代表作.pdf")]
    [InlineData("scan", "代表作")]
    public void NameOf_ADocument_IsItsTypesWithTheFilesEnding(string file, string shown) => Assert.Equal(shown, BlindReading.NameOf("代表作", file));
}
