using Approvals.Application.Regions;
using Approvals.Application.Tasks;
using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Database;

public sealed class SchemaTests
{
    [Theory, AllDatabases]
    public async Task Migrations_AgainstTheModel_AreInStep(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);

        Assert.False(await host.WithContextAsync(c => Task.FromResult(c.Database.HasPendingModelChanges())));
    }

    [Theory, AllDatabases]
    public async Task RegionPath_RangeOverASubtree_FindsExactlyTheSubtree(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        await host.AddAsync(
            Region("220000", "/220000/"),
            Region("220100", "/220000/220100/"),
            Region("220102", "/220000/220100/220102/"),
            Region("220200", "/220000/220200/"));

        var (from, to) = ("/220000/220100/", RegionPath.End("/220000/220100/"));
        var found = await host.WithContextAsync(c => c.Regions
            .Where(r => string.Compare(r.Path, from) >= 0 && string.Compare(r.Path, to) < 0)
            .OrderBy(r => r.Path)
            .Select(r => r.Code)
            .ToListAsync());

        Assert.Equal(["220100", "220102"], found);
    }

    [Theory, AllDatabases]
    public async Task TaskCandidates_KeysetWalk_SeesEveryTaskOnceInOrderOfDue(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);
        var key = CandidateKey.Role("Reviewer", CaseRows.County);
        var @case = rows.Case();
        var now = host.Time.GetUtcNow();
        DateTimeOffset?[] dues = [now.AddDays(2), null, now.AddDays(1), now.AddDays(1), now.AddDays(3)];
        await host.AddAsync([@case, .. dues.Select((due, i) => rows.Task(@case, key, due, $"k{i}"))]);

        var walked = new List<(DateTimeOffset Due, Guid Task)>();
        while (await NextAsync(host, key, walked) is { } next)
        {
            walked.Add(next);
        }

        Assert.Equal(dues.Length, walked.Count);
        Assert.Equal(walked.OrderBy(w => w.Due), walked);
        Assert.Equal(TaskCandidate.NoLimit, walked[^1].Due);
    }

    [Theory, AllDatabases]
    public async Task Enumerations_InTheDatabase_AreReadableWords(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var rows = new CaseRows(new SequentialIds(), host.Time);
        await host.AddAsync(rows.Case());

        var stored = await host.WithContextAsync(c => c.Database.SqlQueryRaw<string>("SELECT \"FiledBy\" AS \"Value\" FROM \"Cases\"").ToListAsync());

        Assert.Equal(["Applicant"], stored);
    }

    private static Region Region(string code, string path) =>
        new() { Code = code, Path = path, Level = RegionLevel.City, Name = new LocalText(code, code) };

    private static async Task<(DateTimeOffset Due, Guid Task)?> NextAsync(
        TestHost host, string key, List<(DateTimeOffset Due, Guid Task)> walked)
    {
        var last = walked.LastOrDefault();
        var next = await host.WithContextAsync(c => c.TaskCandidates
            .Where(t => t.Key == key && t.IsOpen)
            .Where(t => t.DueAt > last.Due || (t.DueAt == last.Due && t.TaskId > last.Task))
            .OrderBy(t => t.DueAt).ThenBy(t => t.TaskId)
            .Select(t => new { t.DueAt, t.TaskId })
            .FirstOrDefaultAsync());
        return next is null ? null : (next.DueAt, next.TaskId);
    }
}
