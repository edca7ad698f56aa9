using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Approvals.Application.Audit;
using Approvals.Domain.Calendars;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace Approvals.Application.Feedback;

/// <summary>Writes ratings and complaints: text encrypted, limits from the settings, the nearest leads told.</summary>
public sealed class FeedbackRows(ApprovalsDbContext context, Vault vault, SettingsInForce settings, AuditLog audit, IIdSource ids, TimeProvider clock)
{
    /// <summary>What is to be written.</summary>
    internal sealed record New(Guid Id, FeedbackKind Kind, string? Text, bool IsNamed)
    {
        internal int? Level { get; init; }

        internal ComplaintTopic? Topic { get; init; }
    }

    /// <summary>Adds a row to the caller's transaction.</summary>
    internal async Task<Result<CaseFeedback>> AddAsync(Case about, New written, CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } person)
        {
            return new Error("drafts.noPerson", ErrorKind.Conflict);
        }

        var key = await context.People.Where(p => p.Id == person).Select(p => p.KeyId).SingleAsync(cancellationToken);
        var needsAnswer = await NeedsAnswerAsync(written, cancellationToken);
        var kind = written.Kind == FeedbackKind.Rating ? "rating" : "complaint";
        var contact = needsAnswer ? await settings.DueAsync($"feedback.{kind}.contact", cancellationToken) : null;
        var answer = needsAnswer ? await settings.DueAsync($"feedback.{kind}.answer", cancellationToken) : null;
        var row = Row(about, written, user, (person, key), needsAnswer, (contact, answer));
        if (!string.IsNullOrWhiteSpace(written.Text))
        {
            row.Text = await vault.SealJsonAsync(key, written.Text.Trim(), CaseFeedback.Place(row.Id, "text"), cancellationToken);
        }

        context.Feedback.Add(row);
        audit.Add(user.Id, $"feedback.{kind}", "feedback", row.Id.ToString(), caseId: about.Id);
        if (needsAnswer)
        {
            await TellLeadsAsync(row, cancellationToken);
        }

        return row;
    }

    private CaseFeedback Row(Case about, New written, CurrentUser user, (Guid Id, Guid Key) person, bool needsAnswer, (DueDate? Contact, DueDate? Answer) due) => new()
    {
        Id = written.Id, Kind = written.Kind, CaseId = about.Id, CaseNumber = about.Number, ServiceCode = about.ServiceCode, ServiceName = about.ServiceName,
        RegionCode = about.RegionCode, RegionPath = about.RegionPath, ByUserId = user.Id, PersonId = person.Id, KeyId = person.Key,
        Level = written.Level, Topic = written.Topic, IsNamed = written.IsNamed, At = clock.Now(), NeedsAnswer = needsAnswer,
        ContactDueAt = due.Contact?.At, ContactYellowAt = due.Contact?.YellowAt, AnswerDueAt = due.Answer?.At, AnswerYellowAt = due.Answer?.YellowAt,
        ContactLimit = PendingLimits.Write(due.Contact, clock.Now()), AnswerLimit = PendingLimits.Write(due.Answer, clock.Now()),
        IsProvisional = due.Contact?.IsProvisional == true || due.Answer?.IsProvisional == true,
    };

    /// <summary>Every complaint, and each named rating of the levels that are called back.</summary>
    private async Task<bool> NeedsAnswerAsync(New written, CancellationToken cancellationToken) =>
        written.Kind == FeedbackKind.Complaint
        || (written.IsNamed && written.Level <= await settings.NumberAsync("feedback.rating.calledBack", cancellationToken));

    /// <summary>The leads of the case's region, else of the nearest region above that has any.</summary>
    private async Task TellLeadsAsync(CaseFeedback row, CancellationToken cancellationToken)
    {
        var (codes, now) = (Regions.RegionPath.Codes(row.RegionPath), clock.GetUtcNow());
        var leads = await context.RoleAssignments.AsNoTracking()
            .Where(a => a.Role == Roles.Lead && codes.Contains(a.RegionCode) && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now)
                && (a.ServiceCode == null || a.ServiceCode == row.ServiceCode) && a.UserId != row.ByUserId)
            .Select(a => new { a.UserId, a.RegionCode }).ToListAsync(cancellationToken);
        var nearest = codes.Reverse().FirstOrDefault(code => leads.Exists(l => l.RegionCode == code));
        context.Notifications.AddRange(leads.Where(l => l.RegionCode == nearest).Select(l => l.UserId).Distinct().Select(lead => new Notification
        {
            Id = ids.Next(), UserId = lead, CaseId = row.CaseId, Template = "feedback.news.filed", At = row.At,
            Data = JsonSerializer.Serialize(new { number = row.CaseNumber }, JsonSerializerOptions.Web),
        }));
    }
}
