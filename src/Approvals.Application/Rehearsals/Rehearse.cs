using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Approvals.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Rehearsals;

/// <summary>
/// Plays a scenario that is being recorded against a version as it stands, and says what waits for whom: the next act is chosen from that.
/// Nothing of it touches cases.
/// </summary>
public sealed class Rehearse(ApprovalsDbContext context, IRehearsalStage stage, MessageCatalog texts)
{
    /// <summary>The most acts of a scenario that is played so.</summary>
    public const int MostActs = 200;

    /// <summary>The largest scenario, in bytes of JSON.</summary>
    public const int MostBytes = 512 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Plays it.</summary>
    /// <param name="version">The version, mostly a draft.</param>
    /// <param name="scenario">The scenario as its file holds it.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Rehearsal>> HandleAsync(Guid version, JsonElement scenario, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user) && !PolicyRights.Publishes(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.Id == version && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (row is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        var read = ScenarioFile.Read(scenario);
        return read.IsSuccess ? await PlayAsync(row, read.Value, user, cancellationToken) : read.Error;
    }

    private async Task<Result<Rehearsal>> PlayAsync(ServiceVersion row, Scenario scenario, CurrentUser user, CancellationToken cancellationToken)
    {
        if (scenario.Acts.Length > MostActs)
        {
            return new Error("rehearsals.tooMany").With("max", $"{MostActs}");
        }

        var files = (await PackageRows.FilesAsync(context, row.Id, cancellationToken)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var shared = (await PackageRows.FilesAsync(context, row.SharedVersionId, cancellationToken)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var load = ServicePackage.Load(files, shared);
        if (load.Package is not { } package)
        {
            var first = load.Problems.First(p => p.Severity == ProblemSeverity.Error);
            return new Error("rehearsals.broken", ErrorKind.Conflict).With("problem", first.Describe(texts, user.Language));
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Longest);
        try
        {
            return await stage.PlayAsync(new PackageTree([new PackageFolder(package.Service.Code, files)], shared), package.Service.Code, scenario, user.Language, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Error("rehearsals.tooLong", ErrorKind.Conflict).With("seconds", $"{Longest.TotalSeconds:0}");
        }
    }
}
