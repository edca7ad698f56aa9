using Approvals.Application.Meetings;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Meetings;

/// <summary>What a meeting's list is made of, in the address.</summary>
/// <param name="Service">A service's code.</param>
/// <param name="Activity">A step of it at which people decide.</param>
/// <param name="DueBy">Cases whose step is due by that day alone.</param>
/// <param name="Cases">The cases chosen, in the order of the list.</param>
/// <param name="Redacted">Whether who applies is left out; usual where votes are taken.</param>
internal sealed record MeetingFilter(string? Service = null, string? Activity = null, DateOnly? DueBy = null, Guid[]? Cases = null, bool? Redacted = null) : IRequest
{
    public MeetingRequest ToRequest() => new(Service, Activity, DueBy, Cases ?? [], Redacted);
}

/// <summary>The cases that a meeting decides on.</summary>
internal static class MeetingEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var meeting = api.MapGroup("/meeting").WithTags("Meeting");
        meeting.MapGet("/", Read);
        meeting.MapGet("/sheet", Download);
    }

    /// <summary>Cases that wait at a step where people decide, or those chosen of them in their order with what the tables propose.</summary>
    private static Task<Results<Ok<MeetingDto>, ErrorResult>> Read(
        [AsParameters] MeetingFilter filter, MeetingPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReadAsync(filter.ToRequest(), user, cancellationToken).ToHttp();

    /// <summary>The same as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(
        [AsParameters] MeetingFilter filter, MeetingSheet sheet, CurrentUser user, CancellationToken cancellationToken) =>
        sheet.ReadAsync(filter.ToRequest(), user, cancellationToken).ToWorkbook("meeting");
}
