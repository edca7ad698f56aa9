using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outbox;

/// <summary>A mail or text message that was given up.</summary>
/// <param name="Id">The message; its Message-ID begins with it, also when it is sent again.</param>
/// <param name="Kind">Its kind, such as <c>mail.letter</c>.</param>
/// <param name="KindName">The same in words.</param>
/// <param name="Reason">Why it was given up, in words.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="CaseId">Its case, or null.</param>
/// <param name="CaseNumber">The number of its case, or null.</param>
/// <param name="RecipientName">The account it goes to, or null where it goes to an address only.</param>
/// <param name="At">Since when it was to be sent.</param>
public sealed record DeadLetterDto(
    string Id, string Kind, string KindName, string Reason, int Attempts, string? CaseId, string? CaseNumber, string? RecipientName, DateTimeOffset At);

/// <summary>What leaves by mail and text message, at a glance.</summary>
/// <param name="Waiting">How many wait to be sent.</param>
/// <param name="Since">Since when the oldest of them waits, or null.</param>
/// <param name="Failing">Why those that were tried and wait are not sent yet, in words; the commonest reason, or null.</param>
/// <param name="Items">What was given up, latest first.</param>
/// <param name="Next">The cursor of the next page, or null at the end.</param>
public sealed record DeadLetterPageDto(CountDto Waiting, DateTimeOffset? Since, string? Failing, IReadOnlyList<DeadLetterDto> Items, string? Next);

/// <summary>Mails and text messages that were given up, for operators: why, and sending them again.</summary>
public sealed class DeadLetters(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, MessageCatalog texts, TimeProvider clock)
{
    private const int PageSize = 30;

    /// <summary>A page of them.</summary>
    public async Task<Result<DeadLetterPageDto>> ReadAsync(string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!AdministrationRights.MendsIncidents(user) || !after.IsSuccess)
        {
            return after.IsSuccess ? Refusals.Forbidden : after.Error;
        }

        var rows = Messages(OutboxState.Failed);
        rows = after.Value is { } key ? rows.Where(m => m.ReadyAt < key.At || (m.ReadyAt == key.At && m.Id.CompareTo(key.Id) < 0)) : rows;
        var found = await rows.OrderByDescending(m => m.ReadyAt).ThenByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var waiting = Messages(OutboxState.Pending);
        var failing = await waiting.Where(m => m.LastError != null).GroupBy(m => m.LastError).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefaultAsync(cancellationToken);
        var page = Cursor.Cut(found, PageSize, m => m, m => new Key(m.ReadyAt, m.Id));
        return new DeadLetterPageDto(
            CountDto.Of(await waiting.Take(CountDto.Ceiling).CountAsync(cancellationToken)),
            await waiting.OrderBy(m => m.ReadyAt).Select(m => (DateTimeOffset?)m.ReadyAt).FirstOrDefaultAsync(cancellationToken),
            failing is null ? null : Reason(failing, user.Language), await DescribeAsync(page.Items, user.Language, cancellationToken), page.Next);
    }

    /// <summary>Sends one again, with the same Message-ID; it goes behind what waits for the same person.</summary>
    public async Task<Result<Unit>> ResendAsync(Guid id, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.MendsIncidents(by))
        {
            return Refusals.Forbidden;
        }

        var row = await Messages(OutboxState.Failed).AsTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        if (row is null)
        {
            return await Messages(null).AnyAsync(m => m.Id == id, cancellationToken) ? new Error("outbox.notGivenUp", ErrorKind.Conflict) : Refusals.NotFound;
        }

        (row.State, row.Attempts, row.LeaseOwner, row.LeaseUntil, row.ReadyAt) = (OutboxState.Pending, 0, null, null, clock.GetUtcNow());
        audit.Add(by.Id, "outbox.resent", "message", id.ToString(), JsonSerializer.Serialize(new { row.Kind, reason = row.LastError }, JsonSerializerOptions.Web), row.CaseId);
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    private IQueryable<OutboxMessage> Messages(OutboxState? state) => context.OutboxMessages.AsNoTracking()
        .Where(m => (m.Kind.StartsWith("mail.") || m.Kind.StartsWith("sms.")) && (state == null || m.State == state));

    private async Task<IReadOnlyList<DeadLetterDto>> DescribeAsync(IReadOnlyList<OutboxMessage> rows, string language, CancellationToken cancellationToken)
    {
        Guid[] cases = [.. rows.Select(r => r.CaseId).OfType<Guid>().Distinct()];
        var numbers = await context.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellationToken);
        var recipients = rows.ToDictionary(r => r.Id, Recipient);
        Guid[] people = [.. recipients.Values.OfType<Guid>().Distinct()];
        var names = await context.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UserName, cancellationToken);
        return
        [
            .. rows.Select(m => new DeadLetterDto(
                m.Id.ToString(), m.Kind, texts.Format($"outbox.kind.{m.Kind}", new Dictionary<string, string>(), language), Reason(m.LastError ?? "", language), m.Attempts,
                m.CaseId?.ToString(), m.CaseId is { } id ? numbers.GetValueOrDefault(id) : null, recipients[m.Id] is { } user ? names.GetValueOrDefault(user) : null, m.ReadyAt)),
        ];
    }

    /// <summary>The account that a message goes to, where its payload names one.</summary>
    private static Guid? Recipient(OutboxMessage row)
    {
        using var payload = JsonDocument.Parse(row.Payload);
        return payload.RootElement.ValueKind == JsonValueKind.Object && payload.RootElement.TryGetProperty("user", out var user) && user.TryGetGuid(out var id) ? id
            : row.OrderId is { } order && row.Kind.StartsWith("mail.", StringComparison.Ordinal) && order != row.CaseId ? order : null;
    }

    private string Reason(string code, string language) => OutboxReasons.Tell(texts, code, language);

    private sealed record Key(DateTimeOffset At, Guid Id);
}
