using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Approvals.Domain.Identifiers;

namespace Approvals.Application.Experts;

/// <summary>A co-author as somebody enters one.</summary>
/// <param name="Name">The name.</param>
/// <param name="Number">The number of an identity document; null where it is not known.</param>
public sealed record CoAuthorEntry(string Name, string? Number);

/// <summary>Keeps lists of co-authors: encrypted for people, hashed for comparing.</summary>
public static class CoAuthors
{
    /// <summary>Under which kind names are hashed.</summary>
    public const string NameKind = "co-author-name";

    /// <summary>Under which kind numbers are hashed, of whatever document.</summary>
    public const string NumberKind = "co-author-number";

    /// <summary>A name or a code as it is compared: without blanks, in capitals, full-width letters narrow.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(Narrow)).ToUpperInvariant();

    /// <summary>Seals a co-author of an expert.</summary>
    public static async Task<ExpertCoAuthor> SealAsync(Expert expert, CoAuthorEntry entry, Vault vault, IIdSource ids, CancellationToken cancellationToken)
    {
        var (id, number) = (ids.Next(), string.IsNullOrWhiteSpace(entry.Number) ? null : Plain(entry.Number));
        var details = new CoAuthorDetails(entry.Name.Trim(), number is null ? null : Masks.Apply(MaskKind.Identifier, number));
        return new ExpertCoAuthor
        {
            Id = id, ExpertId = expert.Id, NameHash = vault.LookUp(NameKind, Plain(entry.Name)), NumberHash = number is null ? null : vault.LookUp(NumberKind, number),
            Payload = await vault.SealJsonAsync(expert.KeyId, details, Place(id), cancellationToken),
        };
    }

    /// <summary>What people see of a co-author.</summary>
    public static async Task<CoAuthorDetails> OpenAsync(Expert expert, ExpertCoAuthor author, Vault vault, CancellationToken cancellationToken) =>
        (await vault.OpenJsonAsync<CoAuthorDetails>(expert.KeyId, author.Payload, Place(author.Id), cancellationToken)).Value;

    /// <summary>Whether an entry says what a kept one says.</summary>
    public static bool IsSame(ExpertCoAuthor kept, CoAuthorEntry entry, Vault vault) =>
        kept.NameHash.AsSpan().SequenceEqual(vault.LookUp(NameKind, Plain(entry.Name)))
        && (string.IsNullOrWhiteSpace(entry.Number) ? kept.NumberHash is null : kept.NumberHash.AsSpan().SequenceEqual(vault.LookUp(NumberKind, Plain(entry.Number))));

    /// <summary>A full-width letter or digit as its narrow one; normalisation does nothing where there are no cultures.</summary>
    private static char Narrow(char letter) => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;

    /// <summary>Where a co-author's payload belongs.</summary>
    private static string Place(Guid id) => $"co-author:{id:N}";
}
