using System.Globalization;
using Approvals.Application.Audit;
using Approvals.Application.Entitlements;
using Approvals.Application.Outbox;
using Approvals.Infrastructure.Pumps;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Privacy;

/// <summary>
/// Answers that name their readers, from the application to the end of the case: a word planted in them is read by the applicant and
/// by whom the case asked, and is nowhere else to be found.
/// </summary>
public sealed class KeptAnswersTests(ListeningProduct server) : IClassFixture<ListeningProduct>
{
    private const string Word = ListeningProduct.Word;

    /// <summary>Everybody who might have a reason: reviewers, heads, leads, auditors, operators, administrators, policy staff, other providers.</summary>
    private static readonly string[] Others =
    [
        "dong.xue", "li.hui", "guo.zhenhai", "qin.yue", "health.su", "audit.he", "ops.cai", "admin.system", "admin.security", "zhou.min", "tao.ran", "hospital.mi", "homes.lu",
        "wang.fang", "li.ruolan",
    ];

    /// <summary>Where others do see that there is such a case: their lists, searches and spreadsheets were really read.</summary>
    private static readonly string[] Seen =
        ["GET /api/cases", "GET /api/cases/sheet", "GET /api/cases/{id}", "GET /api/cases/{id}/work", "GET /api/letters/{id}", "GET /api/bookings/{id}", "GET /api/figures/cases", "GET /api/admin/audit"];

    /// <summary>
    /// What none of the others is shown: no id of the case names such a thing, it is not theirs to look at, the password comes before it,
    /// or it is a stream that never ends and tells a number alone.
    /// Everything else was read by somebody.
    /// </summary>
    private static readonly string[] Unread =
    [
        "GET /api/admin/incidents/{id}", "GET /api/admin/operations/schedule", "GET /api/batches/{id}", "GET /api/counter/slips/{id}", "GET /api/documents/{id}", "GET /api/drafts/{id}",
        "GET /api/employer-desk/{id}", "GET /api/employers/{id}/dates", "GET /api/employers/{id}/people", "GET /api/experts/me", "GET /api/me/data/archive",
        "GET /api/news/events", "GET /api/notices/{id}",
        "GET /api/policy/migrations/{id}", "GET /api/policy/migrations/{id}/cases", "GET /api/policy/replays/{id}", "GET /api/policy/replays/{id}/cases",
        "GET /api/policy/replays/{id}/table", "GET /api/policy/replays/{id}/work", "GET /api/presence/documents/{id}", "GET /api/presence/people/{id}", "GET /api/presence/people/{id}/sheet",
        "GET /api/studio/compare",
        "GET /api/studio/drafts/{id}/decisions/{file}/{decision}",
        "GET /api/studio/drafts/{id}/decisions/{file}/{decision}/analysis",
        "GET /api/studio/drafts/{id}/decisions/{file}/{decision}/difference",
        "GET /api/studio/drafts/{id}/decisions/{file}/{decision}/sheet",
        "GET /api/studio/drafts/{id}/files/{path}",
        "GET /api/studio/drafts/{id}/flow/staffing",
        "GET /api/studio/drafts/{id}/forms/{form}/prepared",
        "GET /api/studio/drafts/{id}/letters/{letter}/preview",
        "GET /api/tasks/{id}/colleagues", "GET /api/tasks/{id}/correction", "GET /api/tasks/{id}/draw",
        "GET /api/team/people/{id}/handover", "GET /api/team/tasks/{id}/receivers", "GET /api/verify/{token}", "GET /api/waiting-entries/{id}",
        "GET /api/waiting-lists/{id}/entries", "GET /api/waiting-lists/{id}/entries/sheet", "GET /api/waiting-lists/{id}/quotas", "GET /api/webhooks/{id}/deliveries",
    ];

    [Fact]
    public async Task Answers_WithReaders_AreReadByApplicantAndOwnerAloneAndLieNowhereInTheClear()
    {
        var (applicant, caseId) = await FileAsync();
        var owner = await server.SignInAsync("hospital.ding");
        var booking = (await applicant.GetAsync($"/api/cases/{caseId}/bookings")).Body[0].GetProperty("id").GetString()!;
        await AnswerAsync(owner, booking);
        await WorkAsync();

        Assert.Contains(Word, (await applicant.GetAsync($"/api/cases/{caseId}")).Body.ToString(), StringComparison.Ordinal);
        Assert.Contains(Word, (await owner.GetAsync($"/api/bookings/{booking}")).Body.ToString(), StringComparison.Ordinal);
        var kept = await KeptAsync(applicant, Guid.Parse(caseId), booking);
        List<Reading> read = [];
        foreach (var other in Others)
        {
            read.AddRange(await new Readings(kept).OfAsync(await server.SignInAsync(other), other));
        }

        Assert.Empty(read.Where(r => r.Names(Word)).Select(r => r.ToString()));
        Assert.Empty(read.Where(r => KeptCase.Secrets.Any(s => r.Address.Contains(Uri.EscapeDataString(s), StringComparison.Ordinal)) && r.Names(kept.Number)).Select(r => r.ToString()));
        Assert.Superset(Seen.ToHashSet(), read.Where(r => r.Names(kept.Number)).Select(r => r.Operation).ToHashSet());
        Assert.Equal(Unread.Order(StringComparer.Ordinal), read.GroupBy(r => r.Operation).Where(o => o.All(r => r.Content is null)).Select(o => o.Key).Order(StringComparer.Ordinal));
        NothingLiesInTheClear(kept);
    }

    /// <summary>Nothing in the log, the database, its log, documents, mails and the heads of the audit; and all of them were written.</summary>
    private void NothingLiesInTheClear(KeptCase kept)
    {
        Assert.True(server.Read > 1000, $"{server.Read} lines of the log were read.");
        Assert.Empty(server.Heard.Take(3));
        var files = Directory.EnumerateFiles(server.Data, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, f => f.EndsWith(".db", StringComparison.Ordinal) && Traces.InFile(f, kept.Number));
        Assert.Contains(files, f => f.EndsWith(".eml", StringComparison.Ordinal) && Traces.InFile(f, kept.Number));
        Assert.Empty(files.Where(f => Traces.InFile(f, Word)).Select(Path.GetFileName));
    }

    /// <summary>What the product does by itself is done: mails are sent, the audit is sealed.</summary>
    private async Task WorkAsync()
    {
        while (await server.Services.GetRequiredService<Pump<InboundEvent>>().DrainAsync(default) + await server.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(default) > 0)
        {
        }

        await using var scope = server.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAllAsync(default) > 0);
    }

    private async Task<(Visitor Applicant, string Case)> FileAsync()
    {
        var graded = await new CaseStory(server).SubmitAsync("zhou.jianhua");
        var row = await server.ReadAsync(c => c.Cases.AsNoTracking().SingleAsync(x => x.Id == Guid.Parse(graded.Id)));
        await server.ReadAsync(async c =>
        {
            c.Entitlements.Add(new Entitlement
            {
                Id = Guid.NewGuid(), CaseId = row.Id, CaseNumber = row.Number, ServiceCode = row.ServiceCode, Kind = "talent-classification/jijian", KindName = new LocalText("卡", "Card"),
                PersonId = row.ApplicantPersonId, HolderMaskedName = row.ApplicantMaskedName, Number = "T1", ValidFrom = new DateOnly(2020, 1, 1), VerificationToken = "t1", RegionCode = row.RegionCode,
                RegionPath = row.RegionPath, GrantedAt = row.SubmittedAt,
            });
            return await c.SaveChangesAsync();
        });
        var draft = (await graded.Applicant.PostAsync("/api/services/medical-booking/drafts")).Text("id");
        var day = DateOnly.FromDateTime(row.SubmittedAt.Date).AddDays(20);
        var values = new
        {
            forWhom = "self",
            hospital = await server.ReadAsync(c => c.Organisations.Where(o => o.Kind == "hospital" && o.RegionCode == "220100").Select(o => o.Uscc).SingleAsync()),
            visit = "outpatient",
            wanted = new { from = $"{day:yyyy-MM-dd}", to = $"{day.AddDays(5):yyyy-MM-dd}" },
            mobile = "19900109190",
            department = "other",
            departmentOther = $"科室 {Word}",
            symptoms = $"病情 {Word}",
            sensitiveConsent = true,
            rules = true,
        };
        var saved = await graded.Applicant.PutAsync($"/api/drafts/{draft}", new { values, etag = (await graded.Applicant.GetAsync($"/api/drafts/{draft}")).Text("etag") });
        var filed = await graded.Applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(filed.Status == 200, filed.Body.ToString());
        return (graded.Applicant, filed.Text("caseId"));
    }

    /// <summary>Confirmed with the department in the place and the note, and kept.</summary>
    private async Task AnswerAsync(Visitor owner, string booking)
    {
        var requested = await server.ReadAsync(c => c.Bookings.Where(b => b.Id == Guid.Parse(booking)).Select(b => b.RequestedAt).SingleAsync());
        var confirmed = await owner.PostAsync($"/api/bookings/{booking}/answer", new
        {
            etag = (await owner.GetAsync($"/api/bookings/{booking}")).Text("etag"),
            idempotencyKey = CaseStory.Key(),
            answer = "confirm",
            startsAt = requested.AddDays(20),
            place = $"三层 {Word}",
            contact = "丁医生",
            note = $"请空腹 {Word}",
        });
        Assert.True(confirmed.Status == 204, confirmed.Body.ToString());
        await server.ReadAsync(c => c.Bookings.Where(b => b.Id == Guid.Parse(booking)).ExecuteUpdateAsync(b => b.SetProperty(x => x.StartsAt, requested)));
        var kept = await owner.PostAsync(
            $"/api/bookings/{booking}/attendance", new { etag = (await owner.GetAsync($"/api/bookings/{booking}")).Text("etag"), idempotencyKey = CaseStory.Key(), attended = true });
        Assert.True(kept.Status == 204, kept.Body.ToString());
    }

    private async Task<KeptCase> KeptAsync(Visitor applicant, Guid id, string booking)
    {
        var filed = await server.ReadAsync(c => c.Cases.AsNoTracking().SingleAsync(x => x.Id == id));
        IReadOnlyList<string> letters = [.. (await server.ReadAsync(c => c.Letters.Where(l => l.CaseId == id).Select(l => l.Id).ToListAsync())).Select(l => l.ToString())];
        IReadOnlyList<string> ids = await server.ReadAsync(async c => (IReadOnlyList<string>)
        [
            id.ToString(), booking, .. letters, .. (await c.TaskItems.Where(t => t.CaseId == id).Select(t => t.Id).ToListAsync()).Select(t => t.ToString()),
            .. (await c.Drafts.Where(d => d.SubmittedCaseId == id).Select(d => d.Id).ToListAsync()).Select(d => d.ToString()),
            filed.ApplicantUserId!.Value.ToString(), filed.ServiceVersionId.ToString(),
        ]);
        var token = (await applicant.GetAsync($"/api/letters/{letters[0]}")).Text("verifyUrl").Split('/')[^1];
        return new KeptCase(filed.Number, ids, token, DateOnly.Parse((await applicant.GetAsync("/api/session")).Text("today"), CultureInfo.InvariantCulture));
    }
}
