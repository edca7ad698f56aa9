using System.Buffers.Binary;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Phrases a reviewer saves for opinions; they lie beside the account, among what Identity keeps for each user.</summary>
public sealed class Phrases(ApprovalsDbContext context, WriteTransaction transaction)
{
    private const string Provider = "phrases";
    private const int Most = 100;

    /// <summary>The user's phrases, oldest first.</summary>
    public async Task<IReadOnlyList<PhraseDto>> ListAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await context.UserTokens.AsNoTracking().Where(t => t.UserId == user.Id && t.LoginProvider == Provider).OrderBy(t => t.Name)
            .Select(t => new PhraseDto(t.Name, t.Value!)).ToListAsync(cancellationToken);

    /// <summary>Saves a phrase; one that is there already is that one.</summary>
    public async Task<Result<PhraseDto>> SaveAsync(string text, CurrentUser user, CancellationToken cancellationToken)
    {
        var known = await ListAsync(user, cancellationToken);
        if (known.FirstOrDefault(p => p.Text == text.Trim()) is { } same)
        {
            return same;
        }

        if (known.Count >= Most)
        {
            return new Error("phrases.tooMany", ErrorKind.Conflict).With("max", $"{Most}");
        }

        var phrase = new PhraseDto(NextId(user, known, text.Trim()).ToString(), text.Trim());
        context.UserTokens.Add(new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = Provider, Name = phrase.Id, Value = phrase.Text });
        await transaction.CommitAsync(cancellationToken);
        return phrase;
    }

    /// <summary>An id that sorts behind the others; two clicks at once make the same one, and the second finds the phrase kept.</summary>
    private static Guid NextId(CurrentUser user, IReadOnlyList<PhraseDto> known, string text)
    {
        var bytes = StableId.Of(user.Id, Provider, text).ToByteArray(bigEndian: true);
        var last = known.Count == 0 ? 0 : BinaryPrimitives.ReadInt32BigEndian(Guid.Parse(known[^1].Id).ToByteArray(bigEndian: true));
        BinaryPrimitives.WriteInt32BigEndian(bytes, last + 1);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Deletes a phrase.</summary>
    public async Task<Result<Unit>> DeleteAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var name = id.ToString();
        var row = await context.UserTokens.SingleOrDefaultAsync(t => t.UserId == user.Id && t.LoginProvider == Provider && t.Name == name, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        context.UserTokens.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
