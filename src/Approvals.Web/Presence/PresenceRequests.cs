using System.ComponentModel.DataAnnotations;
using Approvals.Application.Presence;
using Approvals.Domain.Residency;
using Approvals.Web.Requests;

namespace Approvals.Web.Presence;

/// <summary>Enters days of presence.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not after today, and within a year of the first.</param>
/// <param name="Proofs">What shows it; documents are handed in one by one.</param>
/// <param name="Employer">The employer's id; absent where the days are for none.</param>
internal sealed record EnterPresenceRequest(
    DateOnly From, DateOnly To, [property: Length(1, 6)] IReadOnlyList<ProofKind> Proofs, Guid? Employer = null) : IRequest
{
    internal EnterPresence.Request For(Guid person) => new(person, Employer, From, To, Proofs);
}

/// <summary>Puts a corrected entry in the place of one.</summary>
/// <param name="From">The first day as it should be.</param>
/// <param name="To">The last day as it should be.</param>
/// <param name="Proofs">What shows it.</param>
/// <param name="Reason">Why it is corrected.</param>
/// <param name="Etag">The entry's version.</param>
internal sealed record CorrectPresenceRequest(
    DateOnly From, DateOnly To, [property: Length(1, 6)] IReadOnlyList<ProofKind> Proofs, [property: StringLength(500, MinimumLength = 2)] string Reason,
    [property: StringLength(100, MinimumLength = 1)] string Etag) : IRequest;

/// <summary>Takes an entry back.</summary>
/// <param name="Reason">Why.</param>
internal sealed record WithdrawPresenceRequest([property: StringLength(500, MinimumLength = 2)] string Reason) : IRequest;
