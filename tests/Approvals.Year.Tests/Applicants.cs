using System.Globalization;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Year.Tests;

/// <summary>Those who ask for a renewal, and the offices that decide it: all on the days of <see cref="Renewal"/>.</summary>
internal sealed class Applicants(YearPlatform platform, IReadOnlyList<Holder> holders)
{
    public const string Service = "talent-classification";

    private static readonly string[] Papers = ["identity", "contract", "business-licence", "degree", "former-employer-consent"];

    /// <summary>What everybody answers alike.</summary>
    private static readonly JsonElement Same = JsonDocument.Parse("""
        {
          "idType": "resident-id", "idLongTerm": false, "idValidTo": "2040-01-01", "nationality": "CHN", "birthDate": "1990-01-01",
          "mobile": "13800138000", "email": "applicant@example.com",
          "education": "graduate", "degree": "doctor", "school": "试例大学", "major": "光学工程", "line": "professional", "title": "none", "skill": "none",
          "employed": true, "formerEmployer": "试例研究所", "formerEmployerPlace": "上海市徐汇区", "formerPosition": "研究员", "postdoc": false,
          "uscc": "91220104MA99T0018D", "employerName": "长春试例光电有限公司", "way": "part-time", "enclave": false,
          "contractType": "work", "contractFrom": "2025-01-01", "contractTo": "2030-12-31", "months": 5, "position": "光学工程专家",
          "urgent": false, "contractChecked": true, "level": "E", "clause": "degree", "evidence": "none",
          "summary": "长期从事光学工程研究，主持试例项目三项。", "achievements": [], "exception": false,
          "noBars": true, "pledge": true, "privacyConsent": true, "sensitiveConsent": true, "sharingConsent": true
        }
        """).RootElement;

    private readonly ILookup<DateOnly, Holder> _filing = holders.Where(h => Renewal.Of(h) is not null).ToLookup(h => Renewal.Of(h)!.Filed);
    private readonly ILookup<DateOnly, Holder> _leaving = holders.Where(h => Renewal.Of(h)?.TakenBack is not null).ToLookup(h => Renewal.Of(h)!.TakenBack!.Value);

    /// <summary>On which day a step of an application is done, in the morning; null where nobody ever does it.</summary>
    public static DateOnly? DoneOn(string activity, Holder holder) => Renewal.Of(holder) is not { Recommended: not null } application ? null : activity switch
    {
        "recommend" => application.Recommended,
        "accept" => application.Accepted,
        "cityReview" => application.Reviewed,
        "check" => application.Examined,
        _ => application.Decided,
    };

    /// <summary>What an office does at a step, with which form.</summary>
    public static (string Office, string Act, object Form) Answer(string activity) => activity switch
    {
        "recommend" => (Office.Agent, "approve", new { publicised = true, publicisedFrom = "2025-12-01", publicisedTo = "2025-12-05", onDuty = true, outstanding = false, contribution = "本人实际在岗，同意推荐。" }),
        "accept" => (Office.Intake, "accept", new { civilServant = false, dishonestDebtor = false, underDiscipline = false, contractVerified = true, outsideVerified = true }),
        "cityReview" => (Office.City, "approve", new { contentVerified = true, urgent = false, opinion = "not-needed" }),
        "check" => (Office.Province, "approve", new { identityVerified = true, clauseVerified = true, evidence = "none" }),
        _ => (Office.Approver, "approve", new { }),
    };

    /// <summary>An hour of those who apply: some file in the morning, some take theirs back in the afternoon.</summary>
    public async Task ActAsync(DateOnly today, int hour, Func<Guid, Task<CurrentUser>> user)
    {
        foreach (var holder in hour == People.Morning ? _filing[today] : [])
        {
            if (await CaseAsync(holder) is null)
            {
                await FileAsync(holder, await user(holder.User));
            }
        }

        foreach (var holder in hour == People.Afternoon ? _leaving[today] : [])
        {
            if (await CaseAsync(holder) is { FinishedAt: null } open)
            {
                await People.DoAsync<WithdrawCase, Unit>(platform, async u => await u.HandleAsync(new WithdrawCase.Request(open.Id, "另行申报。"), await user(holder.User), default));
            }
        }
    }

    private Task<Case?> CaseAsync(Holder holder) => platform.ReadAsync(c => c.Cases.AsNoTracking()
        .FirstOrDefaultAsync(r => r.ApplicantUserId == holder.User && r.ServiceCode == Service && r.SubmittedAt > YearLoop.Begin));

    private async Task FileAsync(Holder holder, CurrentUser user)
    {
        var draft = (await People.DoAsync<OpenDraft, OpenDraft.Opened>(platform, u => u.HandleAsync(new OpenDraft.Request(Service), user, default))).Id;
        var values = Answers(holder);
        foreach (var paper in Papers)
        {
            // A field that asks for a paper is called as the paper is, or by its key.
            using var content = new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray());
            var taken = await People.DoAsync<UploadDocument, DocumentDto>(platform, u => u.HandleAsync(new UploadDocument.Request(draft, null, paper, $"{paper}.pdf", content), user, default));
            values[await PickerAsync(draft, paper, user)] = JsonSerializer.SerializeToElement(new[] { taken.Id });
        }

        var seen = await EtagAsync(draft);
        var saved = await People.DoAsync<SaveDraft, SaveDraft.Saved>(platform, u => u.HandleAsync(new SaveDraft.Request(draft, values, seen), user, default));
        await People.DoAsync<SubmitDraft, SubmitDraft.Submitted>(platform, u => u.HandleAsync(new SubmitDraft.Request(draft, saved.Etag, $"year-{holder.User:N}"), user, default));
    }

    private async Task<string> PickerAsync(Guid draft, string paper, CurrentUser user)
    {
        var loaded = await People.DoAsync<DraftLoader, LoadedDraft>(platform, u => u.LoadAsync(draft, user, default));
        return loaded.Form.All.First(f => f.Rules.Document == paper && f.Key is not null).Key!;
    }

    private Task<string> EtagAsync(Guid draft) => platform.ReadAsync(async c => Etag.Of(await c.Drafts.AsNoTracking().SingleAsync(d => d.Id == draft)));

    private static Dictionary<string, JsonElement> Answers(Holder holder) => CaseHost.Values(Same)
        .Concat(CaseHost.Values(new { name = $"试例{holder.Number}", idNumber = IdNumber(holder.Number), gender = holder.Number % 2 == 1 ? "male" : "female" }))
        .ToDictionary(v => v.Key, v => v.Value);

    /// <summary>A number with its check digit, another one for each holder (GB 11643): the place varies with the thousands.</summary>
    private static string IdNumber(int number)
    {
        var places = new[] { "320102", "320104", "320105", "320106", "320111", "320113" };
        var body = string.Create(CultureInfo.InvariantCulture, $"{places[number / 1000 % places.Length]}19900101{number % 1000:000}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }
}
