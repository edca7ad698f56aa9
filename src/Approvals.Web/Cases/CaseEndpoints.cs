using System.ComponentModel.DataAnnotations;
using Approvals.Application.CaseViews;
using Approvals.Application.Paging;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Cases;

/// <summary>Takes an application back.</summary>
/// <param name="Reason">Why.</param>
internal sealed record WithdrawRequest([property: StringLength(500, MinimumLength = 1)] string Reason) : IRequest;

/// <summary>Writes a message.</summary>
/// <param name="Text">What.</param>
internal sealed record MessageRequest([property: StringLength(2000, MinimumLength = 1)] string Text) : IRequest;

/// <summary>Hands in documents promised before.</summary>
/// <param name="Documents">Ids of documents uploaded for this case.</param>
internal sealed record SupplyRequest([property: MaxLength(50)] IReadOnlyList<Guid> Documents) : IRequest;

/// <summary>Whose cases a list holds.</summary>
internal enum CaseScope
{
    /// <summary>The reader's own, and those filed for an employer the reader acts for.</summary>
    Mine,

    /// <summary>Those the reader's roles let read.</summary>
    Work,
}

/// <summary>Which cases a list holds.</summary>
internal enum CaseListState
{
    /// <summary>All.</summary>
    All,

    /// <summary>Running.</summary>
    Open,

    /// <summary>Finished.</summary>
    Finished,
}

/// <summary>Cases, to read and, for their applicants, to move.</summary>
internal static class CaseEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases");
        cases.MapGet("/", List);
        cases.MapGet("/{id:guid}", Read);
        cases.MapGet("/{id:guid}/work", ReadForWork);
        cases.MapPost("/{id:guid}/withdraw", Withdraw);
        cases.MapPost("/{id:guid}/urge", Urge);
        cases.MapPost("/{id:guid}/messages", Write);
        cases.MapPost("/{id:guid}/supply", Supply);
        api.MapGet("/letters/{id:guid}", ReadLetter).WithTags("Cases");
    }

    /// <summary>Own cases, or a search among those one may read: by number, exact name, employer or a searchable field.</summary>
    private static Task<Results<Ok<Page<CaseSummaryDto>>, ErrorResult>> List(
        CaseScope scope = CaseScope.Mine, CaseListState state = CaseListState.All, string? q = null, string? cursor = null) => throw Later.It;

    /// <summary>The case as its applicant sees it.</summary>
    private static Task<Results<Ok<CaseDto>, ErrorResult>> Read(Guid id) => throw Later.It;

    /// <summary>The case as staff without a task on it see it.</summary>
    private static Task<Results<Ok<CaseDto>, ErrorResult>> ReadForWork(Guid id) => throw Later.It;

    /// <summary>Takes the application back, until the first decision.</summary>
    private static Task<Results<NoContent, ErrorResult>> Withdraw(Guid id, WithdrawRequest request) => throw Later.It;

    /// <summary>Asks whoever has the case to hurry, once a day.</summary>
    private static Task<Results<NoContent, ErrorResult>> Urge(Guid id) => throw Later.It;

    /// <summary>Writes a message on the case.</summary>
    private static Task<Results<Ok<MessageDto>, ErrorResult>> Write(Guid id, MessageRequest request) => throw Later.It;

    /// <summary>Hands in documents that were promised.</summary>
    private static Task<Results<NoContent, ErrorResult>> Supply(Guid id, SupplyRequest request) => throw Later.It;

    /// <summary>A letter.</summary>
    private static Task<Results<Ok<LetterDto>, ErrorResult>> ReadLetter(Guid id) => throw Later.It;
}
