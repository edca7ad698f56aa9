using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>Writes a message on a case, to the office or to the applicant; it never enters the engine.</summary>
public sealed class SendMessage(CaseStepper stepper)
{
    private const int Longest = 2000;

    /// <param name="Case">The case.</param>
    /// <param name="Text">What.</param>
    public sealed record Request(Guid Case, string Text);

    /// <param name="Id">The message.</param>
    public sealed record Sent(Guid Id);

    public Task<Result<Sent>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        stepper.RunAsync(request.Case, user, work => ActAsync(work, request, user, cancellationToken), cancellationToken);

    private static async Task<Result<Sent>> ActAsync(CaseWork work, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!CaseRights.MayRead(user, work.Case) && !work.Tasks.Exists(t => TaskRights.MayAct(user, t)))
        {
            return new Error("cases.notYours", ErrorKind.Forbidden);
        }

        if (work.Case.FinishedAt is not null)
        {
            return new Error("cases.finished", ErrorKind.Conflict);
        }

        if (request.Text.Length > Longest)
        {
            return new Error("cases.emptyMessage");
        }

        var last = await work.Context.Comments.AsNoTracking().Where(c => c.CaseId == work.Case.Id && c.AuthorUserId == user.Id)
            .OrderByDescending(c => c.At).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && last.Text == request.Text.Trim() && work.Now - last.At < TimeSpan.FromMinutes(1))
        {
            return new Sent(last.Id);
        }

        // Two clicks at once know the same last message, so they make the same id and meet at it.
        var id = StableId.Of(work.Case.Id, "message", $"{user.Id:N}:{last?.Id:N}:{request.Text.Trim()}");
        return Messages.Add(work, user, request.Text, id: id) is { } message ? new Sent(message.Id) : new Error("cases.emptyMessage");
    }
}
