using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.ApiKeys;

/// <summary>Makes a key for a program that acts as its owner. Administrators of accounts and rights get none: what they do, a person does.</summary>
public sealed class IssueApiKey(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>No account has more keys in force.</summary>
    public const int Most = 10;

    /// <summary>No key lives longer.</summary>
    public const int MostDays = 366;

    /// <param name="Name">What its owner calls it.</param>
    /// <param name="Scopes">What it may be used for.</param>
    /// <param name="LastDay">The last day it works.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(string Name, IReadOnlyList<string> Scopes, DateOnly LastDay, string IdempotencyKey);

    public async Task<Result<IssuedApiKeyDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(request, user, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var secret = ApiKeySecret.New(StableId.Of(user.Id, "apiKey", request.IdempotencyKey));
        var now = clock.GetUtcNow();
        var row = new ApiKey
        {
            Id = secret.Id, UserId = user.Id, Name = request.Name.Trim(), Hash = secret.Hash, CreatedAt = now,
            Scopes = string.Join(' ', ApiScopes.All.Where(request.Scopes.Contains)),
            ExpiresAt = calendar.Current.StartOf(request.LastDay.AddDays(1)).ToUniversalTime(),
        };
        context.ApiKeys.Add(row);
        audit.Add(user.Id, "keys.issued", "apiKey", row.Id.ToString(), JsonSerializer.Serialize(new { row.Scopes, row.ExpiresAt }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new IssuedApiKeyDto(ApiKeyList.Describe(row, now), secret.ToString())
            : new Error("keys.made", ErrorKind.Conflict);
    }

    private async Task<Error?> RefusalAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = calendar.Today(clock);
        return user.IsAdministrator ? Refusals.Forbidden
            : Wrong(request, today) is { } wrong ? wrong
            : !user.PasswordConfirmed ? new Error("keys.confirmFirst", ErrorKind.Forbidden)
            : await context.ApiKeys.CountAsync(k => k.UserId == user.Id && k.RevokedAt == null && k.ExpiresAt > now, cancellationToken) >= Most
                ? new Error("keys.tooMany", ErrorKind.Conflict).With("most", $"{Most}")
            : null;
    }

    private static Error? Wrong(Request request, DateOnly today)
    {
        FieldError[] fields =
        [
            .. request.Scopes.Where(s => !ApiScopes.All.Contains(s)).Take(1).Select(s => new FieldError("scopes", "keys.unknownScope").With("scope", s)),
            .. request.Scopes.Count == 0 ? [new FieldError("scopes", "keys.noScope")] : Array.Empty<FieldError>(),
            .. request.LastDay < today ? [new FieldError("lastDay", "keys.past")] : Array.Empty<FieldError>(),
            .. request.LastDay.DayNumber - today.DayNumber > MostDays ? [new FieldError("lastDay", "keys.tooLong").With("days", $"{MostDays}")] : Array.Empty<FieldError>(),
        ];
        return fields.Length == 0 ? null : new Error("keys.fields") { Fields = [.. fields] };
    }
}
