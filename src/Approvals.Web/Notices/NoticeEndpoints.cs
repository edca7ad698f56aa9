// LEAD: web2 writes this file now; see NOTE-FROM-LEAD.txt. Revert this line (git checkout) and leave the file alone.
using System.ComponentModel.DataAnnotations;
using Approvals.Application.Notices;
using Approvals.Application.Paging;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Notices;

/// <summary>Objects to a public notice.</summary>
/// <param name="Name">Who objects; objections are made in one's own name.</param>
/// <param name="Contact">A telephone number or mail address.</param>
/// <param name="Reason">Why.</param>
internal sealed record ObjectionRequest(
    [property: StringLength(100, MinimumLength = 1)] string Name,
    [property: StringLength(200, MinimumLength = 5)] string Contact,
    [property: StringLength(4000, MinimumLength = 5)] string Reason) : IRequest;

/// <summary>Public notices; no sign-in is needed.</summary>
internal static class NoticeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices");
        notices.MapGet("/", List);
        notices.MapGet("/{id:guid}", Read);
        notices.MapPost("/{id:guid}/objections", Object);
    }

    /// <summary>Open notices, newest first.</summary>
    private static Task<Ok<Page<NoticeDto>>> List(string? cursor) => throw Later.It;

    /// <summary>A notice while it is public.</summary>
    private static Task<Results<Ok<NoticeDto>, ErrorResult>> Read(Guid id) => throw Later.It;

    /// <summary>Files an objection while the notice runs.</summary>
    private static Task<Results<Ok<ObjectionFiledDto>, ErrorResult>> Object(Guid id, ObjectionRequest request) => throw Later.It;
}
