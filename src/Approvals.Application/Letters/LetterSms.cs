using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Sms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Letters;

/// <summary>Tells a recipient by text message that a letter has come; what it says is read on the page.</summary>
public sealed class LetterSms(ApprovalsDbContext context, PersonRegister people, MessageCatalog texts) : ISmsComposer
{
    /// <summary>The kind of its outbox messages.</summary>
    public const string SmsKind = "sms.letter";

    /// <inheritdoc />
    public string Kind => SmsKind;

    /// <inheritdoc />
    public async Task<Sms.Sms?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var address = JsonSerializer.Deserialize<LetterMail.Address>(message.Payload, JsonSerializerOptions.Web)!;
        var number = await context.Letters.Where(l => l.Id == address.Letter)
            .Join(context.Cases, l => l.CaseId, c => c.Id, (_, c) => c.Number).SingleAsync(cancellationToken);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == address.User && u.DisabledAt == null, cancellationToken);
        if (user?.PersonId is not { } person || await people.ReadAsync(person, cancellationToken) is not { IsSuccess: true, Value.Mobile: { Length: > 0 } mobile })
        {
            return null;
        }

        return new Sms.Sms(WithCountry(mobile), texts.Format("letters.sms", new Dictionary<string, string> { ["number"] = number }, user.Language));
    }

    internal static string WithCountry(string mobile)
    {
        var digits = string.Concat(mobile.Where(c => char.IsAsciiDigit(c) || c == '+'));
        return digits.StartsWith('+') ? digits : $"+86{digits}";
    }
}
