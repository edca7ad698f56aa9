namespace Approvals.Web.Tests.Rights;

/// <summary>Bodies that must name something real to come as far as the right; all others are the ones of the tests of bad input.</summary>
internal static class Bodies
{
    private const string Password = "demo-pass-2026";

    /// <summary>What begins an application for somebody present.</summary>
    public static object AtCounter { get; } = new
    {
        service = WholeOffice.Code,
        person = new { name = "测试人", kind = "resident-id", number = "11010519491231002X" },
        documentSeen = true,
    };

    public static object? Of(string operation, Office office, Asker asker) => operation switch
    {
        "POST /api/session" => new { userName = Office.Others, password = Password },
        "POST /api/session/confirm-password" => new { password = Password },
        "POST /api/account/password" => new { current = Password, password = Password },
        "POST /api/session/demo" => new { userName = Office.Others },
        "POST /api/inbox/batch" => Batch(office, asker),
        "POST /api/policy/services/{code}/replays" => new { version = office.Shared["version in force"], idempotencyKey = "click-0001", atMost = 10, open = false },
        "POST /api/studio/feel/check" or "POST /api/studio/feel/try" => new { draft = office.Shared["version in force"], file = "workflow.json", expression = "today > today" },
        "POST /api/policy/migrations/plan" or "POST /api/policy/migrations/trial" => new { from = office.Shared["version in force"], to = office.Shared["version in force"] },
        "POST /api/policy/migrations" => new { from = office.Shared["version in force"], to = office.Shared["version in force"], reason = "政策调整。", idempotencyKey = "click-0001" },
        "POST /api/substitutions" => new
        {
            person = office.Of(Office.Askers[1], Whose.Here)!.Ids["team"],
            substitute = office.Of(asker, Whose.There)!.Ids["team"],
            from = "2026-01-05",
            to = "2026-01-06",
            reason = "休假",
        },
        "POST /api/counter/drafts" => AtCounter,
        "POST /api/represented/{id}/drafts" => new { service = WholeOffice.Code },
        "POST /api/experts" => new { user = Place.Here.Expert, region = Place.Here.County, fields = new[] { "optics" } },
        "POST /api/waiting-lists" => new { service = WholeOffice.Code, code = "more", nameZh = "物品", nameEn = "Things", region = Place.Here.City, organisation = office.Shared["provider"] },
        "PUT /api/waiting-lists/{id}" => new { etag = "0", nameZh = "物品", nameEn = "Things", closed = false, organisation = office.Shared["provider"] },
        "POST /api/resources" => new { code = "desk-more", nameZh = "窗口", nameEn = "Desk", organisation = office.Shared["provider"], slotMinutes = 30 },
        _ => null,
    };

    private static object Batch(Office office, Asker asker) => new
    {
        tasks = new[] { new { id = office.Of(asker, Whose.Here)!.Tasks.GetValueOrDefault(Addresses.StepOf("", asker)), etag = "1" } },
        act = "approve",
        idempotencyKey = "click-0001",
    };
}
