using System.ComponentModel.DataAnnotations;
using Approvals.Application.Experts;
using Approvals.Web.Requests;

namespace Approvals.Web.Experts;

/// <summary>Takes an account into the pool of experts.</summary>
/// <param name="User">The account's user name; it holds the role of an expert.</param>
/// <param name="Region">The code of the region whose office keeps the entry; the expert is drawn for cases of that region and below.</param>
/// <param name="Fields">Codes of the fields the expert judges in.</param>
/// <param name="Away">Days away, on which the expert is not drawn.</param>
/// <param name="CoAuthors">Whom the expert does not judge.</param>
/// <param name="EmployerUscc">The employer's unified social credit code.</param>
/// <param name="EmployerName">The employer's name.</param>
internal sealed record NewExpertRequest(
    [property: StringLength(100, MinimumLength = 1)] string User,
    [property: StringLength(20, MinimumLength = 1)] string Region,
    [property: MaxLength(ExpertEntry.Most), ItemLength(50)] IReadOnlyList<string> Fields,
    [property: MaxLength(ExpertEntry.Most)] IReadOnlyList<DaysAwayRequest>? Away = null,
    [property: MaxLength(ExpertEntry.Most)] IReadOnlyList<CoAuthorRequest>? CoAuthors = null,
    [property: StringLength(18)] string? EmployerUscc = null,
    [property: StringLength(200)] string? EmployerName = null) : IRequest;

/// <summary>Changes what the pool says of an expert.</summary>
/// <param name="Etag">From the expert.</param>
/// <param name="Fields">Codes of the fields the expert judges in.</param>
/// <param name="Kept">Ids of the co-authors that stay; others are taken off the list.</param>
/// <param name="Closed">Whether the expert is not drawn any more.</param>
/// <param name="Away">Days away, on which the expert is not drawn.</param>
/// <param name="CoAuthors">Further people whom the expert does not judge.</param>
/// <param name="EmployerUscc">The employer's unified social credit code.</param>
/// <param name="EmployerName">The employer's name.</param>
internal sealed record ChangeExpertRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: MaxLength(ExpertEntry.Most), ItemLength(50)] IReadOnlyList<string> Fields,
    [property: MaxLength(ExpertEntry.Most)] IReadOnlyList<Guid> Kept,
    bool Closed,
    [property: MaxLength(ExpertEntry.Most)] IReadOnlyList<DaysAwayRequest>? Away = null,
    [property: MaxLength(ExpertEntry.Most)] IReadOnlyList<CoAuthorRequest>? CoAuthors = null,
    [property: StringLength(18)] string? EmployerUscc = null,
    [property: StringLength(200)] string? EmployerName = null) : IRequest;

/// <summary>The days away of the expert who asks.</summary>
/// <param name="Etag">From the own entry.</param>
/// <param name="Away">All spells from today on; one that is missing is removed, one that has begun ends yesterday.</param>
internal sealed record OwnDaysAwayRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: MaxLength(ExpertEntry.Most)] IReadOnlyList<DaysAwayRequest> Away) : IRequest;

/// <summary>Days away.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record DaysAwayRequest(DateOnly From, DateOnly To) : IRequest;

/// <summary>Somebody an expert has published or worked with.</summary>
/// <param name="Name">The name.</param>
/// <param name="Number">The number of an identity document; without it everybody of the name is meant.</param>
internal sealed record CoAuthorRequest(
    [property: StringLength(100, MinimumLength = 1)] string Name,
    [property: StringLength(30)] string? Number = null) : IRequest;

/// <summary>Draws experts for the empty seats of a panel.</summary>
/// <param name="Etag">From the draw.</param>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
/// <param name="Without">Users drawn before who have not answered and are not waited for.</param>
/// <param name="Reason">Why it is drawn again; the first draw needs none.</param>
internal sealed record DrawRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: MaxLength(ExpertEntry.Most)] IReadOnlyList<Guid>? Without = null,
    [property: StringLength(1000)] string? Reason = null) : IRequest;
