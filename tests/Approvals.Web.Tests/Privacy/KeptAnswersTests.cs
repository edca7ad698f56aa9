using System.IO.Compression;
using System.Text;
using Approvals.Application.Entitlements;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public async Task Answers_WithReaders_AreReadByApplicantAndOwnerAloneAndLieNowhereInTheClear()
    {
        var (applicant, caseId) = await FileAsync();
        var owner = await server.SignInAsync("hospital.ding");
        var booking = (await applicant.GetAsync($"/api/cases/{caseId}/bookings")).Body[0].GetProperty("id").GetString()!;
        await AnswerAsync(owner, booking);

        Assert.Contains(Word, (await applicant.GetAsync($"/api/cases/{caseId}")).Body.ToString(), StringComparison.Ordinal);
        Assert.Contains(Word, (await owner.GetAsync($"/api/bookings/{booking}")).Body.ToString(), StringComparison.Ordinal);
        var ids = await IdsAsync(Guid.Parse(caseId), booking);
        List<string> found = [];
        foreach (var other in Others)
        {
            found.AddRange(await ReadAllAsync(await server.SignInAsync(other), other, ids));
        }

        Assert.Empty(found);
        Assert.True(server.Read > 50, $"{server.Read} lines of the log were read.");
        Assert.Empty(server.Heard.Take(3));
        Assert.DoesNotContain(Files(), f => Holds(f));
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

    /// <summary>Whatever hangs on the case and can stand in an address.</summary>
    private async Task<IReadOnlyList<string>> IdsAsync(Guid id, string booking) => await server.ReadAsync(async c => (IReadOnlyList<string>)
    [
        id.ToString(), booking, .. (await c.TaskItems.Where(t => t.CaseId == id).Select(t => t.Id).ToListAsync()).Select(t => t.ToString()),
        .. (await c.Letters.Where(l => l.CaseId == id).Select(l => l.Id).ToListAsync()).Select(l => l.ToString()),
        .. (await c.Drafts.Where(d => d.SubmittedCaseId == id).Select(d => d.Id).ToListAsync()).Select(d => d.ToString()),
        .. (await c.Cases.Where(x => x.Id == id).Select(x => x.ApplicantUserId!.Value).ToListAsync()).Select(u => u.ToString()),
    ]);

    /// <summary>Every address that can be read, with each id and with the word where something is looked for.</summary>
    private static async Task<IEnumerable<string>> ReadAllAsync(Visitor visitor, string who, IReadOnlyList<string> ids)
    {
        List<string> found = [];
        foreach (var operation in Contract.Operations.Where(o => !o.IsChange))
        {
            foreach (var address in Addresses(operation, ids))
            {
                using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
                if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType != "text/event-stream" && Holds(await answer.Content.ReadAsByteArrayAsync()))
                {
                    found.Add($"{who}: {address.Replace(Word, "…", StringComparison.Ordinal)}");
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Addresses(Operation operation, IReadOnlyList<string> ids)
    {
        var query = string.Join('&', operation.Parameters.Where(p => !p.InPath && !p.IsChoice && p.Name is "q" or "from" or "to").Select(p => p.Name == "q" ? "q=KEPTWORD" : $"{p.Name}=2026-01-05"));
        var withIds = operation.Parameters.Any(p => p.InPath);
        return (withIds ? ids : [""]).SelectMany(id =>
        {
            var path = operation.Parameters.Where(p => p.InPath).Aggregate(operation.Template, (a, p) => a.Replace($"{{{p.Name}}}", p.IsId ? id : "medical-booking", StringComparison.Ordinal));
            return query.Length == 0 ? new[] { path } : [path, $"{path}?{query}"];
        });
    }

    /// <summary>Everything that the product has written: database, log of the database, documents, mails, heads of the audit.</summary>
    private IEnumerable<string> Files() => Directory.EnumerateFiles(server.Data, "*", SearchOption.AllDirectories);

    private static bool Holds(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Holds(memory.ToArray()) || (file.EndsWith(".eml", StringComparison.Ordinal) && Holds(Decoded(Encoding.ASCII.GetString(memory.ToArray()))));
    }

    private static bool Holds(byte[] content)
    {
        if (content is [0x50, 0x4B, ..])
        {
            using var archive = new ZipArchive(new MemoryStream(content));
            return archive.Entries.Any(e =>
            {
                using var entry = new MemoryStream();
                using var opened = e.Open();
                opened.CopyTo(entry);
                return Holds(entry.ToArray());
            });
        }

        return Encoding.Latin1.GetString(content).Contains(Word, StringComparison.OrdinalIgnoreCase) || Encoding.Unicode.GetString(content).Contains(Word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The parts of a mail that are written in base 64.</summary>
    private static byte[] Decoded(string mail) =>
        [.. mail.ReplaceLineEndings("\n").Split("\n\n").Select(p => p.Replace("\n", "", StringComparison.Ordinal)).SelectMany(part =>
        {
            var bytes = new byte[part.Length];
            return Convert.TryFromBase64String(part, bytes, out var length) ? bytes[..length] : [];
        })];
}
