using Approvals.Application.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Reminders, their messages and what was given up, changed twice at once.</summary>
[Collection(SharedCare.Name)]
public sealed class ReminderTwiceTests(CarefulProduct server)
{
    [Fact, Holds(Bad.Twice, "PUT /api/admin/reminders/{code}"), Holds(Bad.Stale, "PUT /api/admin/reminders/{code}")]
    public async Task Rule_AddedTwice_IsThereOnceAndRefusesAStaleVersion()
    {
        var admin = await server.SignInAsync("admin.system");
        var body = Requests.Body(Contract.Find("PUT /api/admin/reminders/{code}"));
        body.Remove("etag");

        Twins.OneDone(await admin.TwiceAsync("PUT", "/api/admin/reminders/late-by-two", body), 409);

        Assert.Equal(1, await server.CountAsync(c => c.PlatformReminders.Where(r => r.Code == "late-by-two")));
        Assert.Equal("rights.stale", (await admin.PutAsync("/api/admin/reminders/late-by-two", body)).Code);
        var rule = (await admin.GetAsync("/api/admin/reminders")).Body.EnumerateArray().Single(r => r.GetProperty("code").GetString() == "late-by-two");
        Assert.Contains("待办到期后 2 个工作日", rule.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact, Holds(Bad.Twice, "PUT /api/admin/messages/{name}"), Holds(Bad.Twice, "POST /api/admin/messages/{name}/preview")]
    public async Task Message_ChangedTwice_HasOneNewVersion()
    {
        var editor = await server.SignInAsync("zhou.min");
        var body = Matrix.Find("PUT /api/admin/messages/{name}").Body!;

        Twins.BothDone(await editor.TwiceAsync("POST", "/api/admin/messages/task-red/preview", body));
        Twins.OneDone(await editor.TwiceAsync("PUT", "/api/admin/messages/task-red", body), 409);

        Assert.Equal(2, await server.ReadAsync(c => c.MessageTemplates.Where(t => t.Name == "task-red").MaxAsync(t => t.Number)));
        Assert.Equal(404, (await editor.PutAsync("/api/admin/messages/nothing", body)).Status);
    }

    [Fact, Holds(Bad.Twice, "POST /api/admin/dead-letters/{id}/resend")]
    public async Task DeadLetter_ResentTwice_IsSentAgainOnce()
    {
        var id = Guid.NewGuid();
        await server.ReadAsync(async c =>
        {
            c.OutboxMessages.Add(new OutboxMessage
            {
                Id = id, Kind = "mail.flow", IdempotencyKey = $"unsent:{id}", Payload = "{}", State = OutboxState.Failed, LastError = "mail.recipient.550",
                CreatedAt = DateTimeOffset.UnixEpoch, ReadyAt = DateTimeOffset.UnixEpoch,
            });
            return await c.SaveChangesAsync();
        });
        var mender = await server.SignInAsync("ops.cai");
        Assert.Contains((await mender.GetAsync("/api/admin/dead-letters")).Body.GetProperty("items").EnumerateArray(), m => m.GetProperty("id").GetString() == id.ToString());

        Twins.OneDone(await mender.TwiceAsync("POST", $"/api/admin/dead-letters/{id}/resend"), 409);

        Assert.InRange(await server.CountAsync(c => c.AuditEntries.Where(a => a.Action == "outbox.resent" && a.SubjectId == id.ToString())), 1, 2);
    }

    [Fact, Holds(Bad.Twice, "PUT /api/me/reminders/{code}")]
    public async Task Reminder_SwitchedOffTwice_IsOffOnce()
    {
        var applicant = await server.SignInAsync("zhou.jianhua");

        Twins.BothDone(await applicant.TwiceAsync("PUT", "/api/me/reminders/entitlement-ends", new { on = false }));

        Assert.Equal(1, await server.CountAsync(c => c.ReminderOptOuts.Where(o => o.Rule == "entitlement-ends")));
        var own = (await applicant.GetAsync("/api/me/reminders")).Body.EnumerateArray().Single(r => r.GetProperty("code").GetString() == "entitlement-ends");
        Assert.Equal((false, true), (own.GetProperty("on").GetBoolean(), own.GetProperty("optional").GetBoolean()));
        Assert.Equal("reminders.notOptional", (await applicant.PutAsync("/api/me/reminders/task-red", new { on = false })).Code);
        Assert.Equal(204, (await applicant.PutAsync("/api/me/reminders/entitlement-ends", new { on = true })).Status);
    }
}
