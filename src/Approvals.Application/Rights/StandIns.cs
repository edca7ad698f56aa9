using System.Collections.Immutable;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Rights;

/// <summary>Somebody the user acts for today.</summary>
/// <param name="Substitution">The row by which.</param>
/// <param name="Principal">Who is away, with the roles that others may exercise.</param>
/// <param name="Service">The service it is limited to, or null.</param>
public sealed record StandIn(Guid Substitution, CurrentUser Principal, string? Service)
{
    /// <summary>Whether it reaches a service.</summary>
    public bool Covers(string service) => Service is null || Service == service;
}

/// <summary>Reads for whom somebody acts.</summary>
public static class StandIns
{
    /// <summary>Roles that a substitute exercises: never a seat in a panel, an administrator's rights, or those of a party.</summary>
    public static IReadOnlyList<string> Exercised { get; } =
        [Roles.IntakeOfficer, Roles.Reviewer, Roles.Approver, Roles.Lead, Roles.Provider];

    /// <summary>For whom a user acts on a day. A substitute of a substitute is none.</summary>
    public static async Task<ImmutableArray<StandIn>> ReadAsync(
        ApprovalsDbContext context, Guid user, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await context.Substitutions.AsNoTracking()
            .Where(s => s.SubstituteUserId == user && s.To >= today && s.From <= today && s.EndedAt == null)
            .OrderBy(s => s.Id).Select(s => new { s.Id, s.PersonUserId, s.ServiceCode }).ToListAsync(cancellationToken);
        var standIns = ImmutableArray.CreateBuilder<StandIn>(rows.Count);
        foreach (var row in rows)
        {
            if (await RoleGrants.ReadAsync(context, row.PersonUserId, now, cancellationToken) is { } person)
            {
                standIns.Add(new StandIn(row.Id, person with { Roles = [.. person.Roles.Where(r => Exercised.Contains(r.Role))] }, row.ServiceCode));
            }
        }

        return standIns.DrainToImmutable();
    }

    /// <summary>Who acts for a user on a day, for a service.</summary>
    public static Task<List<Guid>> OfAsync(ApprovalsDbContext context, Guid user, string service, DateOnly today, CancellationToken cancellationToken) =>
        context.Substitutions.AsNoTracking()
            .Where(s => s.PersonUserId == user && s.To >= today && s.From <= today && s.EndedAt == null && (s.ServiceCode == null || s.ServiceCode == service))
            .OrderBy(s => s.SubstituteUserId).Select(s => s.SubstituteUserId).Distinct().ToListAsync(cancellationToken);
}
