using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>A case that retention would touch today, or would if nothing stood against it.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="Service">The service's name, in the reader's language.</param>
/// <param name="Class">The class under which it is kept.</param>
/// <param name="Finished">The day on which it ended.</param>
/// <param name="LastDay">The last day on which it is kept in the clear; null for ever.</param>
/// <param name="Act">What would be done: archive or erase.</param>
/// <param name="Barrier">What stands against it, in the reader's language; null when nothing does.</param>
public sealed record RetentionRowDto(string Number, string Service, string Class, DateOnly Finished, DateOnly? LastDay, string Act, string? Barrier);

/// <summary>What retention would do today.</summary>
/// <param name="ToArchive">Cases whose e-file would be archived.</param>
/// <param name="ToErase">Cases that would become nobody's.</param>
/// <param name="Kept">Cases whose term is over and that something keeps.</param>
/// <param name="Looked">How many finished cases were looked at; the oldest 5,000 at most.</param>
/// <param name="Rows">The first 200 of them.</param>
/// <param name="Holds">Legal holds in force.</param>
public sealed record RetentionDto(int ToArchive, int ToErase, int Kept, int Looked, IReadOnlyList<RetentionRowDto> Rows, IReadOnlyList<HoldDto> Holds);

/// <summary>A legal hold.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">The case's number.</param>
/// <param name="Reason">Why.</param>
/// <param name="PlacedAt">Since when.</param>
public sealed record HoldDto(string Id, string Number, string Reason, DateTimeOffset PlacedAt);

/// <summary>The dry run: lists what the jobs of retention would touch today, and touches nothing.</summary>
public sealed class RetentionPreview(ApprovalsDbContext context, RetentionCases cases, MessageCatalog texts)
{
    private const int MostRows = 200;
    private const int MostLooked = 5000;
    private const int MostHolds = 200;

    public async Task<Result<RetentionDto>> ReadAsync(CurrentUser user, CancellationToken cancellationToken) =>
        JobRights.Sees(user) ? await ReadAsync(user.Language, cancellationToken) : Refusals.Forbidden;

    /// <summary>The dry run for whoever runs a command on the machine.</summary>
    public async Task<RetentionDto> ReadAsync(string language, CancellationToken cancellationToken)
    {
        List<RetainedCase> due = [];
        var (after, looked) = (Guid.Empty, 0);
        while (looked < MostLooked && await cases.NextAsync(after, cancellationToken) is { Count: > 0 } stretch)
        {
            (after, looked) = (stretch[^1].Row.Id, looked + stretch.Count);
            due.AddRange(stretch.Where(c => c.IsToErase || c.IsToArchive));
        }

        var holds = await (
            from hold in context.LegalHolds.AsNoTracking()
            where hold.LiftedAt == null
            join row in context.Cases on hold.CaseId equals row.Id
            orderby hold.PlacedAt
            select new HoldDto(hold.Id.ToString(), row.Number, hold.Reason, hold.PlacedAt)).Take(MostHolds).ToListAsync(cancellationToken);
        return new RetentionDto(
            due.Count(c => c.IsToArchive), due.Count(c => c is { IsToErase: true, Barrier: null }), due.Count(c => c is { IsToErase: true, Barrier: not null }), looked,
            [
                .. due.Take(MostRows).Select(c => new RetentionRowDto(
                    c.Row.Number, c.Row.ServiceName.In(language), c.Rule.Class.In(language), c.Finished, c.LastDay, c.IsToErase ? "erase" : "archive",
                    c is { IsToErase: true, Barrier: { } barrier } ? texts.Format(barrier, language) : null)),
            ],
            holds);
    }
}
