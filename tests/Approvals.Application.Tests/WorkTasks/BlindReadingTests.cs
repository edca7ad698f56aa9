using System.Text;
using Approvals.Application.WorkTasks;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;

namespace Approvals.Application.Tests.WorkTasks;

public sealed class BlindReadingTests
{
    private const string Questions = """
        { "id": "application", "type": "default", "schemaVersion": 16, "components": [
          { "key": "name", "type": "textfield", "label": { "zh-CN": "姓名", "en": "Name" }, "approvals": { "prefill": "=applicant.name" } },
          { "key": "company", "type": "textfield", "label": { "zh-CN": "单位", "en": "Company" }, "approvals": { "prefill": "=case.employer.name" } },
          { "key": "mobile", "type": "textfield", "label": { "zh-CN": "手机", "en": "Mobile" }, "approvals": { "sensitive": true } },
          { "key": "submitted", "type": "textfield", "label": { "zh-CN": "日期", "en": "Day" }, "approvals": { "prefill": "=case.submittedOn" } },
          { "key": "former", "type": "textfield", "label": { "zh-CN": "原单位", "en": "Former employer" }, "approvals": { "identifying": true } },
          { "key": "contract", "type": "filepicker", "label": { "zh-CN": "合同", "en": "Contract" }, "approvals": { "document": "contract" } },
          { "key": "licence", "type": "filepicker", "label": { "zh-CN": "执照", "en": "Licence" }, "approvals": { "document": "licence" } },
          { "key": "paper", "type": "filepicker", "label": { "zh-CN": "论文", "en": "Paper" }, "approvals": { "document": "paper" } },
          { "key": "merit", "type": "textarea", "label": { "zh-CN": "业绩", "en": "Merit" } } ] }
        """;

    private static readonly ServiceInfo Service = new()
    {
        Code = "small", Number = "91", Name = new LocalText("小额补助", "Small grant"),
        Documents =
        [
            new DocumentDemand { Type = "contract", Name = new LocalText("合同", "Contract"), Identifying = true },
            new DocumentDemand { Type = "licence", Name = new LocalText("执照", "Licence"), Sensitive = true },
            new DocumentDemand { Type = "paper", Name = new LocalText("论文", "Paper") },
        ],
    };

    [Fact]
    public void Hidden_OfAForm_IsWhatTellsWhoApplies()
    {
        var form = Form.Read("application.json", Encoding.UTF8.GetBytes(Questions)).Form!;

        Assert.Equal(["company", "contract", "former", "licence", "mobile", "name"], BlindReading.Hidden(Service, form).Order());
    }

    [Theory]
    [InlineData("contract", false)]
    [InlineData("licence", false)]
    [InlineData("paper", true)]
    public void Shows_ADocument_OnlyWhereItDoesNotTellWhoApplies(string type, bool shown) => Assert.Equal(shown, BlindReading.Shows(Service, type));

    [Theory]
    [InlineData("张明远-论文.pdf", "代表作.pdf")]
    [InlineData("scan", "代表作")]
    public void NameOf_ADocument_IsItsTypesWithTheFilesEnding(string file, string shown) => Assert.Equal(shown, BlindReading.NameOf("代表作", file));
}
