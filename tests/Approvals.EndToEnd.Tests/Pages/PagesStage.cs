using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Pages;

/// <summary>A product with something on every page: a draft, cases at the steps that look different, a notice, a card.</summary>
public sealed class PagesStage : IAsyncLifetime
{
    private readonly DirectoryInfo _packages = Directory.CreateTempSubdirectory("approvals-pages-");
    private readonly Product _product;
    private readonly Dictionary<(string, string), Person> _people = [];

    public PagesStage()
    {
        PagePackages.Write(_packages.FullName);
        _product = new Product { Options = ["--Packages:Directory", _packages.FullName] };
    }

    internal StagedVersions Versions { get; private set; } = new("", "");

    internal string Hearing { get; private set; } = "";

    internal string Parent { get; private set; } = "";

    internal string Draft { get; private set; } = "";

    internal IReadOnlyList<string> Sections { get; private set; } = [];

    internal string Submitted { get; private set; } = "";

    internal string Running { get; private set; } = "";

    internal string ReviewTask { get; private set; } = "";

    internal string Granted { get; private set; } = "";

    internal string GrantedNumber { get; private set; } = "";

    internal string Waiting { get; private set; } = "";

    internal string Refused { get; private set; } = "";

    internal string Letter { get; private set; } = "";

    internal string VerifyPath { get; private set; } = "";

    internal string VerifyLetterPath { get; private set; } = "";

    internal string CorrectionTask { get; private set; } = "";

    internal string VoteTask { get; private set; } = "";

    internal string DrawTask { get; private set; } = "";

    /// <summary>A case whose panel votes.</summary>
    internal string Voting { get; private set; } = "";

    internal string Notice { get; private set; } = "";

    internal string ObjectionTask { get; private set; } = "";

    internal string Account { get; private set; } = "";

    internal string HolderPerson { get; private set; } = "";

    internal string Employer { get; private set; } = "";

    internal string CounterDraft { get; private set; } = "";

    internal string CounterCase { get; private set; } = "";

    internal string CounterAsked { get; private set; } = "";

    internal string CounterTask { get; private set; } = "";

    internal string CounterSlip { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await _product.InitializeAsync();
        await using var cases = new Caseload(_product);
        await GrantAsync(cases);
        await BePresentAsync(cases);
        await VisitAsync(cases);
        await WaitAsync(cases);
        await RefuseAsync(cases);
        await DraftAsync(await cases.AsAsync("wang.guodong"));
        var submitted = await PreparedApplication.SubmitAsync(await cases.AsAsync("zhou.jianhua"), Own("zhou.jianhua"));
        Submitted = submitted.Id;
        await AskCorrectionAsync(cases);
        await RunConditionallyAsync(cases);
        await PutToVoteAsync(cases);
        await ObjectAsync(cases);
        await SpeakAsync(cases);
        await FileForOthersAsync(cases);
        var accounts = await (await cases.AsAsync("admin.system")).GetAsync("/api/admin/people?q=zhang.mingyuan");
        Account = accounts.GetProperty("items")[0].Text("id");
        Hearing = await FileAsync(await cases.AsAsync(PageVisit.Heard), PagePackages.Hearing);
        Parent = await FileAsync(await cases.AsAsync(PageVisit.Starter), PagePackages.Parent);
        Versions = await StagedVersions.MakeAsync(cases, submitted.Number);
    }

    public async Task DisposeAsync()
    {
        foreach (var person in _people.Values)
        {
            await person.DisposeAsync();
        }

        await _product.DisposeAsync();
        _packages.Delete(recursive: true);
    }

    private static async Task<string> FileAsync(ApiCaller applicant, string service)
    {
        var draft = (await applicant.PostAsync($"/api/services/{service}/drafts")).Text("id");
        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var saved = await applicant.PutAsync($"/api/drafts/{draft}", new { values = new { name = "张试", amount = 12, account = "6222000011112222" }, etag });
        return (await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = Guid.NewGuid().ToString("N") })).Text("caseId");
    }

    /// <summary>A browser in which somebody, or nobody when null, has signed in and chosen a language.</summary>
    internal async Task<IPage> PageOfAsync(string? user, string language)
    {
        var key = (user ?? "", language);
        if (!_people.TryGetValue(key, out var person))
        {
            person = user is null ? await Person.VisitAsync(_product, language: language) : await Person.EnterAsync(_product, user, language: language);
            await person.Page.AddInitScriptAsync($"localStorage.setItem('approvals.language', '{language}')");
            _people.Add(key, person);
        }

        return person.Page;
    }

    /// <summary>Days of each class in the holder's ledger, some of them twice.</summary>
    private async Task BePresentAsync(Caseload cases)
    {
        var holder = await cases.AsAsync("zhang.mingyuan");
        var ledger = await holder.GetAsync("/api/presence");
        var today = DateOnly.Parse(ledger.Text("today"), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (from, to, proofs) in new[] { (60, 45, new[] { "tax", "travel" }), (48, 40, ["attendance", "log"]), (20, 14, ["log"]) })
        {
            await holder.PostAsync("/api/presence/entries", new { from = today.AddDays(-from), to = today.AddDays(-to), proofs });
        }

        HolderPerson = ledger.Text("person");
    }

    private async Task GrantAsync(Caseload cases)
    {
        var applicant = await cases.AsAsync("zhang.mingyuan");
        var submitted = await PreparedApplication.SubmitAsync(applicant, Own("zhang.mingyuan"));
        (Granted, GrantedNumber) = (submitted.Id, submitted.Number);
        await cases.ToNoticeAsync(submitted.Number);
        await Demonstration.ForwardAsync(applicant, days: 10);
        await cases.ActAsync("guo.zhenhai", submitted.Number, "approve", null);
        Letter = (await applicant.GetAsync($"/api/cases/{Granted}")).GetProperty("result").Text("letterId");
        VerifyLetterPath = new Uri(_product.Server.Address, (await applicant.GetAsync($"/api/letters/{Letter}")).Text("verifyUrl")).PathAndQuery;
        var card = (await applicant.GetAsync("/api/cards"))[0];
        VerifyPath = new Uri(_product.Server.Address, card.Text("verifyUrl")).PathAndQuery;
    }

    /// <summary>The holder has a registered relative, a visit that is given and one that is asked for.</summary>
    private static async Task VisitAsync(Caseload cases)
    {
        var holder = await cases.AsAsync("zhang.mingyuan");
        await MedicalApplication.RecordAsync(cases, (await MedicalApplication.AskForSpouseAsync(holder)).Number);
        await MedicalApplication.ConfirmAsync(cases, holder, await MedicalApplication.AskForVisitAsync(holder), days: 9);
        await MedicalApplication.AskForVisitAsync(holder);
    }

    /// <summary>Somebody waits in a list and has an offer to answer.</summary>
    private async Task WaitAsync(Caseload cases)
    {
        var applicant = await cases.AsAsync("zhao.yongqiang");
        var filed = await HousingApplication.SubmitAsync(applicant);
        await HousingApplication.CheckAsync(cases, filed.Number, ownsHome: false);
        await cases.ActAsync("geng.tao", filed.Number, "approve", new { priority = false });
        await HousingApplication.ToListAsync(cases, applicant, filed);
        Waiting = filed.Id;
        var owner = await cases.AsAsync("homes.lu");
        var entry = (await applicant.GetAsync($"/api/cases/{filed.Id}/waiting"))[0].GetProperty("entry");
        var list = (await owner.GetAsync("/api/waiting-lists")).EnumerateArray().Single(l => l.Text("name") == entry.Text("listName")).Text("id");
        await owner.PostAsync($"/api/waiting-lists/{list}/offers", new { entry = entry.Text("id"), what = "净月示例人才公寓 7-202", idempotencyKey = "offer-0001" });
    }

    private async Task RefuseAsync(Caseload cases)
    {
        var submitted = await PreparedApplication.SubmitAsync(await cases.AsAsync("sun.deming"), TooOld("sun.deming"));
        Refused = submitted.Id;
        await cases.ToProvinceAsync(submitted.Number);
        await cases.ActAsync("xie.hong", submitted.Number, "approve", StepAnswers.Refusal, more: new { opinion = "已超过申报年龄，不予认定。" });
    }

    /// <summary>A bad rating, a complaint and a request wait for an officer.</summary>
    private async Task SpeakAsync(Caseload cases)
    {
        var holder = await cases.AsAsync("zhang.mingyuan");
        await holder.PostAsync($"/api/cases/{Granted}/rating", new { level = 2, text = "公示时间说明不够清楚。", named = true });
        await holder.PostAsync($"/api/cases/{Granted}/complaints", new { topic = "documents", text = "同一份证明要求交了两次。", idempotencyKey = "complaint-0001" });
        await holder.PostAsync("/api/me/data/corrections", new { field = "address", value = "上海市试例路 1 号", reason = "已搬家" });
    }

    private async Task DraftAsync(ApiCaller applicant)
    {
        Draft = await PreparedApplication.FillAsync(applicant, Own("wang.guodong"));
        var form = (await applicant.GetAsync($"/api/drafts/{Draft}")).GetProperty("form");
        Sections = [.. form.GetProperty("sections").EnumerateArray().Select(s => s.Text("key"))];
    }

    private async Task AskCorrectionAsync(Caseload cases)
    {
        var applicant = await cases.AsAsync("lam.kaho");
        var submitted = await PreparedApplication.SubmitAsync(applicant, Own("lam.kaho"));
        await cases.RecommendAsync(submitted.Number);
        var asked = new
        {
            reason = "职称证书缺少反面备注页。",
            fields = new[] { "titleName", "contractTo" },
            fieldNotes = new { titleName = "职称名称与证书不一致", contractTo = "与合同盖章页不一致" },
            documents = new[] { "title" },
        };
        await cases.ActAsync("liu.ying", submitted.Number, "correct", null, more: asked);
        CorrectionTask = (await applicant.GetAsync($"/api/cases/{submitted.Id}")).GetProperty("tasks")[0].Text("id");
    }

    private async Task RunConditionallyAsync(Caseload cases)
    {
        var applicant = await cases.AsAsync("chen.siyu");
        var submitted = await PreparedApplication.SubmitAsync(applicant, Own("chen.siyu"), PreparedApplication.Promised);
        Running = submitted.Id;
        await cases.RecommendAsync(submitted.Number);
        await cases.ActAsync("liu.ying", submitted.Number, "accept", StepAnswers.Acceptance, more: new { promised = new[] { "former-employer-consent" } });
        await cases.ActAsync("gao.xiang", submitted.Number, "approve", StepAnswers.City);
        await applicant.PostAsync($"/api/cases/{Running}/messages", new { text = "原单位同意函将于本周内补交。" });
        ReviewTask = await cases.TaskAsync("li.hui", submitted.Number);
    }

    private async Task PutToVoteAsync(Caseload cases)
    {
        var submitted = await PreparedApplication.SubmitAsync(await cases.AsAsync("li.ruolan"), Own("li.ruolan"));
        await cases.ToProvinceAsync(submitted.Number);
        await cases.ActAsync("li.hui", submitted.Number, "approve", StepAnswers.Check);
        await cases.ConveneAsync(submitted.Number);
        VoteTask = await cases.TaskAsync("expert.qiao", submitted.Number);
        await cases.ActAsync("expert.dai", submitted.Number, "recuse", null, more: new { reason = "与申请人曾在同一课题组。" });
        (DrawTask, Voting) = (await cases.TaskAsync("qin.yue", submitted.Number), submitted.Id);
    }

    private async Task ObjectAsync(Caseload cases)
    {
        var applicant = await cases.AsAsync("liu.bowen");
        var submitted = await PreparedApplication.SubmitAsync(applicant, Own("liu.bowen"));
        await cases.ToNoticeAsync(submitted.Number);
        Notice = (await applicant.GetAsync("/api/notices")).GetProperty("items")[0].Text("id");
        var objection = new { name = "钱立群", contact = "qian@example.com", reason = "获奖项目第一完成人另有其人。" };
        await applicant.PostAsync($"/api/notices/{Notice}/objections", objection);
        ObjectionTask = await cases.TaskAsync("bai.lin", submitted.Number);
    }

    /// <summary>
    /// An employer with an agent to be verified, a person who has yet to agree and one whose case waits for a correction; at the counter a draft, a case just
    /// filed, one that waits for a correction, and one that was corrected.
    /// </summary>
    private async Task FileForOthersAsync(Caseload cases)
    {
        var (agent, clerk) = (await cases.AsAsync("he.jing"), await cases.AsAsync("liu.ying"));
        Employer = (await agent.GetAsync("/api/mandates")).GetProperty("own")[0].Text("employer");
        await agent.PostAsync($"/api/employers/{Employer}/people", new { name = "王国栋", kind = "resident-id", number = "210102195909201075" });
        await OthersFiling.AskMandateAsync(await cases.AsAsync("sun.deming"));
        await OthersFiling.AskedOfAgentAsync(cases, agent, Employer, new("试例丁", "ZZ9900304"));
        CounterSlip = await OthersFiling.CorrectedAsync(cases, clerk, new("试例戊", "ZZ9900305"));
        (CounterAsked, CounterTask) = await OthersFiling.AskedAsync(cases, clerk, new("试例丙", "ZZ9900303"));
        CounterCase = (await OthersFiling.FileAsync(clerk, new("试例甲", "ZZ9900301"))).Id;
        CounterDraft = await OthersFiling.OpenAsync(clerk, new("试例乙", "ZZ9900302"));
    }

    private static object Own(string user) => new
    {
        birthDate = DemonstrationPeople.BirthDateOf(user),
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    private static object TooOld(string user) => new
    {
        birthDate = DemonstrationPeople.BirthDateOf(user),
        degree = "master",
        title = "associate",
        titleName = "高级工程师",
        level = "E",
        clause = "title",
    };
}
