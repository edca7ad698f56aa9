using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outside;

/// <summary>What a mail of a flow says and to whom: the content of its row.</summary>
internal sealed record OutsideMailContent(ImmutableArray<string> To, ImmutableArray<string> Cc, ImmutableArray<string> Bcc, string Subject, string Body);

/// <summary>Writes the mail of a flow just before it leaves.</summary>
public sealed partial class OutsideMail(ApprovalsDbContext context, Vault vault) : IMailComposer
{
    /// <summary>The kind of its outbox messages.</summary>
    public const string MailKind = "mail.flow";

    /// <inheritdoc />
    public string Kind => MailKind;

    /// <inheritdoc />
    public async Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var address = JsonSerializer.Deserialize<Address>(message.Payload, JsonSerializerOptions.Web)!;
        var row = await context.OutsideRequests.AsNoTracking().SingleAsync(r => r.Id == address.Request, cancellationToken);
        var key = await context.Cases.Where(c => c.Id == row.CaseId).Select(c => c.KeyId).SingleAsync(cancellationToken);
        var opened = await vault.OpenJsonAsync<OutsideMailContent>(key, row.Payload, OutsideRequest.Place(row.Id), cancellationToken);
        return opened.IsSuccess
            ? new Mail(opened.Value.To[0], "", opened.Value.Subject, Plain(opened.Value.Body))
            {
                MoreTo = opened.Value.To[1..], Cc = opened.Value.Cc, Bcc = opened.Value.Bcc,
            }
            : null;
    }

    /// <summary>
    /// The body as plain text. Values are put into it unescaped, so markup is taken out rather than sent on: nobody's name becomes a link.
    /// </summary>
    internal static string Plain(string body) => !body.TrimStart().StartsWith('<')
        ? body
        : WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(body, "\n"), "")).Trim();

    [GeneratedRegex("<br[^>]*>|</p>|</div>|</li>|</tr>|</h[1-6]>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    /// <summary>Which request it is.</summary>
    public sealed record Address(Guid Request);
}
