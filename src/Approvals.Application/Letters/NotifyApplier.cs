using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Application.Outbox;
using Approvals.Application.Participants;
using Approvals.Workflows;

namespace Approvals.Application.Letters;

/// <summary>
/// Tells people by a line in their news. What goes to the applicant as a letter of the package is made out as one, so that
/// it can be read again; staff are never mailed task by task.
/// </summary>
internal sealed class NotifyApplier : EffectApplier<Notify>
{
    protected override async Task ApplyAsync(Notify effect, CaseWork work, CancellationToken cancellationToken)
    {
        var applicant = (await CandidateKeys.UsersAsync(work, work.Applicant.FlowId, cancellationToken)).ToHashSet();
        var users = await UsersAsync(effect, work, cancellationToken);
        if (users.Any(applicant.Contains) && work.Service.Package.Letters.ContainsKey(effect.Template))
        {
            await LetterRows.SendAsync(work, effect.Activity, effect.Template, LetterSubjectMatter.None, cancellationToken);
            users = [.. users.Where(u => !applicant.Contains(u))];
        }

        if (effect.MayRead)
        {
            await Tasks.CaseCopies.AddAsync(work, [.. users], null, null, cancellationToken);
        }

        foreach (var user in users)
        {
            work.Context.Notifications.Add(new Notification
            {
                Id = work.Ids.Next(),
                UserId = user,
                CaseId = work.Case.Id,
                TaskId = work.Tasks.Find(t => t.BookmarkId == effect.Task)?.Id,
                Template = effect.Template,
                Data = JsonSerializer.Serialize(new { number = work.Case.Number, activity = effect.Activity }, JsonSerializerOptions.Web),
                At = work.Now,
            });
        }
    }

    private static async Task<IReadOnlyList<Guid>> UsersAsync(Notify effect, CaseWork work, CancellationToken cancellationToken)
    {
        List<Guid> users = [];
        foreach (var candidate in effect.To)
        {
            users.AddRange(candidate switch
            {
                UserCandidate user => await CandidateKeys.UsersAsync(work, user.Id, cancellationToken),
                RoleCandidate role => await FactLoader.HoldersAsync(work.Context, role, work.Now, null, cancellationToken),
                _ => [],
            });
        }

        return [.. users.Distinct()];
    }
}
