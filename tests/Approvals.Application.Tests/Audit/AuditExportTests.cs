using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Audit;

/// <summary>The audit searched and taken out; what is taken out is checked here as its own description says, with nothing of the product.</summary>
public sealed class AuditExportTests
{
    private static readonly AuditFilter Everything = new(null, null, null, null, null, null);

    [Theory, AllDatabases]
    public async Task Export_CheckedAsItsDescriptionSays_IsSealed_AndOneChangedLetterShows(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.CaseAsync();
        await host.UseAsync<AuditSealer, int>(s => s.SealAllAsync(default));
        var auditor = await host.PersonAsync("auditor", Roles.Auditor, "220000");

        var archive = (await host.UseAsync<ExportAudit, Result<byte[]>>(u => u.HandleAsync(Everything, auditor, default))).Value;

        var (entries, seals) = (Lines(archive, "entries.jsonl"), Lines(archive, "seals.jsonl"));
        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.True(IsSealed(e, seals), e.GetRawText()));
        Assert.All(seals, s => Assert.Equal(s.GetProperty("merkleRoot").GetString(), Root(s)));
        var forged = JsonDocument.Parse(entries.First(e => e.GetProperty("action").GetString()!.StartsWith("case.", StringComparison.Ordinal)).GetRawText().Replace("case.", "cash.", StringComparison.Ordinal)).RootElement;
        Assert.False(IsSealed(forged, seals));
        Assert.Contains("RFC 6962", Text(archive, "README.zh-CN.md"), StringComparison.Ordinal);
        Assert.Equal(1, await host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "audit.exported" && e.ActorUserId == auditor.Id)));
    }

    [Theory, AllDatabases]
    public async Task Search_PageByPage_ShowsEveryEntryOnce_LatestFirst_AndOnlyToAuditors(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var auditor = await host.PersonAsync("auditor", Roles.Auditor, "220000");
        await host.InAsync(async services =>
        {
            var log = (AuditLog)services.GetService(typeof(AuditLog))!;
            for (var i = 0; i < 120; i++)
            {
                log.Add(host.First.Id, "roles.granted", "user", $"{i}");
            }

            return await ((Application.Database.ApprovalsDbContext)services.GetService(typeof(Application.Database.ApprovalsDbContext))!).SaveChangesAsync();
        });
        List<AuditEntryDto> seen = [];
        for (string? cursor = null; seen.Count == 0 || cursor is not null;)
        {
            var page = (await SearchAsync(host, auditor, Everything with { Action = "roles.", Actor = host.First.Id }, cursor)).Value;
            seen.AddRange(page.Items);
            cursor = page.Next;
        }

        Assert.Equal(120, seen.Select(e => e.SubjectId).Distinct().Count());
        Assert.Equal(120, seen.Count);
        Assert.All(seen, e => Assert.Equal(("first", "授予角色"), (e.Actor, e.ActionName)));
        Assert.Equal("rights.forbidden", (await SearchAsync(host, host.First, Everything)).Error?.Code);
        Assert.Equal("auditSearch.tooLong", (await SearchAsync(host, auditor, Everything with { From = new DateOnly(2000, 1, 1) })).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Search_ByAnAuditorOfAnotherCity_ShowsNoEntryOfTheCase(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var number = (await host.RowAsync(await host.CaseAsync())).Number;
        var (near, far) = (await host.PersonAsync("near", Roles.Auditor, "220100"), await host.PersonAsync("far", Roles.Auditor, "220200"));

        Assert.NotEmpty((await SearchAsync(host, near, Everything with { Case = number })).Value.Items);
        Assert.Empty((await SearchAsync(host, far, Everything with { Case = number })).Value.Items);
        Assert.All((await SearchAsync(host, far, Everything)).Value.Items, e => Assert.Null(e.CaseNumber));
    }

    private static Task<Result<Page<AuditEntryDto>>> SearchAsync(CaseHost host, CurrentUser by, AuditFilter filter, string? cursor = null) =>
        host.UseAsync<SearchAudit, Result<Page<AuditEntryDto>>>(s => s.ListAsync(filter, cursor, by, default));

    private static bool IsSealed(JsonElement entry, List<JsonElement> seals)
    {
        var position = entry.GetProperty("position").GetInt64();
        var seal = seals.Single(s => s.GetProperty("first").GetInt64() <= position && position <= s.GetProperty("last").GetInt64());
        var leaf = seal.GetProperty("leaves")[(int)(position - seal.GetProperty("first").GetInt64())];
        return leaf.GetProperty("id").GetGuid() == entry.GetProperty("id").GetGuid() && leaf.GetProperty("hash").GetString() == Hash(entry);
    }

    private static string Hash(JsonElement entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(byte[]? content)
        {
            var head = new byte[content is null ? 1 : 5];
            if (content is not null)
            {
                head[0] = 1;
                BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), content.Length);
            }

            hash.AppendData(head);
            hash.AppendData(content ?? []);
        }

        byte[]? Of(string name, Func<JsonElement, byte[]> bytes) => entry.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? bytes(value) : null;
        byte[]? Words(string name) => Of(name, v => Encoding.UTF8.GetBytes(v.GetString()!));
        byte[]? Id(string name) => Of(name, v => v.GetGuid().ToByteArray(bigEndian: true));
        byte[]? Number(string name) => Of(name, v =>
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, v.GetInt64());
            return bytes;
        });
        Add("entry/1"u8.ToArray());
        foreach (var content in (byte[]?[])
        [
            Id("id"), Number("atMicroseconds"), Id("actor"), Words("action"), Words("subjectKind"), Words("subjectId"), Id("caseId"), Number("caseEventNumber"),
            Of("caseEventHash", v => Convert.FromHexString(v.GetString()!)), Words("data"), Words("address"),
        ])
        {
            Add(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Root(JsonElement seal)
    {
        List<byte[]> level =
        [
            .. seal.GetProperty("leaves").EnumerateArray().Select(l => SHA256.HashData(
                [0, .. l.GetProperty("id").GetGuid().ToByteArray(bigEndian: true), .. Convert.FromHexString(l.GetProperty("hash").GetString()!)])),
        ];
        while (level.Count > 1)
        {
            level = [.. level.Chunk(2).Select(p => p.Length == 1 ? p[0] : SHA256.HashData([1, .. p[0], .. p[1]]))];
        }

        return Convert.ToHexStringLower(level[0]);
    }

    private static List<JsonElement> Lines(byte[] archive, string name) =>
        [.. Text(archive, name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Text(byte[] archive, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
