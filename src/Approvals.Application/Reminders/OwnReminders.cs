using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>The reminders that may reach a person, and switching off those that are optional.</summary>
public sealed class OwnReminders(ApprovalsDbContext context, RulesInForce rules, ReminderWords words, WriteTransaction transaction, TimeProvider clock)
{
    /// <summary>All that concern the person's side of the counter.</summary>
    public async Task<Result<IReadOnlyList<OwnReminderDto>>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var off = (await context.ReminderOptOuts.AsNoTracking().Where(o => o.UserId == user.Id).Select(o => o.Rule).ToListAsync(cancellationToken)).ToHashSet();
        var inForce = await rules.ReadAsync(cancellationToken);
        return Result<IReadOnlyList<OwnReminderDto>>.Success(
        [
            .. inForce.Where(r => Concerns(r.Rule, user)).Select(r => new OwnReminderDto(
                r.Code, r.Rule.Name.In(user.Language), words.Of(r.Rule, user.Language), !r.Rule.MayBeOff || !off.Contains(r.Code), r.Rule.MayBeOff)),
        ]);
    }

    /// <summary>Switches one on or off for oneself; one that is not optional stays on.</summary>
    public async Task<Result<Unit>> SwitchAsync(string code, bool on, CurrentUser user, CancellationToken cancellationToken)
    {
        var rule = (await rules.ReadAsync(cancellationToken)).FirstOrDefault(r => r.Code == code);
        if (rule is null || !rule.Rule.MayBeOff)
        {
            return rule is null ? Refusals.NotFound : new Error("reminders.notOptional", ErrorKind.Conflict);
        }

        var row = await context.ReminderOptOuts.SingleOrDefaultAsync(o => o.UserId == user.Id && o.Rule == code, cancellationToken);
        if (on && row is not null)
        {
            context.ReminderOptOuts.Remove(row);
        }
        else if (!on && row is null)
        {
            context.ReminderOptOuts.Add(new ReminderOptOut { UserId = user.Id, Rule = code, At = clock.GetUtcNow() });
        }

        // A second click in the same moment found what it wanted already.
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }

    private static bool Concerns(ReminderRule rule, CurrentUser user) => rule.To.Any(to => to switch
    {
        ReminderRecipient.Lead => user.Has(Roles.Lead),
        ReminderRecipient.Candidates => user.IsStaff,
        ReminderRecipient.Holder => rule.About == ReminderSubject.OfficeTask ? user.IsStaff : !user.IsStaff,
        ReminderRecipient.Agent => user.Has(Roles.EmployerAgent),
        _ => !user.IsStaff,
    });
}
