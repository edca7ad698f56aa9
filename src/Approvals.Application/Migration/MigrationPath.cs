using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Migration;

/// <summary>From one version to another, with the place of each step.</summary>
/// <param name="From">The version cases follow.</param>
/// <param name="To">The version they shall follow.</param>
/// <param name="Places">Where each step goes.</param>
public sealed record MigrationPath(ServiceSnapshot From, ServiceSnapshot To, ImmutableArray<ActivityPlace> Places)
{
    /// <summary>The places whose id is another one.</summary>
    public ImmutableSortedDictionary<string, string> Moves { get; } = MigrationPlan.Moves(Places);
}

/// <summary>Reads paths, and refuses those that lead nowhere.</summary>
public sealed class MigrationPaths(ApprovalsDbContext context, ServiceCatalog catalog, Calendars.CalendarInForce calendar, TimeProvider time)
{
    /// <summary>The path between two versions of one service of which the second is in force, or was.</summary>
    /// <param name="from">The version cases follow.</param>
    /// <param name="to">The version they shall follow.</param>
    /// <param name="activities">Places that staff named.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Result<MigrationPath>> FindAsync(
        Guid from, Guid to, ImmutableSortedDictionary<string, string> activities, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(from, to, cancellationToken);
        return Decide(rows.From, rows.To, calendar.Today(time)) is { } wrong ? wrong : await ReadAsync(from, to, activities, cancellationToken);
    }

    /// <summary>The same for a trial: the second version may still be a draft.</summary>
    internal async Task<Result<MigrationPath>> PlanAsync(
        Guid from, Guid to, ImmutableSortedDictionary<string, string> activities, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(from, to, cancellationToken);
        return Related(rows.From, rows.To) is { } wrong ? wrong : await ReadAsync(from, to, activities, cancellationToken);
    }

    internal async Task<Result<MigrationPath>> ReadAsync(Guid from, Guid to, ImmutableSortedDictionary<string, string> activities, CancellationToken cancellationToken)
    {
        var (old, @new) = (await catalog.FindSoundAsync(from, cancellationToken), await catalog.FindSoundAsync(to, cancellationToken));
        if (old is null || @new is null)
        {
            return new Error("migration.draftBroken", ErrorKind.Conflict);
        }

        var errors = MigrationPlan.Check(old.Package.Workflow, @new.Package.Workflow, activities);
        return errors.IsEmpty
            ? new MigrationPath(old, @new, MigrationPlan.Places(old.Package.Workflow, @new.Package.Workflow, activities))
            : errors[0] with { Fields = [.. errors.Select(e => new FieldError($"activities.{e.Data.GetValueOrDefault("activity", e.Data["to"])}", e.Code) { Data = e.Data })] };
    }

    internal static Error? Decide(ServiceVersion? from, ServiceVersion? to, DateOnly today) =>
        Related(from, to) is { } wrong ? wrong
        : to!.State != ServiceVersionState.Published || to.EffectiveFrom > today ? new Error("migration.notInForce", ErrorKind.Conflict).With("number", $"{to.Number}")
        : null;

    private static Error? Related(ServiceVersion? from, ServiceVersion? to) =>
        from is null || to is null || from.ServiceCode == ServiceVersion.SharedCode ? new Error("policies.unknownVersion", ErrorKind.NotFound)
        : from.ServiceCode != to.ServiceCode || from.Id == to.Id ? new Error("migration.sameService")
        : null;

    private async Task<(ServiceVersion? From, ServiceVersion? To)> RowsAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var rows = await context.ServiceVersions.AsNoTracking().Where(v => v.Id == from || v.Id == to).ToListAsync(cancellationToken);
        return (rows.Find(v => v.Id == from), rows.Find(v => v.Id == to));
    }
}
