using System.Collections.Immutable;
using Approvals.Application.Migration;
using Approvals.Application.Rights;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Migration;

/// <summary>A host with a case under way and a second version in force, whose review has another id and two days.</summary>
internal sealed class Moving : IAsyncDisposable
{
    internal static readonly (string Old, string New)[] Renamed = [("\"id\": \"review\"", "\"id\": \"examine\""), ("\"activity\": \"review\"", "\"activity\": \"examine\""), ("\"length\": 3", "\"length\": 2")];

    private int _clicks;

    private Moving(CaseHost host, PackageVersions versions, Guid first, Guid second, Guid caseId) =>
        (Host, Versions, First, Second, CaseId) = (host, versions, first, second, caseId);

    internal CaseHost Host { get; }

    internal PackageVersions Versions { get; }

    internal Guid First { get; }

    internal Guid Second { get; }

    internal Guid CaseId { get; }

    internal static async Task<Moving> CreateAsync(DatabaseKind kind, params (string Old, string New)[] changes)
    {
        var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var first = (await host.RowAsync(id)).ServiceVersionId;
        var versions = await PackageVersions.OfAsync(host);
        return new Moving(host, versions, first, await versions.InForceAsync(changes.Length == 0 ? Renamed : changes), id);
    }

    internal async Task<Result<Guid>> StartAsync(CurrentUser? by = null, string? number = null, Guid? to = null) =>
        await Host.UseAsync<StartMigration, Result<Guid>>(u => u.HandleAsync(
            new StartMigration.Request(
                First, to ?? Second, ImmutableSortedDictionary<string, string>.Empty, number is null ? [] : [number], "新办法施行", $"click-{Interlocked.Increment(ref _clicks):0000}"),
            by ?? Versions.Operator, default));

    internal Task<int> PumpAsync() => Host.Host.Services.GetRequiredService<Pump<MigrationBatch>>().DrainAsync(default);

    internal Task<Result<MigrationBatchDto>> ReadAsync(Guid batch) =>
        Host.UseAsync<MigrationList, Result<MigrationBatchDto>>(u => u.FindAsync(batch, Versions.Operator, default));

    internal async Task<MigratedCaseDto> CaseOfAsync(Guid batch) =>
        Assert.Single((await Host.UseAsync<MigrationList, Result<Paging.Page<MigratedCaseDto>>>(u => u.CasesAsync(batch, null, null, Versions.Operator, default))).Value.Items);

    internal async Task<MigrationBatchDto> RollBackAsync(Guid batch)
    {
        var begun = await Host.UseAsync<EndMigration, Result<Unit>>(u => u.RollBackAsync(batch, "试行有误", Versions.Operator, default));
        Assert.Null(begun.Error?.Code);
        await PumpAsync();
        return (await ReadAsync(batch)).Value;
    }

    internal Task<string> StateAsync() => Host.ReadAsync(c => c.CaseStates.Where(s => s.CaseId == CaseId).Select(s => s.State).SingleAsync());

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
