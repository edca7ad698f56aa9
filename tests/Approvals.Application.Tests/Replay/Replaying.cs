using Approvals.Application.Policies;
using Approvals.Application.Replay;
using Approvals.Application.Rights;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Replay;

/// <summary>A host with finished cases of the graded package, and drafts of further versions to play them against.</summary>
internal sealed class Replaying : IAsyncDisposable
{
    private int _clicks;

    private Replaying(CaseHost host, PackageVersions versions, CurrentUser reader) => (Host, Versions, Reader) = (host, versions, reader);

    internal CaseHost Host { get; }

    internal PackageVersions Versions { get; }

    /// <summary>An editor who may read cases, too.</summary>
    internal CurrentUser Reader { get; }

    internal static async Task<Replaying> CreateAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind, GradedPackage.Tree());
        var versions = await PackageVersions.OfAsync(host);
        var auditor = await host.PersonAsync("auditor", Roles.Auditor, "220000");
        return new Replaying(host, versions, versions.Editor with { Roles = [.. versions.Editor.Roles, .. auditor.Roles] });
    }

    /// <summary>A case over an amount, reviewed by an act; left at the review without one.</summary>
    internal async Task<Guid> CaseAsync(int amount, string? act = "approve")
    {
        var number = ++_clicks;
        var id = await Host.FileAsync(SmallPackage.Code, await Host.PersonAsync($"person{number}", Roles.Applicant, "220104"), new { name = "张试", amount, account = "6222000011112222" });
        if (act is not null)
        {
            var done = await Host.DecideAsync(Assert.Single(await Host.TasksAsync(id)), Host.First, act, $"click-act-{number}");
            Assert.Null(done.Error?.Code);
        }

        return id;
    }

    /// <summary>A draft of the package with texts replaced.</summary>
    internal async Task<Guid> DraftAsync(params (string Old, string New)[] changes)
    {
        var imported = await Versions.ImportAsync(GradedPackage.Files(changes));
        return imported.Value.Version ?? throw new InvalidOperationException(string.Join("; ", imported.Value.Problems));
    }

    internal async Task<Guid> VersionOfAsync(Guid caseId) => (await Host.RowAsync(caseId)).ServiceVersionId;

    internal Task<Result<Guid>> StartAsync(Guid version, bool open = false, CurrentUser? by = null, string? key = null, int atMost = 100) =>
        Host.UseAsync<StartReplay, Result<Guid>>(u => u.HandleAsync(
            new StartReplay.Request(SmallPackage.Code, version, atMost, open, key ?? $"click-{++_clicks:0000}"), by ?? Versions.Editor, default));

    internal Task<int> PumpAsync() => Host.Host.Services.GetRequiredService<Pump<ReplayRun>>().DrainAsync(default);

    internal async Task<ReplayRunDto> ReadAsync(Guid run) =>
        (await Host.UseAsync<ReplayList, Result<ReplayRunDto>>(u => u.FindAsync(run, Versions.Editor, default))).Value;

    internal async Task<ReplayWorkDto> WorkAsync(Guid run) =>
        (await Host.UseAsync<ReplayList, Result<ReplayWorkDto>>(u => u.WorkAsync(run, Versions.Editor, default))).Value;

    internal async Task<IReadOnlyList<ReplayedCaseDto>> CasesAsync(Guid run, CurrentUser? by = null, ReplayVerdict? verdict = null) =>
        (await Host.UseAsync<ReplayList, Result<Paging.Page<ReplayedCaseDto>>>(u => u.CasesAsync(run, verdict, null, by ?? Reader, default))).Value.Items;

    /// <summary>Plays every case against a version.</summary>
    internal async Task<(ReplayRunDto Run, IReadOnlyList<ReplayedCaseDto> Cases)> RunAsync(Guid version, bool open = false)
    {
        var run = (await StartAsync(version, open)).Value;
        await PumpAsync();
        return (await ReadAsync(run), await CasesAsync(run));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
