using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Letters;

/// <summary>Makes out a letter in both languages, keeps it encrypted, and delivers it by page and, through the outbox, by mail.</summary>
internal sealed class SendLetterApplier : EffectApplier<SendLetter>
{
    protected override async Task ApplyAsync(SendLetter effect, CaseWork work, CancellationToken cancellationToken)
    {
        var about = new LetterSubjectMatter
        {
            Opinion = await OpinionAsync(work, effect.Opinion, cancellationToken),
            Fields = effect.Fields,
            Documents = effect.Documents,
            Due = LetterSubjectMatter.DueAt(work, effect.Activity),
        };
        await LetterRows.SendAsync(work, effect.Activity, effect.Letter, about, cancellationToken);
    }

    private static async Task<string?> OpinionAsync(CaseWork work, string? opinion, CancellationToken cancellationToken) =>
        !Guid.TryParse(opinion, out var id) ? null
        : work.Context.Opinions.Local.FindEntry(id)?.Entity.Text
            ?? await work.Context.Opinions.Where(o => o.Id == id).Select(o => o.Text).SingleOrDefaultAsync(cancellationToken);
}
