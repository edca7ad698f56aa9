using Approvals.Application.Outbox;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Letters;

/// <summary>That a letter arrived, that it is one of ours, and how it looks on paper.</summary>
[Collection(SharedCare.Name)]
public sealed class LetterTests(CarefulProduct server)
{
    [Fact]
    public async Task Letter_ReadByWhomItIsFor_ProvesItsDelivery_AndAnotherReaderDoesNot()
    {
        var (applicant, letter) = await ToldAsync("proved-letter", "liu.bowen");
        var auditor = await server.SignInAsync("audit.he");

        var before = Way(await auditor.GetAsync($"/api/letters/{letter}"), "page");
        var read = Way(await applicant.GetAsync($"/api/letters/{letter}"), "page");
        var again = Way(await auditor.GetAsync($"/api/letters/{letter}"), "page");

        Assert.Equal(("ready", "received", "received"), (before.Status, read.Status, again.Status));
        Assert.Equal(read.At, again.At);
        Assert.Equal(404, (await (await server.SignInAsync("chen.siyu")).GetAsync($"/api/letters/{letter}")).Status);
    }

    [Fact]
    public async Task Letter_ByMail_IsDeliveredOnceAMailServerTookIt()
    {
        var (applicant, letter) = await ToldAsync("mailed-letter", "liu.bowen");
        var before = Way(await applicant.GetAsync($"/api/letters/{letter}"), "mail");

        await server.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(default);

        var after = Way(await applicant.GetAsync($"/api/letters/{letter}"), "mail");
        Assert.Equal(("waiting", "accepted"), (before.Status, after.Status));
        Assert.NotNull(after.At);
    }

    [Fact]
    public async Task Letter_AtTheCounter_IsHandedOverByTheCounterAlone()
    {
        var (applicant, letter) = await ToldAsync("fetched-letter", "liu.bowen");

        var own = await applicant.PostAsync($"/api/letters/{letter}/pick-up", new { receivedBy = "本人" });

        Assert.Equal(403, own.Status);
        Assert.Equal("waiting", Way(await applicant.GetAsync($"/api/letters/{letter}"), "counter").Status);
    }

    [Fact]
    public async Task Code_OfALetter_TellsWhatItGranted_UntilThatIsOver_AndNothingMore()
    {
        var (applicant, letter) = await ToldAsync("checked-letter", "liu.bowen");
        var (read, id) = (await applicant.GetAsync($"/api/letters/{letter}"), Guid.Parse(letter));
        var address = $"/api{new Uri(read.Text("verifyUrl")).AbsolutePath}";

        var valid = await server.Visit().GetAsync(address);
        var yesterday = DateOnly.Parse((await applicant.GetAsync("/api/session")).Text("today"), System.Globalization.CultureInfo.InvariantCulture).AddDays(-1);
        var about = Guid.Parse(read.Text("caseId"));
        await server.ReadAsync(c => c.Entitlements.Where(e => e.CaseId == about).ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedOn, yesterday)));
        var revoked = await server.Visit().GetAsync(address);

        Assert.Equal((true, read.Text("number")), (valid["genuine"].GetBoolean(), valid.Text("caseNumber")));
        Assert.Equal(("valid", "revoked"), (Granted(valid), Granted(revoked)));
        Assert.All(["刘博文", "told"], hidden => Assert.DoesNotContain(hidden, $"{valid.Text("holderMasked")} {valid["granted"]}", StringComparison.Ordinal));

        await server.ReadAsync(c => c.Letters.Where(l => l.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Payload, new byte[] { 1, 2, 3 })));
        Assert.Equal(404, (await server.Visit().GetAsync(address)).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public async Task Code_WithOneSignChanged_IsNoneOfOurs(int place)
    {
        var (applicant, letter) = await ToldAsync($"forged-letter-{place + 1}", "liu.bowen");
        var token = new Uri((await applicant.GetAsync($"/api/letters/{letter}")).Text("verifyUrl")).Segments[^1].ToCharArray();
        var at = place < 0 ? token.Length - 2 : place;
        token[at] = token[at] == 'A' ? 'B' : 'A';

        Assert.Equal(404, (await server.Visit().GetAsync($"/api/verify/letters/{new string(token)}")).Status);
    }

    /// <summary>A letter to an applicant of a service of its own, and what was granted with it.</summary>
    private async Task<(Visitor Applicant, string Letter)> ToldAsync(string service, string user)
    {
        await server.LoadAsync(Telling(service));
        var applicant = await server.SignInAsync(user);
        var id = await applicant.ApplyAsync(service);
        return (applicant, (await applicant.GetAsync($"/api/cases/{id}"))["letters"][0].GetProperty("id").GetString()!);
    }

    internal static FlowPackage Telling(string service) => FlowPackage.Begin(service).Letter("told", "page, mail, pickup")
        .Step("tell", "Approvals.Notify", ("to", new object[] { new { kind = "applicant" } }), ("template", "told"), ("channels", new[] { "page", "mail", "pickup" }))
        .Step("grant", "Approvals.Grant", ("kind", "grant"), ("validFrom", "=today")).End("yes", "granted").Ways("apply>tell", "tell>grant", "grant>yes");

    private static (string Status, string? At) Way(Answer letter, string channel)
    {
        var way = letter["deliveries"].EnumerateArray().Single(d => d.GetProperty("channel").ValueEquals(channel));
        return (way.GetProperty("status").GetString()!, way.GetProperty("at").GetString());
    }

    private static string? Granted(Answer verified) => Assert.Single(verified["granted"].EnumerateArray()).GetProperty("status").GetString();
}
