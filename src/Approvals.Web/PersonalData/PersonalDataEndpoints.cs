using System.ComponentModel.DataAnnotations;
using Approvals.Application.Paging;
using Approvals.Application.PersonalData;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.PersonalData;

/// <summary>Asks for a value to be corrected.</summary>
/// <param name="Field">Which.</param>
/// <param name="Value">What is right.</param>
/// <param name="Reason">Why.</param>
/// <param name="IdentifierKind">The kind of a new identity document; null for other fields.</param>
internal sealed record CorrectDataRequest(
    DataField Field,
    [property: StringLength(200, MinimumLength = 1)] string Value,
    [property: StringLength(1000, MinimumLength = 2)] string Reason,
    [property: StringLength(40)] string? IdentifierKind = null) : IRequest;

/// <summary>Asks for everything to be erased.</summary>
/// <param name="Reason">Why.</param>
internal sealed record EraseDataRequest([property: StringLength(1000, MinimumLength = 2)] string Reason) : IRequest;

/// <summary>Decides on a request.</summary>
/// <param name="Etag">The version that was seen.</param>
/// <param name="Granted">Whether it is granted.</param>
/// <param name="Reason">Why, as the person reads it.</param>
internal sealed record DecideRequest(
    [property: StringLength(40, MinimumLength = 1)] string Etag, bool Granted, [property: StringLength(1000, MinimumLength = 2)] string Reason) : IRequest;

/// <summary>A request was made.</summary>
/// <param name="Id">Its id.</param>
internal sealed record RequestMadeDto(string Id);

/// <summary>What is kept of the reader: to see, to take along, to correct, to erase; and the officers who decide.</summary>
internal static class PersonalDataEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/me/data").WithTags("PersonalData");
        own.MapGet("/", Read);
        own.MapGet("/archive", Export).Produces(StatusCodes.Status200OK, contentType: "application/zip");
        own.MapPost("/corrections", Correct);
        own.MapPost("/erasure", Erase);
        own.MapDelete("/requests/{id:guid}", Withdraw);
        own.MapDelete("/consents/{id:guid}", WithdrawConsent);
        api.MapGet("/work/data-requests", ForOfficer).WithTags("PersonalData");
        api.MapPost("/work/data-requests/{id:guid}/decide", Decide).WithTags("PersonalData");
    }

    /// <summary>What is kept, the consents and the requests.</summary>
    private static Task<Results<Ok<MyDataDto>, ErrorResult>> Read(MyData data, CurrentUser user, CancellationToken cancellationToken) =>
        data.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>Everything as a zip of JSON and files, within five minutes after the password was confirmed.</summary>
    private static async Task<IResult> Export(ExportPersonalData export, CurrentUser user, CancellationToken cancellationToken)
    {
        var begun = await export.BeginAsync(user, cancellationToken);
        if (!begun.IsSuccess)
        {
            return new ErrorResult(begun.Error);
        }

        // A file that vanishes when it is closed: the archive may be larger than memory.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"approvals-{Path.GetRandomFileName()}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await export.WriteAsync(begun.Value, user, file, cancellationToken);
        file.Position = 0;
        return TypedResults.File(file, "application/zip", "my-data.zip");
    }

    /// <summary>Asks for a value to be corrected; an officer decides.</summary>
    private static async Task<Results<Ok<RequestMadeDto>, ErrorResult>> Correct(
        CorrectDataRequest request, FileDataRequest file, CurrentUser user, CancellationToken cancellationToken) =>
        (await file.HandleAsync(
            new FileDataRequest.Request(DataRequestKind.Correction, request.Reason, request.Field, request.Value, request.IdentifierKind), user, cancellationToken))
        .Map(id => new RequestMadeDto(id.ToString())).ToHttp();

    /// <summary>Asks for everything to be erased; an officer decides.</summary>
    private static async Task<Results<Ok<RequestMadeDto>, ErrorResult>> Erase(
        EraseDataRequest request, FileDataRequest file, CurrentUser user, CancellationToken cancellationToken) =>
        (await file.HandleAsync(new FileDataRequest.Request(DataRequestKind.Erasure, request.Reason), user, cancellationToken))
        .Map(id => new RequestMadeDto(id.ToString())).ToHttp();

    /// <summary>Takes a request back before it is decided.</summary>
    private static Task<Results<NoContent, ErrorResult>> Withdraw(Guid id, WithdrawDataRequest withdraw, CurrentUser user, CancellationToken cancellationToken) =>
        withdraw.HandleAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>Takes a consent back; what was done on it before stays.</summary>
    private static Task<Results<NoContent, ErrorResult>> WithdrawConsent(
        Guid id, Application.PersonalData.WithdrawConsent withdraw, CurrentUser user, CancellationToken cancellationToken) =>
        withdraw.HandleAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>The requests an officer decides: what waits, or what is decided.</summary>
    private static Task<Results<Ok<Page<DataRequestDto>>, ErrorResult>> ForOfficer(
        DataRequestList list, CurrentUser user, CancellationToken cancellationToken, bool done = false, string? cursor = null) =>
        list.ForOfficerAsync(!done, cursor, user, cancellationToken).ToHttp();

    /// <summary>Grants or refuses, with a reason; what is granted is done at once.</summary>
    private static Task<Results<NoContent, ErrorResult>> Decide(
        Guid id, DecideRequest request, DecideDataRequest decide, CurrentUser user, CancellationToken cancellationToken) =>
        decide.HandleAsync(new DecideDataRequest.Request(id, request.Etag, request.Granted, request.Reason), user, cancellationToken).ToNoContent();
}
