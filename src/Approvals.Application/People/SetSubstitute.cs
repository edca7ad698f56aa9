using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>Names who acts while somebody is away: for oneself, or by a lead for one of the own people.</summary>
public sealed class SetSubstitute(
    ApprovalsDbContext context, WriteTransaction transaction, PossibleSubstitutes colleagues, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Nobody is away longer; who is, hands over.</summary>
    public const int MostDays = 366;

    /// <param name="Person">Who is away.</param>
    /// <param name="Substitute">Who acts.</param>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Service">The service it is limited to, or null.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid Person, Guid Substitute, DateOnly From, DateOnly To, string? Service, string Reason);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        var person = request.Person == by.Id ? by : await RoleGrants.ReadAsync(context, request.Person, clock.GetUtcNow(), cancellationToken);
        if (person is null || !MaySet(by, person))
        {
            return request.Person == by.Id ? Refusals.Forbidden : Refusals.NotFound;
        }

        if (await CheckAsync(request, person, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var id = Id(request);
        if (await OverlappingAsync(request, cancellationToken) is { } other)
        {
            return other == id ? id : new Error("substitutes.overlap", ErrorKind.Conflict);
        }

        context.Substitutions.Add(new Substitution
        {
            Id = id, PersonUserId = request.Person, SubstituteUserId = request.Substitute, From = request.From, To = request.To, ServiceCode = request.Service,
            Reason = request.Reason.Trim(), CreatedByUserId = by.Id, CreatedAt = clock.GetUtcNow(),
        });
        audit.Add(by.Id, "substitutes.set", "user", request.Person.ToString(), JsonSerializer.Serialize(
            new { substitution = id, request.Substitute, request.From, request.To, request.Service }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => id,
            CommitOutcome.Duplicate when await context.Substitutions.AnyAsync(s => s.Id == id && s.EndedAt == null, cancellationToken) => id,
            CommitOutcome.Duplicate => new Error("substitutes.endedSame", ErrorKind.Conflict),
            _ => Refusals.Stale,
        };
    }

    /// <summary>Whether somebody may say who acts for a person: oneself, when others could; a lead for the own people.</summary>
    internal static bool MaySet(CurrentUser by, CurrentUser person) =>
        person.Roles.Any(r => StandIns.Exercised.Contains(r.Role)) && (by.Id == person.Id || TeamRights.Leads(by, person.Roles));

    /// <summary>The same days for the same person are the same row: two clicks at once meet at it.</summary>
    private static Guid Id(Request request) =>
        StableId.Of(request.Person, "substitution", $"{request.Substitute:N}:{request.From:O}:{request.To:O}:{request.Service}:{request.Reason.Trim()}");

    private async Task<Error?> CheckAsync(Request request, CurrentUser person, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        return request.To < request.From ? Field("to", "substitutes.endsBefore")
            : request.From < today ? Field("from", "substitutes.past")
            : request.To.DayNumber - request.From.DayNumber >= MostDays ? Field("to", "substitutes.tooLong")
            : request.Service is { } service
                && !await context.ServiceVersions.AnyAsync(v => v.ServiceCode == service && v.State == ServiceVersionState.Published, cancellationToken)
                ? Field("service", "rights.unknownService")
            : !await colleagues.IsOneAsync(person, request.Substitute, cancellationToken) ? Field("substitute", "substitutes.nobody")
            : null;
    }

    /// <summary>Nobody has two substitutes for the same on one day.</summary>
    private Task<Guid?> OverlappingAsync(Request request, CancellationToken cancellationToken) => context.Substitutions.AsNoTracking()
        .Where(s => s.PersonUserId == request.Person && s.EndedAt == null && s.To >= request.From && s.From <= request.To
            && (s.ServiceCode == null || request.Service == null || s.ServiceCode == request.Service))
        .OrderBy(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };
}
