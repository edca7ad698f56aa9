using Microsoft.EntityFrameworkCore;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Application.SignIn;

/// <summary>Where the product is reached from outside, for links in mails and QR codes; under <c>Site</c> in the configuration.</summary>
public sealed record SiteAddress
{
    /// <summary>Such as <c>https://rc.example.gov.cn</c>, without a slash at the end.</summary>
    public string Address { get; init; } = "http://localhost:5080";
}

/// <summary>The payload of an account's mail: ids only; the token is made just before the mail leaves.</summary>
/// <param name="User">The account.</param>
/// <param name="Language">The language of the mail.</param>
public sealed record AccountMailPayload(Guid User, string Language);

/// <summary>Puts mails about accounts into the outbox.</summary>
public sealed class AccountMails(OutboxWriter outbox, ApprovalsDbContext context, WriteTransaction transaction, IIdSource ids, TimeProvider clock)
{
    private static readonly TimeSpan OneClick = TimeSpan.FromMinutes(1);

    /// <summary>The mail that confirms an address.</summary>
    public const string Confirm = "mail.accountConfirm";

    /// <summary>The mail that sets a new password.</summary>
    public const string Reset = "mail.accountReset";

    /// <summary>Adds a mail to the caller's transaction.</summary>
    public void Add(string kind, Guid user, string language) =>
        outbox.Add(kind, $"{kind}:{user:N}:{ids.Next():N}", new AccountMailPayload(user, language), orderId: MessageOrder.Mail(user));

    /// <summary>
    /// Sends a mail unless one of the same kind went out within the last minute. The key follows from the mail before, so that
    /// two requests at once meet at it and one mail leaves.
    /// </summary>
    public async Task SendOnceAsync(string kind, Guid user, string language, CancellationToken cancellationToken)
    {
        var own = $"{kind}:{user:N}:";
        var last = await context.OutboxMessages.AsNoTracking().Where(m => m.IdempotencyKey.StartsWith(own))
            .OrderByDescending(m => m.CreatedAt).Select(m => new { m.Id, m.CreatedAt }).FirstOrDefaultAsync(cancellationToken);
        if (last is null || clock.GetUtcNow() - last.CreatedAt >= OneClick)
        {
            outbox.Add(kind, $"{own}{last?.Id:N}", new AccountMailPayload(user, language), orderId: MessageOrder.Mail(user));
            await transaction.CommitAsync(cancellationToken);
        }
    }
}

/// <summary>Writes the mail that confirms an address.</summary>
public sealed class ConfirmMailComposer(UserManager<User> users, MessageCatalog texts, SiteAddress site) : IMailComposer
{
    /// <inheritdoc />
    public string Kind => AccountMails.Confirm;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Deserialize<AccountMailPayload>(message.Payload, JsonSerializerOptions.Web)!;
        return await users.FindByIdAsync(payload.User.ToString()) is { EmailConfirmed: false, Email: not null } user
            ? AccountMailText.Write(texts, site, "confirm", user, await users.GenerateEmailConfirmationTokenAsync(user), payload.Language)
            : null;
    }
}

/// <summary>Writes the mail that sets a new password.</summary>
public sealed class ResetMailComposer(UserManager<User> users, MessageCatalog texts, SiteAddress site) : IMailComposer
{
    /// <inheritdoc />
    public string Kind => AccountMails.Reset;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Deserialize<AccountMailPayload>(message.Payload, JsonSerializerOptions.Web)!;
        return await users.FindByIdAsync(payload.User.ToString()) is { DisabledAt: null, Email: not null } user
            ? AccountMailText.Write(texts, site, "reset", user, await users.GeneratePasswordResetTokenAsync(user), payload.Language)
            : null;
    }
}

internal static class AccountMailText
{
    public static Mail Write(MessageCatalog texts, SiteAddress site, string name, User user, string token, string language)
    {
        var link = $"{site.Address}/{name}?user={user.Id}&token={Uri.EscapeDataString(token)}";
        var data = new Dictionary<string, string> { ["name"] = user.DisplayName, ["link"] = link, ["userName"] = user.UserName! };
        return new Mail(
            user.Email!,
            user.DisplayName,
            texts.Format($"mail.{name}.subject", data, language),
            texts.Format($"mail.{name}.text", data, language));
    }
}
