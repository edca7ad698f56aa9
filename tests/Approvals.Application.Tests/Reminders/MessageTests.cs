using Approvals.Application.MessageTexts;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Approvals.Feel;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Reminders;

/// <summary>Messages that staff write, and what was given up.</summary>
public sealed class MessageTests
{
    private static readonly MessageDesk.Draft Draft = new("到期：{{ number }}", "Due: {{ number }}", "{{ name }}，请办理。", "{{ name }}, please act.");

    [Fact]
    public async Task Keep_NewVersion_CountsAtOnceAndTheSecondOfTwoIsTold()
    {
        await using var host = await HostAsync();
        var editor = await host.PersonAsync("editor", Roles.PolicyEditor, "220000");
        var before = (await ListAsync(host, editor)).Single(m => m.Name == "task-red");

        var kept = await KeepAsync(host, editor, "task-red", before.Number, Draft);
        var late = await KeepAsync(host, editor, "task-red", before.Number, Draft);
        var line = await host.UseAsync<MessagesInForce, string>(u => u.LineAsync("task-red", FeelContext.Of(("number", FeelValue.Of("7"))), "en", default));

        Assert.Equal((2, "editor"), (kept.Value.Number, kept.Value.ByName));
        Assert.Equal(("rights.stale", "Due: 7"), (late.Error!.Code, line));
        Assert.Equal(1, await host.ReadAsync(c => c.AuditEntries.CountAsync(a => a.Action == "messages.changed")));
    }

    [Theory]
    [InlineData("{{ number", "letters.unclosed")]
    [InlineData("{{#if number}}x", "letters.unclosed")]
    public async Task Keep_TextThatDoesNotCompile_IsRefusedAtItsField(string body, string code)
    {
        await using var host = await HostAsync();
        var editor = await host.PersonAsync("editor", Roles.PolicyEditor, "220000");

        var kept = await KeepAsync(host, editor, "task-red", 1, Draft with { BodyEn = body });

        Assert.Equal(("bodyEn", code), (Assert.Single(kept.Error!.Fields).Path, kept.Error!.Fields[0].Code));
        Assert.Equal(1, (await ListAsync(host, editor)).Single(m => m.Name == "task-red").Number);
    }

    [Theory]
    [InlineData("account-reset", "bodyEn")]
    [InlineData("account-confirm", "bodyEn")]
    [InlineData("account-two-factor", null)]
    public async Task Keep_MailThatIsForNothingWithoutItsLink_MustLeadThereInBothLanguages(string name, string? wrong)
    {
        await using var host = await HostAsync();
        var editor = await host.PersonAsync("editor", Roles.PolicyEditor, "220000");

        var kept = await KeepAsync(host, editor, name, 1, Draft with { SubjectZh = "账号", SubjectEn = "Account", BodyZh = "[打开]({{ link }})", BodyEn = "{{ userName }}, please act." });

        Assert.Equal(wrong, kept.IsSuccess ? null : Assert.Single(kept.Error.Fields).Path);
        Assert.Contains("userName", (await ListAsync(host, editor)).Single(m => m.Name == name).Names);
    }

    [Fact]
    public async Task Preview_MarkupInTheTextOrAValue_IsShownAndNotRun()
    {
        await using var host = await HostAsync();
        var editor = await host.PersonAsync("editor", Roles.PolicyEditor, "220000");

        var preview = (await host.UseAsync<MessageDesk, Result<WordingPreviewDto>>(u =>
            u.PreviewAsync("task-red", Draft with { BodyZh = "<script>alert(1)</script> **{{ name }}** [打开]({{ link }})" }, editor, default))).Value;

        Assert.DoesNotContain("<script", preview.Zh.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<strong>张示例</strong>", preview.Zh.Html, StringComparison.Ordinal);
        Assert.Contains("打开: http://localhost:5080/cases", preview.Zh.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"http://localhost:5080/cases\"", preview.Zh.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_OfSomebodyElse_IsClosed()
    {
        await using var host = await HostAsync();

        Assert.Equal("rights.forbidden", (await KeepAsync(host, host.First, "task-red", 1, Draft)).Error!.Code);
        Assert.Equal("rights.forbidden", (await host.UseAsync<DeadLetters, Result<DeadLetterPageDto>>(u => u.ReadAsync(null, host.First, default))).Error!.Code);
    }

    [Theory, AllDatabases]
    public async Task Resend_OfAMailThatWasGivenUp_PutsItBehindTheOthersWithTheSameId(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var mender = await host.PersonAsync("operator", Roles.Operator, "220000");
        var id = await host.InAsync(async services =>
        {
            var message = services.GetRequiredService<OutboxWriter>().Add("mail.digest", "k", new { user = host.First.Id }, orderId: MessageOrder.Mail(host.First.Id));
            (message.State, message.LastError, message.Attempts) = (OutboxState.Failed, "mail.recipient.550", 3);
            await services.GetRequiredService<Approvals.Application.Database.WriteTransaction>().CommitAsync(default);
            return message.Id;
        });

        var listed = Assert.Single((await host.UseAsync<DeadLetters, Result<DeadLetterPageDto>>(u => u.ReadAsync(null, mender with { Language = "en" }, default))).Value.Items);
        host.Host.Time.Advance(TimeSpan.FromHours(1));
        var resent = await host.UseAsync<DeadLetters, Result<Unit>>(u => u.ResendAsync(id, mender, default));
        var again = await host.UseAsync<DeadLetters, Result<Unit>>(u => u.ResendAsync(id, mender, default));

        Assert.Equal(("The mail server does not take mails for this recipient (550).", "first", 3), (listed.Reason, listed.RecipientName, listed.Attempts));
        Assert.Equal((true, "outbox.notGivenUp"), (resent.IsSuccess, again.Error!.Code));
        var row = await host.ReadAsync(c => c.OutboxMessages.AsNoTracking().SingleAsync(m => m.Id == id));
        Assert.Equal((OutboxState.Pending, 0, host.Host.Time.GetUtcNow()), (row.State, row.Attempts, row.ReadyAt));
        Assert.Equal(1, await host.ReadAsync(c => c.AuditEntries.CountAsync(a => a.Action == "outbox.resent")));
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.InAsync(async services =>
        {
            await services.GetRequiredService<LoadMessages>().HandleAsync(Path.Combine(CaseHost.Root(), "data", "messages"), default);
            return true;
        });
        return host;
    }

    private static async Task<IReadOnlyList<WordingDto>> ListAsync(CaseHost host, CurrentUser user) =>
        (await host.UseAsync<MessageDesk, Result<IReadOnlyList<WordingDto>>>(u => u.ListAsync(user, default))).Value;

    private static Task<Result<WordingDto>> KeepAsync(CaseHost host, CurrentUser user, string name, int number, MessageDesk.Draft draft) =>
        host.UseAsync<MessageDesk, Result<WordingDto>>(u => u.KeepAsync(name, number, draft, user, default));
}
