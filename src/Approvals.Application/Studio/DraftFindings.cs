using System.Collections.Concurrent;
using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Domain.Packages.Lint;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Studio;

/// <summary>Works out what is wrong with a version's files, once for each content, and keeps the latest answers.</summary>
public sealed class DraftFindings(IServiceScopeFactory scopes)
{
    internal const string Promise = "studio.guarantee";
    private const int Kept = 200;

    private readonly ConcurrentDictionary<string, Lazy<Task<ImmutableArray<PackageProblem>>>> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>What is wrong with a version as it is now. Whoever asks may leave; the work goes on for the next who asks.</summary>
    internal async Task<ImmutableArray<PackageProblem>> OfAsync(ServiceVersion version, CancellationToken cancellationToken)
    {
        var key = $"{version.Id:N}:{version.Hash}";
        var work = _known.GetOrAdd(key, added =>
        {
            _order.Enqueue(added);
            return new Lazy<Task<ImmutableArray<PackageProblem>>>(() => Task.Run(() => FindAsync(version, key), CancellationToken.None));
        });
        while (_known.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _known.TryRemove(oldest, out _);
        }

        try
        {
            return await work.Value.WaitAsync(cancellationToken);
        }
        catch when (work.Value.IsFaulted)
        {
            _known.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<ImmutableArray<PackageProblem>> FindAsync(ServiceVersion version, string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var files = await PackageRows.FilesAsync(context, version.Id, CancellationToken.None);
        if (Convert.ToHexStringLower(PackageFolder.HashOf(files)) != version.Hash)
        {
            // Somebody changed it since: what is found now is not this content's, should the draft come back to it.
            _known.TryRemove(key, out _);
        }

        var shared = await PackageRows.FilesAsync(context, version.SharedVersionId, CancellationToken.None);
        var messages = await context.MessageTemplates.AsNoTracking().Select(t => t.Name).Distinct().ToListAsync();
        return Find(version.ServiceCode, files, shared, messages);
    }

    /// <summary>What is wrong with files; of what lint and loading both say, the graver.</summary>
    internal static ImmutableArray<PackageProblem> Find(
        string service, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> shared, IReadOnlyCollection<string> messages)
    {
        var load = ServicePackage.Load(files, shared);
        if (load.Package is not { } package)
        {
            return load.Problems;
        }

        return
        [
            .. load.Problems.Concat(PackageLint.Of(package)).Concat(PackageMessages.Of(package, messages)).GroupBy(p => (p.File, p.Code, p.Activity, p.Place))
                .Select(g => g.MinBy(p => p.Severity == ProblemSeverity.Error ? 0 : 1)!),
            .. PackageTables.Of(package),
            .. package.Service.Code == service ? (PackageProblem[])[] : [new PackageProblem("service.json", "policies.otherCode") { Place = "/code" }.With("code", service)],
            .. Unreadable(files),
            .. PackageGuarantees.Check(package).Where(g => g.Result.Verdict != PathVerdict.Holds).Select(Told),
        ];
    }

    /// <summary>A variant that came in from elsewhere may be told by what the studio cannot read; then it stands alone.</summary>
    private static PackageProblem[] Unreadable(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        files.ContainsKey(Variant.FileName) && Variant.Read(DraftFiles.Of(files)).Error is { } error
            ? [new PackageProblem(Variant.FileName, error.Code) { Severity = ProblemSeverity.Warning, Data = error.Data }]
            : [];

    private static PackageProblem Told(GuaranteeResult found) => new("service.json", $"{Promise}.{(found.Result.Verdict == PathVerdict.Broken ? "broken" : "undecided")}")
    {
        Place = $"/guarantees/[id={found.Guarantee.Id}]", Severity = found.Result.Verdict == PathVerdict.Broken ? ProblemSeverity.Error : ProblemSeverity.Warning,
        Finding = found.Guarantee.Text, Path = found.Result.Path,
    };
}
