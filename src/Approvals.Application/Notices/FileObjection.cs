using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Notices;

/// <summary>Anybody objects to a public notice while it stands; who and why lies encrypted under the case's key.</summary>
public sealed class FileObjection(CaseStepper stepper, ApprovalsDbContext context)
{
    private const int LongestName = 100;
    private const int LongestReason = 4000;

    /// <param name="Notice">The notice.</param>
    /// <param name="Name">Who objects.</param>
    /// <param name="Contact">How to reach them.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click; the same one files once.</param>
    public sealed record Request(Guid Notice, string Name, string Contact, string Reason, string IdempotencyKey);

    /// <param name="Id">The objection.</param>
    /// <param name="Number">What to quote when asking about it.</param>
    public sealed record Filed(Guid Id, string Number);

    /// <summary>What the payload of an <see cref="Objection"/> holds.</summary>
    public sealed record Grounds(string Name, string Contact, string Reason);

    public async Task<Result<Filed>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Blank(request.Name, LongestName) || Blank(request.Contact, LongestName) || Blank(request.Reason, LongestReason))
        {
            return new Error("notices.needsContact");
        }

        var notice = await context.PublicNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.Notice, cancellationToken);
        return notice is null
            ? new Error("notices.unknown", ErrorKind.NotFound)
            : await stepper.RunAsync(notice.CaseId, user.IsSignedIn ? user : null, work => FileAsync(work, notice, request, cancellationToken), cancellationToken);
    }

    /// <summary>Where an objection's payload belongs; it opens nowhere else.</summary>
    public static string Place(Guid objection) => $"objection:{objection:N}";

    private static bool Blank(string text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest;

    private static async Task<Result<Filed>> FileAsync(CaseWork work, PublicNotice notice, Request request, CancellationToken cancellationToken)
    {
        var id = StableId.Of(notice.Id, "objection", request.IdempotencyKey);
        var filed = new Filed(id, $"{work.Case.Number}-{id.ToString("N")[..6].ToUpperInvariant()}");
        if (await work.Context.Objections.AnyAsync(o => o.Id == filed.Id, cancellationToken))
        {
            return filed;
        }

        if (NoticeIds.Find(work, notice.Id) is not { } waiting || notice.EndsAt <= work.Now)
        {
            return new Error("notices.ended", ErrorKind.Conflict);
        }

        var grounds = new Grounds(request.Name.Trim(), request.Contact.Trim(), request.Reason.Trim());
        work.Context.Objections.Add(new Objection
        {
            Id = filed.Id, NoticeId = notice.Id, CaseId = work.Case.Id, FiledByUserId = work.By?.Id, FiledAt = work.Now,
            Payload = await work.Vault.SealJsonAsync(work.KeyId, grounds, Place(filed.Id), cancellationToken),
        });
        var taken = await work.TakeAsync(new CaseAct(new ObjectionFiled(waiting, filed.Id.ToString())), cancellationToken);
        return taken.Map(_ => filed);
    }
}
