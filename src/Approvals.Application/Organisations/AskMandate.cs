using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>
/// Somebody asks to act for an employer (授权委托书). An employer that is not known yet is registered with it, and counts once an
/// officer has verified both. Until then its name is what whoever came first wrote: another one is noted for the officer.
/// </summary>
public sealed class AskMandate(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>What an employer is, as packages name it.</summary>
    public const string EmployerKind = "enterprise";

    /// <summary>No power of attorney is longer.</summary>
    public const int MostDays = 3 * 366;

    /// <param name="Uscc">The employer's unified social credit code.</param>
    /// <param name="Name">Its name as registered.</param>
    /// <param name="Region">Where it is registered.</param>
    /// <param name="From">The first day of the mandate.</param>
    /// <param name="To">Its last day.</param>
    public sealed record Request(string Uscc, string Name, string Region, DateOnly From, DateOnly To);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsSignedIn || user.IsStaff)
        {
            return Refusals.Forbidden;
        }

        var today = calendar.Today(clock);
        var code = IdentifierCheck.Check(IdentifierKind.Uscc, request.Uscc.Trim(), today);
        var region = await context.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == request.Region, cancellationToken);
        if (Wrong(request, code.IsSuccess, region, today) is { } wrong)
        {
            return wrong;
        }

        var asked = await AddAsync(request, code.Value.Value, region!, user, cancellationToken);
        if (asked is not null)
        {
            return asked.Value;
        }

        // Somebody else registered the employer in the same moment, or the same click asked twice: now both are known.
        context.ChangeTracker.Clear();
        return await AddAsync(request, code.Value.Value, region!, user, cancellationToken) ?? Refusals.Stale;
    }

    private static Error? Wrong(Request request, bool codeFits, Region? region, DateOnly today) =>
        !codeFits ? Field("uscc", "organisations.uscc")
        : region is null ? Field("region", "rights.unknownRegion")
        : request.To < request.From ? Field("to", "mandates.endsBefore")
        : request.To < today ? Field("to", "mandates.past")
        : request.To.DayNumber - request.From.DayNumber > MostDays ? Field("to", "mandates.tooLong")
        : null;

    private static Error? Refuses(Organisation employer, Request request) =>
        employer.ClosedAt is not null ? new Error("employers.closed", ErrorKind.Conflict)
        : employer.Kind != EmployerKind ? new Error("employers.noEmployer", ErrorKind.Conflict)
        : employer.VerifiedAt is not null && employer.Name != request.Name.Trim() ? Field("name", "employers.nameDiffers")
        : null;

    /// <summary>The mandate, or why there is none; null when something of it was there already.</summary>
    private async Task<Result<Guid>?> AddAsync(Request request, string code, Region region, CurrentUser user, CancellationToken cancellationToken)
    {
        var known = await context.Organisations.SingleOrDefaultAsync(o => o.Uscc == code, cancellationToken);
        if (known is not null && Refuses(known, request) is { } refused)
        {
            return refused;
        }

        var employer = known ?? Register(request, code, region);
        var held = await context.Mandates.AsNoTracking().Where(m => m.AgentUserId == user.Id && m.OrganisationId == employer.Id).ToListAsync(cancellationToken);
        if (held.Find(m => m.StateAt(clock.GetUtcNow()) == MandateState.Asked) is { } asked)
        {
            return asked.Id;
        }

        var mandate = new Mandate
        {
            Id = StableId.Of(user.Id, "mandate", $"{employer.Id:N}:{held.Count}"), AgentUserId = user.Id, OrganisationId = employer.Id,
            ValidFrom = calendar.Current.StartOf(request.From), ValidTo = calendar.Current.StartOf(request.To.AddDays(1)), AskedAt = clock.GetUtcNow(),
        };
        context.Mandates.Add(mandate);
        Note(employer, known is null ? "registered" : $"named:{mandate.Id:N}", request, user);
        audit.Add(user.Id, "mandates.asked", "organisation", employer.Id.ToString(), JsonSerializer.Serialize(new { mandate = mandate.Id }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => mandate.Id,
            CommitOutcome.Duplicate => null,
            _ => Refusals.Stale,
        };
    }

    private Organisation Register(Request request, string code, Region region)
    {
        var employer = new Organisation
        {
            Id = StableId.Of(Guid.Empty, "organisation", code), Uscc = code, Name = request.Name.Trim(), Kind = EmployerKind, RegionCode = region.Code, RegionPath = region.Path,
            CreatedAt = clock.GetUtcNow(),
        };
        context.Organisations.Add(employer);
        return employer;
    }

    /// <summary>In its history: under what name it was registered, and what others call it before an officer has seen its registration.</summary>
    private void Note(Organisation employer, string what, Request request, CurrentUser user)
    {
        if (what == "registered" || employer.Name != request.Name.Trim())
        {
            context.OrganisationChanges.Add(new OrganisationChange
            {
                Id = StableId.Of(employer.Id, "change", what), OrganisationId = employer.Id, Kind = OrganisationChangeKind.Registered, NameBefore = employer.Name,
                NameAfter = request.Name.Trim(), On = calendar.Today(clock), ByUserId = user.Id, At = clock.GetUtcNow(),
            });
        }
    }

    private static Error Field(string path, string code) => new("request.fields") { Fields = [new FieldError(path, code)] };
}
