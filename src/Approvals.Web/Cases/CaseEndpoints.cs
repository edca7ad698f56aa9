using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.FlowMaps;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
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

/// <summary>What a list of cases is narrowed to, in the address.</summary>
/// <param name="Scope">Whose cases.</param>
/// <param name="State">Running or finished ones.</param>
/// <param name="Q">A number, an employer or the value of a searchable field.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Service">A service's code.</param>
/// <param name="Where">Conditions on answers of the service: a field's name, <c>is</c>, <c>starts</c>, <c>from</c> or <c>to</c>, and a value, parted by colons.</param>
/// <param name="Sort">By what the cases of one's work are ordered; with <c>due</c> those that run and have a last day.</param>
/// <param name="Up">The least or oldest first; otherwise the greatest or newest.</param>
internal sealed record CaseFilter(
    CaseScope Scope = CaseScope.Mine,
    CaseListState State = CaseListState.All,
    string? Q = null,
    string? Cursor = null,
    string? Service = null,
    string[]? Where = null,
    CaseSort Sort = CaseSort.Filed,
    bool Up = false)
{
    public CaseList.Request ToRequest() =>
        new(Scope == CaseScope.Work, State switch { CaseListState.Open => false, CaseListState.Finished => true, _ => null }, Q, Cursor)
        {
            Service = Service, Where = Where ?? [], Order = new CaseOrder(Sort, Up),
        };
}

/// <summary>Cases, to read and, for their applicants, to move.</summary>
internal static class CaseEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases");
        cases.MapGet("/", List).ForKeys(ApiScopes.ReadCases);
        cases.MapGet("/{id:guid}", Read).ForKeys(ApiScopes.ReadCases);
        cases.MapGet("/{id:guid}/work", ReadForWork).ForKeys(ApiScopes.WorkOnTasks);
        cases.MapGet("/sheet", Download);
        cases.MapGet("/{id:guid}/map", ReadMap);
        cases.MapGet("/{id:guid}/due", ReadDue);
        cases.MapPost("/{id:guid}/withdraw", Withdraw).ForKeys(ApiScopes.FileCases);
        cases.MapPost("/{id:guid}/urge", Urge).ForKeys(ApiScopes.FileCases);
        cases.MapPost("/{id:guid}/messages", Write).ForKeys(ApiScopes.FileCases);
        cases.MapPost("/{id:guid}/supply", Supply).ForKeys(ApiScopes.FileCases);
    }

    /// <summary>Own cases, or a search among those one may read: by number, employer or a searchable field.</summary>
    private static Task<Results<Ok<Page<CaseSummaryDto>>, ErrorResult>> List(
        [AsParameters] CaseFilter filter, CaseList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.ListAsync(filter.ToRequest(), user, cancellationToken).ToHttp();

    /// <summary>The same cases as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(
        [AsParameters] CaseFilter filter, CaseSheet sheet, CurrentUser user, CancellationToken cancellationToken) =>
        sheet.ReadAsync(filter.ToRequest(), user, cancellationToken).ToWorkbook("cases");

    /// <summary>The flow of the case as a map: where it stands, who has it and since when.</summary>
    private static Task<Results<Ok<FlowMapDto>, ErrorResult>> ReadMap(Guid id, FlowMap map, CurrentUser user, CancellationToken cancellationToken) =>
        map.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Why the case, or a task of it, is due when it is: day by day, with stops and extensions.</summary>
    private static Task<Results<Ok<DueReasonDto>, ErrorResult>> ReadDue(Guid id, Guid? task, DueReasons reasons, CurrentUser user, CancellationToken cancellationToken) =>
        reasons.ReadAsync(id, task, user, cancellationToken).ToHttp();

    /// <summary>The case as its applicant sees it.</summary>
    private static Task<Results<Ok<CaseDto>, ErrorResult>> Read(Guid id, CaseView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>The case as staff without a task on it see it.</summary>
    private static Task<Results<Ok<CaseDto>, ErrorResult>> ReadForWork(Guid id, CaseView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Takes the application back, until the first decision.</summary>
    private static Task<Results<NoContent, ErrorResult>> Withdraw(
        Guid id, WithdrawRequest request, WithdrawCase withdraw, CurrentUser user, CancellationToken cancellationToken) =>
        withdraw.HandleAsync(new WithdrawCase.Request(id, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>Asks whoever has the case to hurry, once a day.</summary>
    private static Task<Results<NoContent, ErrorResult>> Urge(Guid id, UrgeCase urge, CurrentUser user, CancellationToken cancellationToken) =>
        urge.HandleAsync(new UrgeCase.Request(id), user, cancellationToken).ToNoContent();

    /// <summary>Writes a message on the case.</summary>
    private static async Task<Results<Ok<MessageDto>, ErrorResult>> Write(
        Guid id, MessageRequest request, SendMessage send, CaseView view, CurrentUser user, CancellationToken cancellationToken)
    {
        var sent = await send.HandleAsync(new SendMessage.Request(id, request.Text), user, cancellationToken);
        return sent.IsSuccess
            ? (await view.MessageAsync(id, sent.Value.Id, user, cancellationToken)).ToHttp()
            : new ErrorResult(sent.Error);
    }

    /// <summary>Hands in what was promised, from the documents uploaded for the task of the promise.</summary>
    private static Task<Results<NoContent, ErrorResult>> Supply(
        Guid id, SupplyRequest request, CaseView view, SupplyDocuments supply, CurrentUser user, CancellationToken cancellationToken) =>
        SupplyAsync(id, request, view, supply, user, cancellationToken).ToNoContent();

    private static async Task<Result<ActDone>> SupplyAsync(
        Guid id, SupplyRequest request, CaseView view, SupplyDocuments supply, CurrentUser user, CancellationToken cancellationToken)
    {
        var task = await view.PromiseAsync(id, user, cancellationToken);
        return task.IsSuccess
            ? await supply.HandleAsync(new SupplyDocuments.Request(task.Value, $"supply:{string.Join(',', request.Documents.Order())}"), user, cancellationToken)
            : task.Error;
    }
}
