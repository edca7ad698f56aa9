using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Approvals.Application.Tasks;
using Approvals.Application.Votes;
using Approvals.Web.Requests;
using Approvals.Workflows;

namespace Approvals.Web.WorkTasks;

/// <summary>Does an act; which members it needs is said with the act.</summary>
/// <param name="Etag">From the task.</param>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
/// <param name="Opinion">The opinion.</param>
/// <param name="Form">Answers to this step's own form, by key.</param>
/// <param name="Target">The activity to return to.</param>
/// <param name="Fields">The applicant's fields to open.</param>
/// <param name="FieldNotes">What is to be corrected, by field.</param>
/// <param name="Documents">Types of documents asked for.</param>
/// <param name="To">The user a task is passed or delegated to, who signs too or need not any more, or whose opinion is asked.</param>
/// <param name="Reason">Why.</param>
/// <param name="Promised">Types of documents that may follow later.</param>
/// <param name="Ballot">A vote.</param>
/// <param name="People">The users a case is copied to.</param>
/// <param name="Place">When an added signer signs.</param>
/// <param name="Length">The new length of a limit, in its own unit.</param>
internal sealed record ActRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: StringLength(4000)] string? Opinion = null,
    IReadOnlyDictionary<string, JsonElement>? Form = null,
    [property: StringLength(200)] string? Target = null,
    [property: MaxLength(200), ItemLength(200)] IReadOnlyList<string>? Fields = null,
    [property: ItemLength(500)] IReadOnlyDictionary<string, string>? FieldNotes = null,
    [property: MaxLength(50), ItemLength(100)] IReadOnlyList<string>? Documents = null,
    Guid? To = null,
    [property: StringLength(2000)] string? Reason = null,
    [property: MaxLength(50), ItemLength(100)] IReadOnlyList<string>? Promised = null,
    BallotRequest? Ballot = null,
    [property: MaxLength(CopyCase.Most)] IReadOnlyList<Guid>? People = null,
    SignerPlace? Place = null,
    int? Length = null) : IRequest;

/// <summary>A vote; it is kept without its voter's name.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Sheet">The scoring sheet, by key.</param>
internal sealed record BallotRequest(BallotChoice Choice, IReadOnlyDictionary<string, JsonElement>? Sheet = null) : IRequest;

/// <summary>Does one act on several tasks.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Act">What is done with each: an act that the tasks themselves offer, <c>claim</c>, <c>transfer</c>, <c>copy</c> or <c>urge</c>.</param>
/// <param name="Opinion">The opinion on each, or why.</param>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
/// <param name="To">Of <c>transfer</c>: who gets them.</param>
/// <param name="People">Of <c>copy</c>: to whom the cases are copied.</param>
internal sealed record BatchRequest(
    [property: MaxLength(BatchAct.Most)] IReadOnlyList<BatchItemRequest> Tasks,
    [property: StringLength(64, MinimumLength = 1)] string Act,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: StringLength(4000)] string? Opinion = null,
    Guid? To = null,
    [property: MaxLength(CopyCase.Most)] IReadOnlyList<Guid>? People = null) : IRequest;

/// <summary>A task to decide with others.</summary>
/// <param name="Id">The task.</param>
/// <param name="Etag">From the row of the inbox.</param>
internal sealed record BatchItemRequest(Guid Id, [property: StringLength(100, MinimumLength = 1)] string Etag) : IRequest;

/// <summary>What became of each task.</summary>
/// <param name="Done">How many were done.</param>
/// <param name="Refused">Those that were not, and why.</param>
internal sealed record BatchDto(int Done, IReadOnlyList<BatchRefusalDto> Refused);

/// <summary>A task that was not done.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Code">The reason's code.</param>
/// <param name="Why">The reason.</param>
internal sealed record BatchRefusalDto(string TaskId, string Code, string Why);

/// <summary>Asks how answers to the step's own form stand.</summary>
/// <param name="Values">The answers so far, by key.</param>
internal sealed record CheckFormRequest(IReadOnlyDictionary<string, JsonElement> Values) : IRequest;

/// <summary>Asks to see a masked answer.</summary>
/// <param name="Path">The field.</param>
/// <param name="Reason">Why; it is kept with who asked and when.</param>
internal sealed record RevealRequest(
    [property: StringLength(200, MinimumLength = 1)] string Path,
    [property: StringLength(500, MinimumLength = 2)] string Reason) : IRequest;

/// <summary>Says of a document that it will do, or why not.</summary>
/// <param name="Document">A document of the case.</param>
/// <param name="Ok">Whether it will do; null takes back what was said.</param>
/// <param name="Reason">Why not.</param>
internal sealed record TickRequest(Guid Document, bool? Ok = null, [property: StringLength(200)] string? Reason = null) : IRequest;
