using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Jobs;
using Approvals.Application.Paging;
using Approvals.Application.PersonalData;
using Approvals.Application.Policies;
using Approvals.Application.Retention;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Retention;

/// <summary>Archiving and erasing finished cases by the dates of their rules, but for those that something keeps.</summary>
public sealed class RetentionJobTests
{
    private static readonly CurrentUser Operator = new(Guid.NewGuid(), "运维", [new RoleGrant(Roles.Operator, "220000", "/220000/")]);

    [Theory, AllDatabases]
    public async Task Archive_FinishedCase_IsOneSealedBundleWhoseHashesHold(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, years: 1);
        var id = await RefusedAsync(host);
        await RunAsync(host, "retention.archive");
        Assert.Empty(await host.ReadAsync(c => c.CaseArchives.ToListAsync()));
        host.Host.Time.Advance(TimeSpan.FromDays(31));

        await RunAsync(host, "retention.archive");
        await RunAsync(host, "retention.archive");

        var archive = Assert.Single(await host.ReadAsync(c => c.CaseArchives.AsNoTracking().ToListAsync()));
        Assert.Equal("定期", archive.RetentionClass);
        var bytes = await ReadBundleAsync(host, archive);
        Assert.Equal((archive.Length, Convert.ToHexString(archive.Hash)), (bytes.Length, Convert.ToHexString(SHA256.HashData(bytes))));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var manifest = JsonDocument.Parse(Text(zip, "manifest.json")).RootElement;
        Assert.Equal((await host.RowAsync(id)).Number, manifest.GetProperty("number").GetString());
        var files = manifest.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("path").GetString()!, f => f.GetProperty("sha256").GetString());
        Assert.Equal(zip.Entries.Select(e => e.FullName).Where(n => n != "manifest.json").Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(f.Value, Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, f.Key)))));
        Assert.Contains(
            files.Keys.Where(f => f.StartsWith("forms/", StringComparison.Ordinal)),
            f => System.Text.RegularExpressions.Regex.Unescape(Text(zip, f)).Contains("张试", StringComparison.Ordinal));
        var events = JsonDocument.Parse(Text(zip, "timeline.json")).RootElement;
        Assert.Equal(await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.CaseId == id)), events.GetArrayLength());
        Assert.Equal(events[0].GetProperty("hash").GetString(), events[1].GetProperty("previousHash").GetString());
        host.Host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await host.UseAsync<RemoveOrphanFiles, int>(r => r.RunAsync(default)));
    }

    [Theory, AllDatabases]
    public async Task Erase_OnlyAfterTheLastDay_LeavesNothingReadableAndTheAuditWhole(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, years: 1);
        var id = await RefusedAsync(host);
        host.Host.Time.Advance(TimeSpan.FromDays(31));
        await RunAsync(host, "retention.archive");
        host.Host.Time.SetUtcNow(new DateTimeOffset(2027, 3, 2, 15, 59, 0, TimeSpan.Zero));
        Assert.Equal((0, 0), Counts(await PreviewAsync(host)));
        await RunAsync(host, "retention.erase");
        Assert.Null((await host.RowAsync(id)).ErasedAt);

        host.Host.Time.SetUtcNow(new DateTimeOffset(2027, 3, 2, 16, 1, 0, TimeSpan.Zero));
        var row = Assert.Single((await PreviewAsync(host)).Rows);
        Assert.Equal(("erase", new DateOnly(2027, 3, 2), null), (row.Act, row.LastDay, row.Barrier));
        await RunAsync(host, "retention.erase");
        await RunAsync(host, "retention.erase");

        var erased = await host.RowAsync(id);
        Assert.Equal((true, "", null), (erased.ErasedAt is not null, erased.ApplicantMaskedName, erased.Highlights));
        Assert.Equal("secrets.erased", (await host.UseAsync<ReplayCase, Result<ReplayCase.Replayed>>(u => u.HandleAsync(erased.Number, default))).Error?.Code);
        Assert.Equal(0, await host.ReadAsync(c => c.SearchValues.CountAsync(v => v.CaseId == id)));
        Assert.All(await host.ReadAsync(c => c.Opinions.Where(o => o.CaseId == id).ToListAsync()), o => Assert.Null(o.Text));
        var archive = await host.ReadAsync(c => c.CaseArchives.AsNoTracking().SingleAsync());
        Assert.Equal("secrets.erased", (await host.UseAsync<CaseBundle, Result<Stream>>(b => b.OpenAsync(archive, erased.KeyId, default))).Error?.Code);
        Assert.Equal(1, await host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "retention.erased")));
        await host.UseAsync<AuditSealer, int>(s => s.SealAllAsync(default));
        Assert.True((await host.UseAsync<AuditVerifier, AuditReport>(v => v.VerifyAsync(default))).IsIntact);
    }

    [Theory, AllDatabases]
    public async Task Erase_HeldOpenOrStillEntitling_IsToldAndLeftAlone(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, years: 0);
        var held = await host.RowAsync(await RefusedAsync(host));
        var granted = await host.RowAsync(await host.GrantedAsync());
        Assert.True((await host.UseAsync<HoldCase, Result<Unit>>(h => h.PlaceAsync(new HoldCase.Request(held.Number, "民初 1 号"), Operator, default))).IsSuccess);
        Assert.Equal("retention.heldAlready", (await host.UseAsync<HoldCase, Result<Unit>>(h => h.PlaceAsync(new HoldCase.Request(held.Number, "再次"), Operator, default))).Error?.Code);
        var open = await host.RowAsync(await host.CaseAsync());
        host.Host.Time.Advance(TimeSpan.FromDays(2));

        await RunAsync(host, "retention.erase");

        Assert.All(new[] { held, granted, open }, c => Assert.Null(host.ReadAsync(d => d.Cases.AsNoTracking().SingleAsync(r => r.Id == c.Id)).Result.ErasedAt));
        var faults = await host.ReadAsync(c => c.JobFaults.OrderBy(f => f.Code).Select(f => new { f.Code, f.Chunk }).ToListAsync());
        Assert.Equal([("retention.entitled", granted.Number), ("retention.held", held.Number)], faults.Select(f => (f.Code, f.Chunk!)));

        var hold = Assert.Single((await PreviewAsync(host)).Holds);
        Assert.True((await host.UseAsync<HoldCase, Result<Unit>>(h => h.LiftAsync(hold.Number, Operator, default))).IsSuccess);
        host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(host, "retention.erase");
        Assert.NotNull((await host.RowAsync(held.Id)).ErasedAt);
        Assert.Null((await host.RowAsync(granted.Id)).ErasedAt);
    }

    [Theory, AllDatabases]
    public async Task Erase_WithAnOpenObjectionOrDataRequest_WaitsUntilItIsDecided(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, years: 0);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220000");
        var id = await RefusedAsync(host);
        var objection = await ObjectAsync(host, id);
        host.Host.Time.Advance(TimeSpan.FromDays(2));

        await RunAsync(host, "retention.erase");
        Assert.NotNull(Assert.Single((await PreviewAsync(host)).Rows).Barrier);
        await host.ReadAsync(c => c.Objections.Where(o => o.Id == objection).ExecuteUpdateAsync(o => o.SetProperty(x => x.RuledAt, host.Host.Time.GetUtcNow())));
        Assert.True((await host.UseAsync<FileDataRequest, Result<Guid>>(u => u.HandleAsync(new FileDataRequest.Request(DataRequestKind.Correction, "姓名有误", DataField.Name, "张试例"), host.Applicant, default))).IsSuccess);
        await RunAsync(host, "retention.erase");
        Assert.NotNull(Assert.Single((await PreviewAsync(host)).Rows).Barrier);
        Assert.Null((await host.RowAsync(id)).ErasedAt);

        var seen = Assert.Single((await host.UseAsync<DataRequestList, Result<Page<DataRequestDto>>>(u => u.ForOfficerAsync(true, null, lead, default))).Value.Items);
        Assert.True((await host.UseAsync<DecideDataRequest, Result<Unit>>(u => u.HandleAsync(new DecideDataRequest.Request(Guid.Parse(seen.Id), seen.Etag, false, "无误"), lead, default))).IsSuccess);
        await RunAsync(host, "retention.erase");

        Assert.NotNull((await host.RowAsync(id)).ErasedAt);
        Assert.Equal(["retention.dataRequest", "retention.objection"], await host.ReadAsync(c => c.JobFaults.Select(f => f.Code).Distinct().OrderBy(code => code).ToListAsync()));
    }

    [Theory, AllDatabases]
    public async Task Rules_DatedAndOfAService_CountFromTheirDay(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, years: 0);
        var longer = new { services = new Dictionary<string, object> { [SmallPackage.Code] = Rule(50) } };
        await host.Host.AddAsync(new Setting { Key = RetentionRules.Key, ValidFrom = new DateOnly(2026, 3, 3), Value = JsonSerializer.Serialize(longer, JsonSerializerOptions.Web) });
        var id = await RefusedAsync(host);
        host.Host.Time.Advance(TimeSpan.FromDays(1.5));

        await RunAsync(host, "retention.erase");

        Assert.Null((await host.RowAsync(id)).ErasedAt);
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind, int years)
    {
        var host = await CaseHost.CreateAsync(kind);
        var value = JsonSerializer.Serialize(new { @default = Rule(years) }, JsonSerializerOptions.Web);
        await host.Host.AddAsync(new Setting { Key = RetentionRules.Key, ValidFrom = new DateOnly(2021, 1, 1), Value = value });
        return host;
    }

    private static Dictionary<string, object> Rule(int years) =>
        new Dictionary<string, object> { ["class"] = new Dictionary<string, string> { ["zh-CN"] = "定期", ["en"] = "Fixed" }, ["years"] = years, ["countsFrom"] = "finish", ["archiveAfterDays"] = 30 };

    private static async Task<Guid> RefusedAsync(CaseHost host)
    {
        var id = await host.CaseAsync();
        Assert.True((await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "reject", $"no-{id:N}")).IsSuccess);
        Assert.NotNull((await host.RowAsync(id)).FinishedAt);
        return id;
    }

    /// <summary>Somebody objects to what was made public of a case, and nobody has ruled yet.</summary>
    private static async Task<Guid> ObjectAsync(CaseHost host, Guid id)
    {
        var (row, now) = (await host.RowAsync(id), host.Host.Time.GetUtcNow());
        var notice = new PublicNotice
        {
            Id = Guid.NewGuid(), CaseId = id, CaseNumber = row.Number, ServiceName = new LocalText("小额补助", "Small grant"), ActivityId = "notice", Round = 1, RegionCode = "220104",
            RegionPath = row.RegionPath, Title = new LocalText("公示", "Notice"), State = NoticeState.Ended, PublishedAt = now, FirstDay = new DateOnly(2026, 3, 2), LastDay = new DateOnly(2026, 3, 2), EndsAt = now,
        };
        var objection = new Objection { Id = Guid.NewGuid(), NoticeId = notice.Id, CaseId = id, Payload = [], FiledAt = now };
        await host.Host.AddAsync(notice, objection);
        return objection.Id;
    }

    private static Task<bool> RunAsync(CaseHost host, string job)
    {
        host.Host.Time.Advance(TimeSpan.FromSeconds(1));
        return host.UseAsync<JobRunner, bool>(r => r.RunAsync(job, host.Host.Time.GetUtcNow(), default));
    }

    private static async Task<RetentionDto> PreviewAsync(CaseHost host) => (await host.UseAsync<RetentionPreview, Result<RetentionDto>>(p => p.ReadAsync(Operator, default))).Value;

    private static (int, int) Counts(RetentionDto preview) => (preview.ToErase, preview.Kept);

    private static async Task<byte[]> ReadBundleAsync(CaseHost host, CaseArchive archive)
    {
        var key = await host.ReadAsync(c => c.Cases.Where(r => r.Id == archive.CaseId).Select(r => r.KeyId).SingleAsync());
        var opened = await host.UseAsync<CaseBundle, Result<Stream>>(b => b.OpenAsync(archive, key, default));
        await using var content = opened.Value;
        var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Bytes(ZipArchive zip, string path)
    {
        using var content = zip.GetEntry(path)!.Open();
        var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Text(ZipArchive zip, string path) => System.Text.Encoding.UTF8.GetString(Bytes(zip, path));
}
