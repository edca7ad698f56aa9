using System.Security.Cryptography;
using Approvals.Application.Calendars;
using Approvals.Application.Cards;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Letters;

/// <summary>Answers whoever scans a printed letter: whether the authority issued it and whether what it granted still holds.</summary>
public sealed class VerifyLetter(ApprovalsDbContext context, Vault vault, ServiceCatalog catalog, CalendarInForce calendar, MessageCatalog texts, TimeProvider clock)
{
    private static readonly Dictionary<string, string> None = [];

    public async Task<Result<VerifiedLetterDto>> HandleAsync(string token, string language, CancellationToken cancellationToken)
    {
        var letter = LetterProof.Read(vault, token) is { } id
            ? await context.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken)
            : null;
        if (letter is null || !SHA256.HashData(letter.Payload).AsSpan().SequenceEqual(letter.Hash))
        {
            return new Error("letters.notFound", ErrorKind.NotFound);
        }

        var about = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == letter.CaseId, cancellationToken);
        var service = await catalog.FindAsync(about.ServiceVersionId, cancellationToken);
        var content = await vault.OpenJsonAsync<LetterContent>(about.KeyId, letter.Payload, LetterContent.Place(letter.Id), cancellationToken);
        var granted = await context.Entitlements.AsNoTracking().Include(e => e.Suspensions).Where(e => e.CaseId == about.Id).OrderBy(e => e.GrantedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        var today = calendar.Today(clock);
        return new VerifiedLetterDto(
            content.IsSuccess,
            texts.Format(content.IsSuccess ? "letters.genuine" : "secrets.erased", None, language),
            content.IsSuccess ? content.Value.Subject.In(language) : letter.Name,
            service.Service.Authority?.Name.In(language) ?? "",
            about.ServiceName.In(language), about.Number, about.ApplicantMaskedName, calendar.Current.DayOf(letter.At),
            [.. granted.Select(e => Describe(e, Validity.On(e, today), language))],
            clock.Now());
    }

    private VerifiedGrantDto Describe(Entitlement row, CardStatus status, string language) =>
        new(row.KindName.In(language), row.LevelName?.In(language) ?? row.Level, status, texts.Format($"card.{status}", None, language));
}

/// <summary>What anybody who scans a letter may know.</summary>
/// <param name="Genuine">Whether its text can still be read; false once it was erased.</param>
/// <param name="StatusName">The same in words.</param>
/// <param name="Title">Its title.</param>
/// <param name="Authority">Who issued it.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="CaseNumber">The case's number, to compare with the paper.</param>
/// <param name="HolderMasked">The applicant's name, masked.</param>
/// <param name="IssuedOn">The day it was issued, to compare with the paper.</param>
/// <param name="Granted">What the case granted, and whether it holds today.</param>
/// <param name="CheckedAt">When this was looked up.</param>
public sealed record VerifiedLetterDto(
    bool Genuine,
    string StatusName,
    string Title,
    string Authority,
    string ServiceName,
    string CaseNumber,
    string HolderMasked,
    DateOnly IssuedOn,
    IReadOnlyList<VerifiedGrantDto> Granted,
    DateTimeOffset CheckedAt);

/// <summary>Something the case of a letter granted.</summary>
/// <param name="Name">The kind's name.</param>
/// <param name="Level">The level, or null.</param>
/// <param name="Status">Whether it holds today.</param>
/// <param name="StatusName">The same in words.</param>
public sealed record VerifiedGrantDto(string Name, string? Level, CardStatus Status, string StatusName);
