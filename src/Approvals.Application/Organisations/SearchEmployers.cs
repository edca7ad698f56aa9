using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>An employer to choose.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uscc">Its unified social credit code.</param>
public sealed record EmployerDto(string Name, string Uscc);

/// <summary>
/// Finds verified employers, those with an agent who can act, for whoever fills in a form: what the public register of
/// enterprises says of them, and no more.
/// </summary>
public sealed class SearchEmployers(ApprovalsDbContext context, TimeProvider clock)
{
    private const int Shortest = 2;
    private const int Longest = 100;
    private const int Most = 20;

    /// <summary>At most twenty employers whose name holds a text or whose code begins with it.</summary>
    public async Task<Result<IReadOnlyList<EmployerDto>>> HandleAsync(string? text, CancellationToken cancellationToken)
    {
        var asked = text?.Trim() ?? "";
        if (asked.Length is < Shortest or > Longest)
        {
            var wrong = asked.Length < Shortest
                ? new FieldError("q", "request.tooShort").With("min", $"{Shortest}")
                : new FieldError("q", "request.tooLong").With("max", $"{Longest}");
            return new Error("request.fields") { Fields = [wrong] };
        }

        var (code, now) = (asked.ToUpperInvariant(), clock.GetUtcNow());
        return await context.Organisations.AsNoTracking()
            .Where(o => o.ClosedAt == null && o.VerifiedAt != null && (o.Name.Contains(asked) || o.Uscc.StartsWith(code))
                && context.RoleAssignments.Any(a => a.OrganisationId == o.Id && a.Role == Roles.EmployerAgent && (a.ValidTo == null || a.ValidTo > now)))
            .OrderBy(o => o.Name).ThenBy(o => o.Uscc).Take(Most).Select(o => new EmployerDto(o.Name, o.Uscc)).ToListAsync(cancellationToken);
    }
}
