using Microsoft.EntityFrameworkCore;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.MessageTexts;
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

    /// <summary>The mail that says that the second factor was taken away.</summary>
    public const string TwoFactor = "mail.accountTwoFactor";

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
public sealed class ConfirmMailComposer(UserManager<User> users, AccountMailText text) : IMailComposer
{
    /// <inheritdoc />
    public string Kind => AccountMails.Confirm;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var payload = AccountMailText.Payload(message);
        return await users.FindByIdAsync(payload.User.ToString()) is { EmailConfirmed: false, Email: not null } user
            ? await text.WriteAsync(AccountMessages.Confirm, message, user, $"confirm{AccountMailText.Token(user, await users.GenerateEmailConfirmationTokenAsync(user))}", cancellationToken)
            : null;
    }
}

/// <summary>Writes the mail that sets a new password.</summary>
public sealed class ResetMailComposer(UserManager<User> users, AccountMailText text) : IMailComposer
{
    /// <inheritdoc />
    public string Kind => AccountMails.Reset;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var payload = AccountMailText.Payload(message);
        return await users.FindByIdAsync(payload.User.ToString()) is { DisabledAt: null, Email: not null } user
            ? await text.WriteAsync(AccountMessages.Reset, message, user, $"reset{AccountMailText.Token(user, await users.GeneratePasswordResetTokenAsync(user))}", cancellationToken)
            : null;
    }
}

/// <summary>Writes the mail that says that the second factor was taken away.</summary>
public sealed class TwoFactorMailComposer(UserManager<User> users, AccountMailText text) : IMailComposer
{
    /// <inheritdoc />
    public string Kind => AccountMails.TwoFactor;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        await users.FindByIdAsync(AccountMailText.Payload(message).User.ToString()) is { DisabledAt: null, Email: not null } user
            ? await text.WriteAsync(AccountMessages.TwoFactor, message, user, "sign-in", cancellationToken)
            : null;
}

/// <summary>Fills in the messages about accounts, which staff may word.</summary>
public sealed class AccountMailText(MessagesInForce messages, SiteAddress site)
{
    internal static AccountMailPayload Payload(OutboxMessage message) => JsonSerializer.Deserialize<AccountMailPayload>(message.Payload, JsonSerializerOptions.Web)!;

    internal static string Token(User user, string token) => $"?user={user.Id}&token={Uri.EscapeDataString(token)}";

    internal async Task<Mail> WriteAsync(string template, OutboxMessage message, User user, string path, CancellationToken cancellationToken)
    {
        var facts = AccountMessages.Facts(user.DisplayName, user.UserName!, $"{site.Address}/{path}", message.CreatedAt);
        var written = await messages.WriteAsync(template, facts, Payload(message).Language, cancellationToken);
        return new Mail(user.Email!, user.DisplayName, written.Subject, written.Text) { Html = written.Html };
    }
}
