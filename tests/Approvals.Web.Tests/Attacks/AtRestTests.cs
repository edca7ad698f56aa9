using System.Text;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Whoever copies the database or the folder of documents finds nobody's identifier and no sensitive answer in them.</summary>
public sealed class AtRestTests(CarefulProduct server) : IClassFixture<CarefulProduct>
{
    [Fact]
    public async Task Database_AndDocuments_HoldNoIdentifierAndNoSensitiveAnswerInTheClear()
    {
        const string Secret = "隐秘的材料内容";
        var filed = await new CaseStory(server).SubmitAsync("zhang.mingyuan");
        var draft = (await filed.Applicant.GetAsync($"/api/cases/{filed.Id}")).Body.ToString();
        Assert.DoesNotContain("310104198506121038", draft, StringComparison.Ordinal);
        var letter = (await filed.Applicant.GetAsync($"/api/cases/{filed.Id}"))["letters"][0].GetProperty("id").GetString();
        var told = $"办件编号：{filed.Number}";
        Assert.Contains(told, (await filed.Applicant.GetAsync($"/api/letters/{letter}")).Body.ToString(), StringComparison.Ordinal);
        var other = await server.SignInAsync("zhou.jianhua");
        var begun = (await other.PostAsync("/api/services/talent-classification/drafts")).Text("id");
        var file = await other.UploadAsync(
            $"/api/documents?draft={begun}&type=contract", [.. CaseStory.Pdf, .. Encoding.UTF8.GetBytes(Secret)], "机密合同名称.pdf", "application/pdf");
        Assert.Equal(200, file.Status);
        await server.ReadAsync(c => c.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));

        string[] secrets = ["310104198506121038", "440106197912031211", "19900017919", Secret, "机密合同名称", told];
        foreach (var path in Directory.EnumerateFiles(server.Data, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/keys/", StringComparison.Ordinal)))
        {
            var content = await ReadSharedAsync(path);
            Assert.All(secrets, secret => Assert.True(
                content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0 && content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0,
                $"{Path.GetFileName(path)} holds {secret}"));
        }
    }

    [Fact]
    public async Task KeysOfCookies_InTheDatabase_AreSealed()
    {
        await server.SignInAsync("zhou.jianhua");

        var keys = await server.ReadAsync(c => c.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).ToListAsync());

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<sealedKey key=", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));
    }

    /// <summary>The test looks where it should: what is not secret is found there.</summary>
    [Fact]
    public async Task Database_HoldsWhatIsNotSecret()
    {
        await server.SignInAsync("zhou.jianhua");
        await server.ReadAsync(c => c.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));

        Assert.True((await ReadSharedAsync(Path.Combine(server.Data, "approvals.db"))).AsSpan().IndexOf("zhou.jianhua"u8) > 0);
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content);
        return content;
    }
}
