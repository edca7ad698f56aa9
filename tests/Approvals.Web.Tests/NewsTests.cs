using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Letters;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests;

/// <summary>The news of a reader: their own, newest first, in their language, page by page.</summary>
[Collection(SharedCare.Name)]
public sealed class NewsTests(CarefulProduct server)
{
    private const string Reader = "emily.carter";

    [Fact]
    public async Task News_AreTheReadersOwn_NewestFirst_InEitherLanguage_AndLeadToTheLetter()
    {
        await server.LoadAsync(LetterTests.Telling("news-letter"));
        var applicant = await server.SignInAsync(Reader);
        var id = await applicant.ApplyAsync("news-letter");

        var (chinese, english) = (await applicant.GetAsync("/api/news"), await (await server.SignInAsync(Reader, "en")).GetAsync("/api/news"));
        var about = chinese["items"].EnumerateArray().Where(n => n.GetProperty("caseId").ValueEquals(id)).ToList();
        var letter = Assert.Single(about, n => n.GetProperty("letterId").GetString() is not null);

        Assert.StartsWith("told", letter.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, (await applicant.GetAsync($"/api/letters/{letter.GetProperty("letterId").GetString()}")).Status);
        var times = chinese["items"].EnumerateArray().Select(n => n.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(
            chinese["items"].EnumerateArray().Select(n => n.GetProperty("id").GetString()), english["items"].EnumerateArray().Select(n => n.GetProperty("id").GetString()));
        Assert.DoesNotContain(english["items"].EnumerateArray(), n => n.GetProperty("letterId").GetString() is null && n.GetProperty("text").GetString()!.Any(c => c is >= '\u4e00' and <= '\u9fff'));
        Assert.DoesNotContain((await (await server.SignInAsync("chen.siyu")).GetAsync("/api/news"))["items"].EnumerateArray(), n => n.GetProperty("caseId").ValueEquals(id));
    }

    [Fact]
    public async Task News_ManyOfThem_ComePageByPage_EachOnce()
    {
        await server.LoadAsync(LetterTests.Telling("news-pages"));
        var applicant = await server.SignInAsync(Reader);
        await applicant.ApplyAsync("news-pages");
        var (user, first) = await server.ReadAsync(async c => (await c.Users.SingleAsync(u => u.UserName == Reader), await c.Notifications.AsNoTracking().OrderBy(n => n.Id).LastAsync()));
        await server.ReadAsync(async c =>
        {
            c.Notifications.AddRange(Enumerable.Range(1, 45).Select(i => new Approvals.Application.Outbox.Notification
            {
                Id = Guid.CreateVersion7(), UserId = user.Id, CaseId = first.CaseId, Template = first.Template, At = first.At.AddMinutes(-(i / 3)),
            }));
            return await c.SaveChangesAsync();
        });

        List<string> seen = [];
        for (string? cursor = null, next = ""; next is not null; cursor = next)
        {
            var page = await applicant.GetAsync($"/api/news?cursor={Uri.EscapeDataString(cursor ?? "")}");
            seen.AddRange(page["items"].EnumerateArray().Select(n => n.GetProperty("id").GetString()!));
            next = page["next"].GetString();
        }

        Assert.Equal(await server.CountAsync(c => c.Notifications.Where(n => n.UserId == user.Id)), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task News_OfSomebodyElse_AreNotMarkedRead()
    {
        await server.LoadAsync(LetterTests.Telling("news-other"));
        await (await server.SignInAsync(Reader)).ApplyAsync("news-other");
        var other = await server.ReadAsync(c => c.Notifications.Where(n => c.Users.Any(u => u.Id == n.UserId && u.UserName == Reader)).OrderByDescending(n => n.Id).Select(n => n.Id).FirstAsync());

        Assert.Equal(404, (await (await server.SignInAsync("chen.siyu")).PostAsync($"/api/news/{other}/read")).Status);
        Assert.Equal(1, await server.CountAsync(c => c.Notifications.Where(n => n.Id == other && n.ReadAt == null)));
    }
}
