using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Secrets;
using Markdig;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Letters;

/// <summary>Writes the mail of a letter just before it leaves, in the recipient's language.</summary>
public sealed class LetterMail(ApprovalsDbContext context, Vault vault) : IMailComposer
{
    /// <summary>The kind of its outbox messages.</summary>
    public const string MailKind = "mail.letter";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <inheritdoc />
    public string Kind => MailKind;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var address = JsonSerializer.Deserialize<Address>(message.Payload, JsonSerializerOptions.Web)!;
        var letter = await context.Letters.AsNoTracking().SingleAsync(l => l.Id == address.Letter, cancellationToken);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == address.User && u.DisabledAt == null, cancellationToken);
        var key = await context.Cases.Where(c => c.Id == letter.CaseId).Select(c => c.KeyId).SingleAsync(cancellationToken);
        var content = await vault.OpenJsonAsync<LetterContent>(key, letter.Payload, LetterContent.Place(letter.Id), cancellationToken);
        if (!content.IsSuccess || user?.Email is not { Length: > 0 } mail)
        {
            return null;
        }

        var body = content.Value.Body.In(user.Language);
        return new Mail(mail, user.DisplayName, content.Value.Subject.In(user.Language), Markdig.Markdown.ToPlainText(body, Markdown))
        {
            Html = Markdig.Markdown.ToHtml(body, Markdown),
        };
    }

    /// <summary>Which letter goes to whom.</summary>
    public sealed record Address(Guid Letter, Guid User);
}
