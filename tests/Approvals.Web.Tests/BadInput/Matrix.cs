namespace Approvals.Web.Tests.BadInput;

/// <summary>Whose thing an address names.</summary>
internal enum Thing
{
    /// <summary>Nobody's in particular.</summary>
    None,

    /// <summary>Something open to everybody.</summary>
    Public,

    Draft,
    Document,
    Letter,
    Case,
    Correction,
    Task,
    Phrase,

    /// <summary>A view of the inbox that somebody saved.</summary>
    View,

    /// <summary>A waiting list, and what hangs on it.</summary>
    List,
    Quota,
    Entry,
    Offer,
    Resource,
    Booking,
    Relative,

    /// <summary>Somebody's ledger of presence, an entry of it, and a document that shows one.</summary>
    Presence,
    PresenceEntry,
    PresenceProof,

    /// <summary>A key, and where its owner is told.</summary>
    Key,
    Webhook,
    Delivery,

    /// <summary>What only a role may touch; <see cref="Row.Outsider"/> has none.</summary>
    Office,
}

/// <summary>What the tests of bad input need to know of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="By">Somebody who may ask for it; null where nobody need be signed in.</param>
/// <param name="Thing">Whose thing its address names.</param>
/// <param name="Body">A body that is well formed.</param>
internal sealed record Row(string Operation, string? By, Thing Thing = Thing.None, object? Body = null)
{
    /// <summary>Somebody of the same kind to whom the thing does not belong.</summary>
    public string Outsider => Thing is Thing.Task ? "he.jing" : Thing is Thing.Phrase or Thing.View ? "gao.xiang" : "li.ruolan";

    public override string ToString() => Operation;
}

/// <summary>Every operation of the API with what its tests of bad input need. One that is missing here fails the build.</summary>
internal static class Matrix
{
    private static readonly object[] DaysAway = [new { from = "2026-03-02", to = "2026-03-03" }];
    private static readonly object Days = new { from = "2026-01-05", to = "2026-01-06", proofs = new[] { "tax", "travel" } };
    private static readonly object[] CoAuthors = [new { name = "钱试例" }];

    private static readonly object Message = new { subjectZh = "到期", subjectEn = "Due", bodyZh = "请办理。", bodyEn = "Please act.", number = 1 };

    private static readonly object Reminder = new
    {
        nameZh = "超期", nameEn = "Late", about = "officeTask", moment = "due", offsets = new[] { 2 }, unit = "workingDays", to = new[] { "lead" }, channels = new[] { "mail" }, template = "task-red",
        delivery = "digest", enabled = false,
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

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new("GET /api/antiforgery", null),
        new("GET /api/session", null),
        new("POST /api/session", null, Body: new { userName = "nobody.known", password = "wrong-pass-2026" }),
        new("DELETE /api/session", null),
        new("POST /api/session/two-factor", null, Body: new { code = "000000" }),
        new("POST /api/session/confirm-password", null, Body: new { password = "wrong-pass-2026" }),
        new("POST /api/session/demo", null, Body: new { userName = "nobody.known" }),
        new("POST /api/account/register", null, Body: new { name = "测试人", email = "a.person@example.com", userName = "a.person", password = "demo-pass-2026" }),
        new("POST /api/account/confirm", null, Body: new { userId = "nobody", token = "none" }),
        new("POST /api/account/forgot", null, Body: new { email = "nobody@example.com" }),
        new("POST /api/account/reset", null, Body: new { userId = "nobody", token = "none", password = "demo-pass-2026" }),
        new("POST /api/account/password", Reviewer, Body: new { current = "wrong-pass-2026", password = "another-pass-7" }),
        new("GET /api/notices", null),
        new("GET /api/notices/{id}", null, Thing.Public),
        new("POST /api/notices/{id}/objections", null, Thing.Public, new { name = "周到", contact = "13900000000", reason = "与事实不符。" }),
        new("GET /api/verify/{token}", null),
        new("GET /api/account/two-factor", Reviewer),
        new("POST /api/account/two-factor", Reviewer, Body: new { code = "000000" }),
        new("GET /api/home", Applicant),
        new("GET /api/me", Applicant),
        new("POST /api/me/reveal", Applicant),
        new("POST /api/me/identity", Applicant, Body: new { kind = "resident-id", number = "11010519491231002X" }),
        new("GET /api/employers", Applicant),
        new("GET /api/lists/{name}", Applicant),
        new("GET /api/letters/{id}", Applicant, Thing.Letter),
        new("GET /api/letters/{id}/pdf", Applicant, Thing.Letter),
        new("POST /api/letters/{id}/pick-up", Intake, Thing.Letter, new { receivedBy = "本人" }),
        new("GET /api/verify/letters/{token}", null),
        new("GET /api/feedback", Applicant),
        new("POST /api/cases/{id}/rating", Applicant, Thing.Case, new { level = 5, text = "很快", named = true }),
        new("POST /api/cases/{id}/complaints", Applicant, Thing.Case, new { topic = "delay", text = "三周没有进展。", idempotencyKey = "click-0001" }),
        new("GET /api/work/feedback", Lead, Thing.Office),
        new("POST /api/work/feedback/{id}/contact", Lead, Thing.Office, new { etag = "0", note = "已联系。" }),
        new("POST /api/work/feedback/{id}/answer", Lead, Thing.Office, new { etag = "0", text = "已整改。", outcome = "upheld" }),
        new("GET /api/me/data", Applicant),
        new("GET /api/me/data/archive", Applicant),
        new("POST /api/me/data/corrections", Applicant, Body: new { field = "name", value = "周改", reason = "姓名有误", identifierKind = "resident-id" }),
        new("POST /api/me/data/erasure", Applicant, Body: new { reason = "不再使用" }),
        new("DELETE /api/me/data/requests/{id}", Applicant, Thing.Office),
        new("DELETE /api/me/data/consents/{id}", Applicant, Thing.Office),
        new("GET /api/work/data-requests", Lead, Thing.Office),
        new("POST /api/work/data-requests/{id}/decide", Lead, Thing.Office, new { etag = "0", granted = true, reason = "经核实" }),
        new("GET /api/news", Applicant),
        new("GET /api/news/events", Applicant),
        new("GET /api/me/reminders", Applicant),
        new("PUT /api/me/reminders/{code}", Applicant, Body: new { on = false }),
        new("GET /api/admin/reminders", Accounts, Thing.Office),
        new("PUT /api/admin/reminders/{code}", Accounts, Thing.Office, Reminder),
        new("GET /api/admin/messages", Accounts, Thing.Office),
        new("PUT /api/admin/messages/{name}", Accounts, Thing.Office, Message),
        new("POST /api/admin/messages/{name}/preview", Accounts, Thing.Office, Message),
        new("GET /api/admin/dead-letters", Operator, Thing.Office),
        new("POST /api/admin/dead-letters/{id}/resend", Operator, Thing.Office),
        new("POST /api/news/read", Applicant),
        new("POST /api/news/{id}/read", Applicant, Thing.Office),
        new("GET /api/cards", Applicant),
        new("GET /api/keys", Applicant),
        new("POST /api/keys", Applicant, Body: new { name = "程序", scopes = new[] { "cases.read" }, lastDay = "2026-01-05", idempotencyKey = "click-0001" }),
        new("DELETE /api/keys/{id}", Applicant, Thing.Key),
        new("GET /api/admin/keys", Accounts, Thing.Office),
        new("GET /api/webhooks", Applicant),
        new("POST /api/webhooks", Applicant, Body: new { name = "程序", url = "https://nowhere.example.org", events = new[] { "case.changed" }, idempotencyKey = "click-0001" }),
        new("DELETE /api/webhooks/{id}", Applicant, Thing.Webhook),
        new("POST /api/webhooks/{id}/trial", Applicant, Thing.Webhook, new { idempotencyKey = "click-0001" }),
        new("GET /api/webhooks/{id}/deliveries", Applicant, Thing.Webhook),
        new("POST /api/webhook-deliveries/{id}/resend", Applicant, Thing.Delivery),
        new("GET /api/family", Applicant),
        new("POST /api/family/{id}/end", Applicant, Thing.Relative),
        new("GET /api/presence", Applicant),
        new("GET /api/presence/sheet", Applicant),
        new("POST /api/presence/entries", Applicant, Body: Days),
        new("GET /api/presence/people", Lead),
        new("GET /api/presence/people/{id}", Lead, Thing.Presence),
        new("GET /api/presence/people/{id}/sheet", Lead, Thing.Presence),
        new("POST /api/presence/people/{id}/entries", Applicant, Thing.Presence, Days),
        new("POST /api/presence/entries/{id}/correction", Applicant, Thing.PresenceEntry, new { from = "2026-01-05", to = "2026-01-06", proofs = new[] { "tax", "travel" }, reason = "日期有误", etag = "0" }),
        new("POST /api/presence/entries/{id}/withdrawal", Applicant, Thing.PresenceEntry, new { reason = "重复登记" }),
        new("POST /api/presence/entries/{id}/confirmation", Agent, Thing.Office),
        new("POST /api/presence/entries/{id}/documents", Applicant, Thing.PresenceEntry),
        new("GET /api/presence/documents/{id}", Applicant, Thing.PresenceProof),
        new("POST /api/employers/{id}/presence", Agent, Thing.Office),
        new("GET /api/regions", Security),
        new("GET /api/organisations", Security, Thing.Office),
        new("GET /api/demo/clock", Applicant),
        new("POST /api/demo/clock", Applicant, Body: new { to = "2000-01-01T00:00:00Z" }),
        new("GET /api/services", Applicant),
        new("GET /api/services/{code}", Applicant),
        new("POST /api/services/{code}/eligibility", Applicant, Body: new { answers = new { outside = true } }),
        new("POST /api/services/{code}/drafts", Applicant),
        new("GET /api/drafts/{id}", Applicant, Thing.Draft),
        new("PUT /api/drafts/{id}", Applicant, Thing.Draft, Values),
        new("DELETE /api/drafts/{id}", Applicant, Thing.Draft),
        new("POST /api/drafts/{id}/check", Applicant, Thing.Draft),
        new("POST /api/drafts/{id}/submit", Applicant, Thing.Draft, Click),
        new("POST /api/documents", Applicant),
        new("GET /api/documents/{id}", Applicant, Thing.Document),
        new("DELETE /api/documents/{id}", Applicant, Thing.Document),
        new("GET /api/cases", Applicant),
        new("GET /api/cases/sheet", Applicant),
        new("GET /api/cases/{id}/map", Applicant, Thing.Case),
        new("GET /api/cases/{id}/due", Applicant, Thing.Case),
        new("GET /api/cases/{id}", Applicant, Thing.Case),
        new("GET /api/cases/{id}/work", Reviewer, Thing.Case),
        new("POST /api/cases/{id}/withdraw", Applicant, Thing.Case, new { reason = "不再需要" }),
        new("POST /api/cases/{id}/urge", Applicant, Thing.Case),
        new("POST /api/cases/{id}/messages", Applicant, Thing.Case, new { text = "请问进度如何？" }),
        new("POST /api/cases/{id}/supply", Applicant, Thing.Case, new { documents = Array.Empty<Guid>() }),
        new("GET /api/tasks/{id}/correction", Applicant, Thing.Correction),
        new("PUT /api/tasks/{id}/correction", Applicant, Thing.Correction, Values),
        new("POST /api/tasks/{id}/correction/submit", Applicant, Thing.Correction, Click),
        new("POST /api/tasks/{id}/statement", Applicant, Thing.Correction, new { idempotencyKey = "click-0001", text = "情况属实。" }),
        new("GET /api/outside/tasks", Operator, Thing.Office),
        new("POST /api/outside/tasks/{id}/done", Operator, Thing.Office, new { idempotencyKey = "click-0001", result = new { pages = 2 } }),
        new("GET /api/inbox", Reviewer),
        new("POST /api/inbox/claim-next", Applicant, Body: new { service = "no-such-service" }),
        new("POST /api/inbox/batch", Reviewer, Body: Batch),
        new("GET /api/inbox/sheet", Reviewer),
        new("GET /api/search-fields", Reviewer),
        new("GET /api/views", Reviewer),
        new("POST /api/views", Reviewer, Body: new { name = "视图", query = "tab=todo", columns = new[] { "service" } }),
        new("DELETE /api/views/{id}", Reviewer, Thing.View),
        new("GET /api/figures", Lead, Thing.Office),
        new("GET /api/figures/sheet", Lead, Thing.Office),
        new("GET /api/figures/cases", Lead, Thing.Office),
        new("GET /api/figures/cases/sheet", Lead, Thing.Office),
        new("GET /api/meeting", Lead, Thing.Office),
        new("GET /api/meeting/sheet", Lead, Thing.Office),
        new("GET /api/phrases", Reviewer),
        new("POST /api/phrases", Reviewer, Body: new { text = "材料齐全。" }),
        new("DELETE /api/phrases/{id}", Reviewer, Thing.Phrase),
        new("GET /api/tasks/{id}", Agent, Thing.Task),
        new("POST /api/tasks/{id}/ticks", Agent, Thing.Task, new { document = Guid.Empty, ok = true }),
        new("GET /api/tasks/{id}/colleagues", Agent, Thing.Task),
        new("POST /api/tasks/{id}/claim", Agent, Thing.Task),
        new("DELETE /api/tasks/{id}/claim", Agent, Thing.Task),
        new("POST /api/tasks/{id}/acts/{act}", Agent, Thing.Task, Click),
        new("POST /api/tasks/{id}/form", Agent, Thing.Task, new { values = new { note = "x" } }),
        new("POST /api/tasks/{id}/reveal", Agent, Thing.Task, new { path = "idNumber", reason = "核对证件" }),
        new("GET /api/waiting-lists", Provider, Thing.Office),
        new("POST /api/waiting-lists", Provider, Thing.Office, new { service = "no-such-service", code = "things", nameZh = "物品", nameEn = "Things", region = "220100" }),
        new("PUT /api/waiting-lists/{id}", Provider, Thing.List, new { etag = "0", nameZh = "物品", nameEn = "Things", closed = false }),
        new("GET /api/waiting-lists/{id}/entries", Provider, Thing.List),
        new("GET /api/waiting-lists/{id}/entries/sheet", Provider, Thing.List),
        new("POST /api/waiting-lists/{id}/offers", Provider, Thing.List, new { idempotencyKey = "click-0001" }),
        new("GET /api/waiting-lists/{id}/quotas", Provider, Thing.List),
        new("POST /api/waiting-lists/{id}/quotas", Provider, Thing.List, new { idempotencyKey = "click-0001", nameZh = "批次", nameEn = "Batch", total = 1 }),
        new("GET /api/waiting-entries/{id}", Provider, Thing.Entry),
        new("POST /api/waiting-entries/{id}/place", Provider, Thing.Entry, new { etag = "0", idempotencyKey = "click-0001", place = 1, reason = "登记有误" }),
        new("POST /api/offers/{id}/answer", Applicant, Thing.Offer, new { etag = "0", idempotencyKey = "click-0001", accepted = true }),
        new("POST /api/offers/{id}/withdraw", Provider, Thing.Offer, new { reason = "登记有误" }),
        new("GET /api/cases/{id}/waiting", Applicant, Thing.Case),
        new("PUT /api/quotas/{id}", Provider, Thing.Quota, new { etag = "0", nameZh = "批次", nameEn = "Batch", total = 1, closed = false }),
        new("GET /api/resources", Provider, Thing.Office),
        new("GET /api/resources/sheet", Provider, Thing.Office),
        new("POST /api/resources", Provider, Thing.Office, new { code = "desk", nameZh = "窗口", nameEn = "Desk", organisation = Guid.Empty, slotMinutes = 30 }),
        new("PUT /api/resources/{id}", Provider, Thing.Resource, new { etag = "0", nameZh = "窗口", nameEn = "Desk", slotMinutes = 30, closed = false }),
        new("POST /api/resources/{id}/free", Provider, Thing.Resource, new { etag = "0", reason = "租约期满" }),
        new("GET /api/resources/template", Provider, Thing.Office),
        new("POST /api/resources/import", Provider, Thing.Office),
        new("GET /api/bookings", Provider, Thing.Office),
        new("GET /api/bookings/own", Applicant),
        new("GET /api/bookings/calendar", Provider, Thing.Office),
        new("GET /api/bookings/{id}", Provider, Thing.Booking),
        new("POST /api/bookings/{id}/answer", Provider, Thing.Booking, new { etag = "0", idempotencyKey = "click-0001", answer = "refuse", note = "已满" }),
        new("POST /api/bookings/{id}/reply", Applicant, Thing.Booking, new { etag = "0", idempotencyKey = "click-0001", reply = "cancel" }),
        new("POST /api/bookings/{id}/attendance", Provider, Thing.Booking, new { etag = "0", idempotencyKey = "click-0001", attended = true }),
        new("GET /api/cases/{id}/bookings", Applicant, Thing.Case),
        new("GET /api/mandates", Agent),
        new("POST /api/mandates", Applicant, Body: new { uscc = "91220104MA99A00145", name = "长春北湖光电科技有限公司", region = "220104", from = "2000-01-01", to = "2000-01-02" }),
        new("POST /api/mandates/{id}/documents", Applicant, Thing.Office),
        new("POST /api/mandates/{id}/decision", Clerk, Thing.Office, new { granted = true, etag = "0" }),
        new("POST /api/mandates/{id}/revoke", Agent, Thing.Office, new { reason = "离职" }),
        new("GET /api/employer-desk", Clerk, Thing.Office),
        new("GET /api/employer-desk/{id}", Clerk, Thing.Office),
        new("POST /api/employer-desk/{id}/changes", Clerk, Thing.Office, new { kind = "renamed", on = "2026-01-05", reason = "工商变更", etag = "0", name = "新名有限公司" }),
        new("GET /api/employers/{id}/dates", Agent, Thing.Office),
        new("GET /api/employers/{id}/people", Agent, Thing.Office),
        new("POST /api/employers/{id}/people", Agent, Thing.Office, Somebody),
        new("POST /api/represented/{id}/consent", Agent, Thing.Office),
        new("POST /api/represented/{id}/drafts", Agent, Thing.Office, new { service = "no-such-service" }),
        new("GET /api/representations", Applicant),
        new("POST /api/representations/{id}/answer", Applicant, Thing.Office, new { agreed = true, etag = "0" }),
        new("GET /api/counter", Clerk, Thing.Office),
        new("GET /api/counter/slips/{id}", Clerk, Thing.Office),
        new("POST /api/counter/drafts", Clerk, Thing.Office, new { service = "no-such-service", person = Somebody, documentSeen = true }),
        new("GET /api/admin/people", Accounts, Thing.Office),
        new("POST /api/admin/people", Accounts, Thing.Office, new { userName = "clerk.some", name = "新科员", email = "clerk.some@example.com", kind = "staff" }),
        new("PUT /api/admin/people/{id}", Accounts, Thing.Office, Change),
        new("POST /api/admin/people/{id}/unlock", Accounts, Thing.Office),
        new("POST /api/admin/people/{id}/reset-two-factor", Accounts, Thing.Office),
        new("GET /api/admin/people/{id}/roles", Security, Thing.Office),
        new("POST /api/admin/people/{id}/roles", Security, Thing.Office, new { role = "Reviewer", region = "220104", reason = "调岗" }),
        new("POST /api/admin/people/{id}/roles/{assignmentId}/end", Security, Thing.Office, new { reason = "离岗" }),
        new("GET /api/admin/people/{id}/access", Security, Thing.Office),
        new("GET /api/admin/calendars", Accounts, Thing.Office),
        new("GET /api/admin/calendars/{year}", Accounts, Thing.Office),
        new("POST /api/admin/calendars/import", Accounts, Thing.Office),
        new("GET /api/admin/calendars/revisions/{revision}", Accounts, Thing.Office),
        new("GET /api/admin/calendars/revisions/{revision}/archive", Accounts, Thing.Office),
        new("GET /api/admin/dictionaries", Accounts, Thing.Office),
        new("GET /api/admin/dictionaries/{name}", Accounts, Thing.Office),
        new("POST /api/admin/dictionaries/{name}/import", Accounts, Thing.Office),
        new("PUT /api/admin/dictionaries/{name}/{code}", Accounts, Thing.Office, new { nameZh = "某项", nameEn = "Something" }),
        new("GET /api/admin/regions", Accounts, Thing.Office),
        new("PUT /api/admin/regions/{code}", Accounts, Thing.Office, new { nameZh = "某区", nameEn = "Some District" }),
        new("POST /api/admin/regions/import", Accounts, Thing.Office),
        new("GET /api/admin/organisations", Accounts, Thing.Office),
        new("POST /api/admin/organisations", Accounts, Thing.Office, new { uscc = "91220100MA99A0065K", name = "某单位", kind = "employer", region = "220100" }),
        new("PUT /api/admin/organisations/{id}", Accounts, Thing.Office, new { etag = "0", name = "某单位", region = "220100", closed = false }),
        new("POST /api/admin/organisations/import", Accounts, Thing.Office),
        new("GET /api/admin/audit", Auditor, Thing.Office),
        new("GET /api/admin/audit/archive", Auditor, Thing.Office),
        new("GET /api/admin/people/{id}/sign-ins", Auditor, Thing.Office),
        new("GET /api/me/sign-ins", Applicant),
        new("GET /api/me/sessions", Applicant),
        new("DELETE /api/me/sessions", "pan.yu"),
        new("DELETE /api/me/sessions/{id}", Applicant, Thing.Office),
        new("GET /api/admin/people/{id}/sessions", Auditor, Thing.Office),
        new("DELETE /api/admin/people/{id}/sessions", Accounts, Thing.Office),
        new("DELETE /api/admin/people/{id}/sessions/{sessionId}", Accounts, Thing.Office),
        new("GET /api/admin/roles", Security, Thing.Office),
        new("GET /api/admin/incidents", Operator, Thing.Office),
        new("GET /api/admin/incidents/cases", Operator, Thing.Office),
        new("POST /api/admin/incidents/retry", Operator, Thing.Office, Kind),
        new("GET /api/admin/incidents/{id}", Operator, Thing.Office),
        new("POST /api/admin/incidents/{id}/retry", Operator, Thing.Office),
        new("POST /api/admin/incidents/{id}/skip", Operator, Thing.Office, new { outcome = "Rejected", reason = "无人可办" }),
        new("GET /api/admin/cases/{id}/move", Operator, Thing.Office),
        new("POST /api/admin/cases/{id}/move/preview", Operator, Thing.Office, new { etag = "1", execution = "a1", to = "review" }),
        new("POST /api/admin/cases/{id}/move", Operator, Thing.Office, new { etag = "1", execution = "a1", to = "review", reason = "材料须重报", idempotencyKey = "click-0001" }),
        new("GET /api/admin/operations", Operator, Thing.Office),
        new("GET /api/admin/operations/schedule", Operator, Thing.Office),
        new("GET /api/admin/operations/jobs/{name}", Operator, Thing.Office),
        new("PUT /api/admin/operations/jobs/{name}", Operator, Thing.Office, new { etag = "0", words = "每日 4:30" }),
        new("POST /api/admin/operations/jobs/{name}/run", Operator, Thing.Office),
        new("POST /api/admin/operations/jobs/{name}/stop", Operator, Thing.Office),
        new("GET /api/admin/operations/retention", Operator, Thing.Office),
        new("POST /api/admin/operations/holds", Operator, Thing.Office, new { number = "22010020260101", reason = "法院调取" }),
        new("POST /api/admin/operations/holds/lift", Operator, Thing.Office, new { number = "22010020260101" }),
        new("GET /api/substitutions", Reviewer, Thing.Office),
        new("GET /api/substitutions/colleagues", Reviewer, Thing.Office),
        new("POST /api/substitutions", Reviewer, Body: new { person = Guid.Empty, substitute = Guid.Empty, from = "2026-01-05", to = "2026-01-06", reason = "休假" }),
        new("DELETE /api/substitutions/{id}", Reviewer, Thing.Office),
        new("GET /api/team", Lead, Thing.Office),
        new("GET /api/team/tasks", Lead, Thing.Office),
        new("GET /api/team/tasks/{id}/receivers", Lead, Thing.Office),
        new("POST /api/team/tasks/{id}/reassign", Lead, Thing.Office, new { etag = "1", idempotencyKey = "click-0001", reason = "调岗" }),
        new("GET /api/team/people/{id}/handover", Lead, Thing.Office),
        new("POST /api/team/people/{id}/handover", Lead, Thing.Office, new { idempotencyKey = "click-0001", reason = "离岗" }),
        new("GET /api/batches/{id}", Lead, Thing.Office),
        new("GET /api/experts", Lead, Thing.Office),
        new("GET /api/experts/choices", Lead, Thing.Office),
        new("GET /api/experts/candidates", Lead, Thing.Office),
        new("POST /api/experts", Lead, Thing.Office, new { user = "nobody.known", region = "220000", fields = new[] { "optics" }, away = DaysAway, coAuthors = CoAuthors }),
        new("PUT /api/experts/{id}", Lead, Thing.Office, new { etag = "0", fields = new[] { "optics" }, kept = Array.Empty<Guid>(), closed = false, away = DaysAway, coAuthors = CoAuthors }),
        new("POST /api/experts/import", Lead, Thing.Office),
        new("GET /api/experts/me", Expert, Thing.Office),
        new("PUT /api/experts/me/away", Expert, Thing.Office, new { etag = "0", away = DaysAway }),
        new("GET /api/tasks/{id}/draw", Lead, Thing.Task),
        new("POST /api/tasks/{id}/draw", Lead, Thing.Task, Click),
        new("GET /api/cases/{id}/draws", Lead, Thing.Case),
        new("GET /api/admin/services", Operator, Thing.Office),
        new("POST /api/policy/services/{code}/replays", Editor, Thing.Office, new { version = Guid.Empty, idempotencyKey = "click-0001", atMost = 10, open = false }),
        new("GET /api/policy/replays/{id}", Editor, Thing.Office),
        new("DELETE /api/policy/replays/{id}", Editor, Thing.Office),
        new("GET /api/policy/replays/{id}/cases", Editor, Thing.Office),
        new("GET /api/policy/replays/{id}/table", Editor, Thing.Office),
        new("GET /api/policy/versions", Editor, Thing.Office),
        new("POST /api/policy/versions", Editor, Thing.Office),
        new("GET /api/policy/versions/{id}/check", Editor, Thing.Office),
        new("GET /api/policy/versions/{id}/archive", Editor, Thing.Office),
        new("DELETE /api/policy/versions/{id}", Editor, Thing.Office),
        new("POST /api/policy/versions/{id}/submit", Editor, Thing.Office),
        new("POST /api/policy/versions/{id}/send-back", Publisher, Thing.Office, Why),
        new("POST /api/policy/versions/{id}/publish", Publisher, Thing.Office, new { effectiveFrom = "2099-01-01", etag = "1" }),
        new("POST /api/policy/versions/{id}/recall", Publisher, Thing.Office, Why),
        new("POST /api/policy/versions/{id}/retire", Publisher, Thing.Office, Why),
        new("GET /api/policy/migrations", Operator, Thing.Office),
        new("POST /api/policy/migrations", Operator, Thing.Office, Start),
        new("POST /api/policy/migrations/plan", Operator, Thing.Office, Way),
        new("POST /api/policy/migrations/trial", Operator, Thing.Office, Way),
        new("GET /api/policy/migrations/{id}", Operator, Thing.Office),
        new("GET /api/policy/migrations/{id}/cases", Operator, Thing.Office),
        new("POST /api/policy/migrations/{id}/stop", Operator, Thing.Office),
        new("POST /api/policy/migrations/{id}/rollback", Operator, Thing.Office, Why),
    ];

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

/// <summary>What a test written by hand holds of an operation.</summary>
internal enum Bad
{
    /// <summary>The same request twice at once has one effect.</summary>
    Twice,

    /// <summary>A version that is not the last is refused.</summary>
    Stale,
}

/// <summary>Names the operations that a test holds something of.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class HoldsAttribute(Bad bad, string operation) : Attribute
{
    public Bad Bad => bad;

    public string Operation => operation;
}
