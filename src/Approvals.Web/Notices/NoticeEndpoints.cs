using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Approvals.Application.Notices;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Hosting;
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
    [property: StringLength(100, MinimumLength = 5)] string Contact,
    [property: StringLength(4000, MinimumLength = 5)] string Reason) : IRequest;

/// <summary>Public notices; no sign-in is needed.</summary>
internal static class NoticeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices").RequireRateLimiting(RateLimits.Public);
        notices.MapGet("/", List);
        notices.MapGet("/{id:guid}", Read);
        notices.MapPost("/{id:guid}/objections", Object);
    }

    /// <summary>Open notices, newest first.</summary>
    private static Task<Results<Ok<Page<NoticeDto>>, ErrorResult>> List(
        string? cursor, NoticeList notices, CurrentUser user, CancellationToken cancellationToken) =>
        notices.ListAsync(cursor, user.Language, cancellationToken).ToHttp();

    /// <summary>A notice while it is public.</summary>
    private static Task<Results<Ok<NoticeDto>, ErrorResult>> Read(Guid id, NoticeList notices, CurrentUser user, CancellationToken cancellationToken) =>
        notices.ReadAsync(id, user.Language, cancellationToken).ToHttp();

    /// <summary>Files an objection while the notice runs; the same words by the same person file it once.</summary>
    private static async Task<Results<Ok<ObjectionFiledDto>, ErrorResult>> Object(
        Guid id, ObjectionRequest request, FileObjection file, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Name}\n{request.Contact}\n{request.Reason}")));
        var filed = await file.HandleAsync(new FileObjection.Request(id, request.Name, request.Contact, request.Reason, key), user, cancellationToken);
        return filed.Map(f => new ObjectionFiledDto(f.Number)).ToHttp();
    }
}
