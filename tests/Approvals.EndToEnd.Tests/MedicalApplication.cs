using System.Globalization;
using System.Text.Json;

namespace Approvals.EndToEnd.Tests;

/// <summary>Registrations of relatives and bookings of visits, brought over HTTP to where a story needs them.</summary>
internal static class MedicalApplication
{
    public const string Hospital = "hospital.ding";

    private const string HospitalCode = "122201000099H0016R";
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Takes somebody through the classification, to a card.</summary>
    public static async Task GiveCardAsync(Caseload cases, string user)
    {
        var applicant = await cases.AsAsync(user);
        if ((await applicant.GetAsync("/api/cards")).GetArrayLength() > 0)
        {
            return;
        }

        var own = new { birthDate = DemonstrationPeople.BirthDateOf(user), degree = "master", title = "full", titleName = "正高级工程师", level = "D", clause = "title" };
        var filed = await PreparedApplication.SubmitAsync(applicant, own);
        await cases.ToNoticeAsync(filed.Number);
        await Demonstration.ForwardAsync(applicant, days: 10);
        await cases.ActAsync("guo.zhenhai", filed.Number, "approve", null);
    }

    /// <summary>Asks for a spouse to be registered.</summary>
    public static Task<Submitted> AskForSpouseAsync(ApiCaller applicant) => FileAsync(
        applicant, "medical",
        new()
        {
            ["relation"] = "spouse", ["relativeName"] = "李试例", ["relativeIdType"] = "resident-id", ["relativeIdNumber"] = "310104198709080328", ["relativeBirthDate"] = "1987-09-08",
            ["relativeSex"] = "female", ["relativeEmail"] = "relative@example.com", ["pledge"] = true, ["privacyConsent"] = true, ["sharingConsent"] = true,
        },
        new() { ["docIdentity"] = "relative-identity", ["docRelation"] = "relation-proof" });

    /// <summary>Accepted, looked at by the authority and recorded.</summary>
    public static async Task RecordAsync(Caseload cases, string number)
    {
        await cases.ActAsync("dong.xue", number, "accept", null);
        await cases.ActAsync("li.hui", number, "approve", new { cardVerified = true, relationVerified = true, consentVerified = false });
        await cases.ActAsync("health.su", number, "approve", null);
    }

    /// <summary>Asks for a visit in the second week from now, for oneself or a registered relative.</summary>
    public static async Task<Submitted> AskForVisitAsync(ApiCaller applicant, string? patient = null)
    {
        var today = await TodayAsync(applicant);
        var values = new Dictionary<string, object>
        {
            ["forWhom"] = patient is null ? "self" : "family", ["mobile"] = "19900400001", ["hospital"] = HospitalCode, ["visit"] = "outpatient",
            ["wanted"] = new { from = Day(today.AddDays(8)), to = Day(today.AddDays(14)) }, ["department"] = "cardiology", ["symptoms"] = "活动后胸闷两周。",
            ["sensitiveConsent"] = true, ["rules"] = true,
        };
        if (patient is not null)
        {
            values["patient"] = patient;
        }

        return await FileAsync(applicant, "medical-booking", values, []);
    }

    /// <summary>The hospital confirms the visit of a case for a morning so many days ahead.</summary>
    public static async Task ConfirmAsync(Caseload cases, ApiCaller applicant, Submitted filed, int days)
    {
        var owner = await cases.AsAsync(Hospital);
        var booking = await BookingAsync(applicant, filed);
        var starts = new DateTimeOffset((await TodayAsync(applicant)).AddDays(days).ToDateTime(new TimeOnly(9, 0)), China);
        await owner.PostAsync($"/api/bookings/{booking}/answer", new
        {
            etag = (await owner.GetAsync($"/api/bookings/{booking}")).Text("etag"),
            idempotencyKey = Key(),
            answer = "confirm",
            startsAt = starts,
            place = "门诊楼三层",
            contact = "丁医生",
        });
    }

    /// <summary>The hospital says that nobody came.</summary>
    public static async Task MissAsync(Caseload cases, ApiCaller applicant, Submitted filed)
    {
        var owner = await cases.AsAsync(Hospital);
        var booking = await BookingAsync(applicant, filed);
        await owner.PostAsync(
            $"/api/bookings/{booking}/attendance", new { etag = (await owner.GetAsync($"/api/bookings/{booking}")).Text("etag"), idempotencyKey = Key(), attended = false });
    }

    public static async Task<DateOnly> TodayAsync(ApiCaller caller) =>
        DateOnly.FromDateTime((await caller.GetAsync("/api/demo/clock")).GetProperty("now").GetDateTimeOffset().ToOffset(China).DateTime);

    private static async Task<string> BookingAsync(ApiCaller applicant, Submitted filed) => (await applicant.GetAsync($"/api/cases/{filed.Id}/bookings"))[0].Text("id");

    private static async Task<Submitted> FileAsync(ApiCaller applicant, string service, Dictionary<string, object> values, Dictionary<string, string> documents)
    {
        var id = (await applicant.PostAsync($"/api/services/{service}/drafts")).Text("id");
        foreach (var (field, type) in documents)
        {
            values[field] = new[] { (await applicant.UploadAsync($"/api/documents?draft={id}&type={type}", SamplePdf.File(type))).Text("id") };
        }

        var etag = (await applicant.GetAsync($"/api/drafts/{id}")).Text("etag");
        etag = (await applicant.PutAsync($"/api/drafts/{id}", new { values, etag })).Text("etag");
        var done = await applicant.PostAsync($"/api/drafts/{id}/submit", new { etag, idempotencyKey = Key() });
        return new(done.Text("caseId"), done.Text("number"));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Key() => Guid.NewGuid().ToString("N");
}
