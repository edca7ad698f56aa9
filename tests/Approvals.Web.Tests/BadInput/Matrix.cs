namespace Approvals.Web.Tests.BadInput;

/// <summary>Every operation of the API with what its tests of bad input need. One that is missing here fails the build.</summary>
internal static partial class Matrix
{
    private static readonly object[] DaysAway = [new { from = "2026-03-02", to = "2026-03-03" }];
    private static readonly object Days = new { from = "2026-01-05", to = "2026-01-06", proofs = new[] { "tax", "travel" } };
    private static readonly object[] CoAuthors = [new { name = "钱试例" }];

    private static readonly object Message = new { subjectZh = "到期", subjectEn = "Due", bodyZh = "请办理。", bodyEn = "Please act.", number = 1 };

    private static readonly object Reminder = new
    {
        nameZh = "超期",
        nameEn = "Late",
        about = "officeTask",
        moment = "due",
        offsets = new[] { 2 },
        unit = "workingDays",
        to = new[] { "lead" },
        channels = new[] { "mail" },
        template = "task-red",
        delivery = "digest",
        enabled = false,
        etag = "0",
    };

    private const string Applicant = "zhou.jianhua";
    private const string Agent = "wang.fang";
    private const string Intake = "liu.ying";
    private const string Reviewer = "xu.lei";
    private const string Accounts = "admin.system";
    private const string Security = "admin.security";
    private const string Operator = "ops.cai";
    private const string Provider = "homes.lu";
    private const string Clerk = "liu.ying";
    private const string Lead = "jia.ning";
    private const string Expert = "expert.zou";
    private const string Editor = "zhou.min";
    private const string Auditor = "audit.he";
    private const string Publisher = "tao.ran";

    private static readonly object Somebody = new { name = "测试人", kind = "resident-id", number = "11010519491231002X" };
    private static readonly object Click = new { etag = "1", idempotencyKey = "click-0001" };
    private static readonly object Batch = new { tasks = new[] { new { id = Guid.Empty, etag = "1" } }, act = "approve", idempotencyKey = "click-0001" };
    private static readonly object Values = new { values = new { school = "试例大学" }, etag = "1" };
    private static readonly object Kind = new { version = Guid.Empty, activity = "review", code = "workflow.nobodyFits", idempotencyKey = "click-0001" };
    private static readonly object Why = new { reason = "政策调整。" };
    private static readonly object Way = new { from = Guid.Empty, to = Guid.Empty };
    private static readonly object Start = new { from = Guid.Empty, to = Guid.Empty, reason = "政策调整。", idempotencyKey = "click-0001" };
    private static readonly object Change = new { name = "新名", email = "someone.new@example.com", disabled = false };

    public static IReadOnlyList<Row> Rows { get; } = [.. OfPeople, .. OfOffices];

    public static TheoryData<string> Where(Func<Row, Operation, bool> fits) =>
        [.. Rows.Where(r => fits(r, Contract.Find(r.Operation))).Select(r => r.Operation)];

    public static TheoryData<string, string> Pairs(IEnumerable<(string Operation, string Part)> pairs)
    {
        var data = new TheoryData<string, string>();
        foreach (var (operation, part) in pairs)
        {
            data.Add(operation, part);
        }

        return data;
    }

    public static Row Find(string operation) => Rows.Single(r => r.Operation == operation);
}
