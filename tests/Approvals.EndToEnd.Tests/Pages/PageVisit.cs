using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Pages;

/// <summary>A look at one page.</summary>
/// <param name="Name">Names the test and the picture.</param>
/// <param name="Route">The entry in the page's table of routes.</param>
/// <param name="User">Who looks; null when nobody has signed in.</param>
/// <param name="Address">Where, once there is something to see.</param>
internal sealed partial record PageVisit(string Name, string Route, string? User, Func<PagesStage, string> Address)
{
    /// <summary>Whether the page is there to tell that something is wrong.</summary>
    public bool Problem { get; init; }

    /// <summary>What the reader does there before the look; nothing when null.</summary>
    public Func<IPage, Task>? Then { get; init; }

    public override string ToString() => Name;

    private const string Applicant = "chen.siyu";
    private const string Drafting = "wang.guodong";
    private const string Holder = "zhang.mingyuan";
    private const string Reviewer = "li.hui";
    private const string Operator = "ops.cai";
    private const string Admin = "admin.system";
    private const string Security = "admin.security";

    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("sign-in", "sign-in", null, _ => "/sign-in"),
        new("register", "register", null, _ => "/register"),
        new("confirm-with-a-wrong-link", "confirm", null, _ => "/confirm?user=7f0c&token=wrong") { Problem = true },
        new("forgot", "forgot", null, _ => "/forgot"),
        new("reset", "reset", null, _ => "/reset?user=7f0c&token=wrong"),
        new("notices", "notices", null, _ => "/notices"),
        new("notice", "notices/:id", null, s => $"/notices/{s.Notice}"),
        new("verify", "verify/:token", null, s => s.VerifyPath),
        new("verify-letter", "verify/letters/:token", null, s => s.VerifyLetterPath),
        new("verify-letter-unknown", "verify/letters/:token", null, _ => "/verify/letters/unknown") { Problem = true },
        new("verify-unknown", "verify/:token", null, _ => "/verify/unknown") { Problem = true },
        new("not-found", "*", null, _ => "/nowhere"),

        new("home", "", Applicant, _ => "/"),
        new("home-of-a-holder", "", Holder, _ => "/"),
        new("services", "services", Applicant, _ => "/services"),
        new("guide", "services/:code", Applicant, _ => "/services/talent-classification"),
        .. Enumerable.Range(0, SectionCount).Select(i =>
            new PageVisit($"application-{i + 1}", "apply/:id", Drafting, s => $"/apply/{s.Draft}?section={s.Sections[i]}")),
        new("application-check", "apply/:id", Drafting, s => $"/apply/{s.Draft}?section=-check"),
        new("submitted", "submitted/:id", "zhou.jianhua", s => $"/submitted/{s.Submitted}"),
        new("cases", "cases", Applicant, _ => "/cases"),
        new("cases-finished", "cases", Holder, _ => "/cases?state=finished"),
        new("case", "cases/:id", Applicant, s => $"/cases/{s.Running}"),
        new("case-whose-due-day-is-explained", "cases/:id", Applicant, s => $"/cases/{s.Running}") { Then = ExplainAsync },
        new("case-granted", "cases/:id", Holder, s => $"/cases/{s.Granted}"),
        new("case-refused", "cases/:id", "sun.deming", s => $"/cases/{s.Refused}"),
        new("case-with-a-hearing", "cases/:id", Heard, s => $"/cases/{s.Hearing}"),
        new("case-that-started-another", "cases/:id", Starter, s => $"/cases/{s.Parent}"),
        new("correction", "tasks/:id/correction", "lam.kaho", s => $"/tasks/{s.CorrectionTask}/correction"),
        new("presence", "presence", Holder, _ => "/presence"),
        new("presence-as-a-table", "presence", Holder, _ => "/presence") { Then = page => page.Locator("#calendar button").First.ClickAsync() },
        new("presence-people", "work/presence", Reviewer, _ => "/work/presence"),
        new("presence-of-a-holder", "work/presence/:id", Reviewer, s => $"/work/presence/{s.HolderPerson}"),
        new("cards", "cards", Holder, _ => "/cards"),
        new("cards-none", "cards", Applicant, _ => "/cards"),
        new("family", "family", Holder, _ => "/family"),
        new("bookings", "bookings", Holder, _ => "/bookings"),
        new("case-waiting", "cases/:id", "zhao.yongqiang", s => $"/cases/{s.Waiting}"),
        new("family-none", "family", Applicant, _ => "/family"),
        new("bookings-none", "bookings", Applicant, _ => "/bookings"),
        new("bookings-asked", "work/bookings", "hospital.ding", _ => "/work/bookings"),
        new("letter", "letters/:id", Holder, s => $"/letters/{s.Letter}"),
        new("me", "me", Applicant, _ => "/me"),
        new("me-of-a-lead", "me", "qin.yue", _ => "/me"),
        new("programs", "programs", Applicant, _ => "/programs"),
        new("programs-of-an-administrator", "programs", Admin, _ => "/programs"),
        new("my-data", "me/data", Holder, _ => "/me/data"),
        new("news", "news", Holder, _ => "/news"),
        new("news-of-a-lead", "news", "qin.yue", _ => "/news"),
        new("two-factor", "two-factor", "audit.he", _ => "/two-factor"),

        new("inbox", "work/inbox", Reviewer, _ => "/work/inbox"),
        new("inbox-done", "work/inbox", Reviewer, _ => "/work/inbox?tab=done"),
        new("inbox-drafts", "work/inbox", "liu.ying", _ => "/work/inbox?tab=drafts"),
        new("meeting", "work/meeting", "qin.yue", _ => $"/work/meeting?{Panel}"),
        new("meeting-list", "work/meeting", "qin.yue", s => $"/work/meeting?list=meeting&{Panel}&cases={Short(s.Voting)}"),
        new("review", "work/tasks/:id", Reviewer, s => $"/work/tasks/{s.ReviewTask}"),
        new("review-whose-due-day-is-explained", "work/tasks/:id", Reviewer, s => $"/work/tasks/{s.ReviewTask}") { Then = ExplainAsync },
        new("review-of-an-objection", "work/tasks/:id", "bai.lin", s => $"/work/tasks/{s.ObjectionTask}"),
        new("vote", "work/tasks/:id", "expert.qiao", s => $"/work/tasks/{s.VoteTask}"),
        new("draw", "work/tasks/:id", "qin.yue", s => $"/work/tasks/{s.DrawTask}"),
        new("draws-of-a-case", "work/cases/:id/draws", "qin.yue", s => $"/work/cases/{s.Voting}/draws"),
        new("experts", "work/experts", "qin.yue", _ => "/work/experts"),
        new("days-away", "work/away", "expert.meng", _ => "/work/away"),
        new("case-search", "work/cases", Reviewer, _ => "/work/cases"),
        new("case-of-staff", "work/cases/:id", Reviewer, s => $"/work/cases/{s.Granted}"),
        new("case-to-move", "work/cases/:id", Operator, s => $"/work/cases/{s.Running}"),

        new("lists", "work/lists", "homes.lu", _ => "/work/lists"),
        new("things", "work/things", "homes.lu", _ => "/work/things"),

        new("dictionaries", "admin/dictionaries", Admin, _ => "/admin/dictionaries?name=departments"),
        new("calendars", "admin/calendars", Admin, _ => "/admin/calendars?year=2026"),
        new("calendar-of-next-year", "admin/calendars", Admin, _ => "/admin/calendars?year=2027"),
        new("moved-due-dates", "admin/calendars/revisions/:revision", Admin, _ => "/admin/calendars/revisions/1"),

        new("reminders", "admin/reminders", Admin, _ => "/admin/reminders"),
        new("messages", "admin/messages", Admin, _ => "/admin/messages"),
        new("dead-letters", "admin/dead-letters", Operator, _ => "/admin/dead-letters"),
        new("employers", "employers", "he.jing", _ => "/employers"),
        new("employer", "employers/:id", "he.jing", s => $"/employers/{s.Employer}"),
        new("representations", "representations", "wang.guodong", _ => "/representations"),
        new("counter", "work/counter", "liu.ying", _ => "/work/counter"),
        new("counter-application", "work/counter/apply/:id", "liu.ying", s => $"/work/counter/apply/{s.CounterDraft}"),
        new("counter-correction", "work/counter/correct/:id", "liu.ying", s => $"/work/counter/correct/{s.CounterTask}"),
        new("counter-slip", "work/counter/slips/:id", "liu.ying", s => $"/work/counter/slips/{s.CounterSlip}"),
        new("counter-case", "work/cases/:id", "liu.ying", s => $"/work/cases/{s.CounterAsked}"),
        new("counter-submitted", "work/counter/submitted/:id", "liu.ying", s => $"/work/counter/submitted/{s.CounterCase}"),
        new("employer-desk", "work/employers", "liu.ying", _ => "/work/employers"),
        new("employer-file", "work/employers/:id", "liu.ying", s => $"/work/employers/{s.Employer}"),

        new("people", "admin/people", Admin, _ => "/admin/people"),
        new("person", "admin/people/:id", Admin, s => $"/admin/people/{s.Account}"),
        new("person-of-security", "admin/people/:id", Security, s => $"/admin/people/{s.Account}"),
        new("access", "admin/access", Security, s => $"/admin/access?person={s.Account}&case={s.GrantedNumber}"),
        new("regions", "admin/regions", Admin, _ => "/admin/regions?parent=220100"),
        new("organisations", "admin/organisations", Admin, _ => "/admin/organisations"),
        new("audit", "admin/audit", "audit.he", _ => "/admin/audit"),
        new("packages", "admin/services", "zhou.min", _ => "/admin/services"),
        new("packages-of-an-operator", "admin/services", Operator, _ => "/admin/services"),
        new("studio", "studio", "zhou.min", _ => "/studio"),
        new("studio-settings", "studio/settings", "zhou.min", _ => "/studio/settings"),
        new("studio-of-a-version", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/overview"),
        new("studio-flow", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/flow"),
        new("studio-forms", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/forms"),
        new("studio-tables", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/tables"),
        new("studio-letters", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/letters"),
        new("studio-rules", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/rules"),
        new("studio-test", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/test"),
        new("studio-publish", "studio/:id/:tab?", "zhou.min", s => $"/studio/{s.Versions.New}/publish"),
        new("migrations", "admin/migrations", Operator, _ => "/admin/migrations"),
        new("migration-tried", "admin/migrations", Operator, s => $"/admin/migrations?from={s.Versions.Old}&to={s.Versions.New}") { Then = page => PressAsync(page, TryIt()) },
        new("migration-done", "admin/migrations", Operator, _ => "/admin/migrations?") { Then = page => PressAsync(page, CaseByCase()) },
        new("operations", "admin/operations", Operator, _ => "/admin/operations"),
        new("operations-of-a-job", "admin/operations", Admin, _ => "/admin/operations")
        {
            Then = page => page.GetByRole(AriaRole.Button, new() { NameRegex = DetailsOf() }).First.ClickAsync(),
        },
        new("incidents", "admin/incidents", Operator, _ => "/admin/incidents"),
        new("move", "admin/cases/:id/move", Operator, s => $"/admin/cases/{s.Running}/move"),
        new("substitutes", "work/substitutes", Reviewer, _ => "/work/substitutes"),
        new("team", "work/team", "qin.yue", _ => "/work/team"),
        new("dashboard", "work/dashboard", "qin.yue", _ => "/work/dashboard"),
        new("dashboard-cases", "work/dashboard/cases", "qin.yue", _ => "/work/dashboard/cases?measure=running"),
        new("feedback-desk", "work/feedback", "qin.yue", _ => "/work/feedback"),
    ];

    /// <summary>Whose hearing waits.</summary>
    public const string Heard = "emily.carter";

    /// <summary>Whose case started another.</summary>
    public const string Starter = "zhao.yongqiang";

    private const string Panel = "service=talent-classification&activity=panel";

    /// <summary>A case's id as the address of a meeting's list holds it.</summary>
    private static string Short(string id) => Convert.ToBase64String(Guid.Parse(id).ToByteArray(bigEndian: true)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static Task PressAsync(IPage page, Regex name) => page.GetByRole(AriaRole.Button, new() { NameRegex = name }).First.ClickAsync();

    /// <summary>Opens the explanation of a due day; it is there when its days are.</summary>
    private static async Task ExplainAsync(IPage page)
    {
        await page.Locator("button[aria-haspopup=dialog][title]").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Copies() }).First.WaitForAsync();
    }

    [GeneratedRegex("^(复制说明|Copy)$")]
    private static partial Regex Copies();

    [GeneratedRegex("^(试 ?算|Try)$")]
    private static partial Regex TryIt();

    [GeneratedRegex("^(详情：|Details: )")]
    private static partial Regex DetailsOf();

    [GeneratedRegex("^(逐件结果|Case by case)$")]
    private static partial Regex CaseByCase();

    /// <summary>Sections of the application; a seventh page is the summary.</summary>
    private const int SectionCount = 6;
}
