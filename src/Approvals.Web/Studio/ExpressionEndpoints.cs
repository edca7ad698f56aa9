using System.Collections.Immutable;
using Approvals.Application.Rights;
using Approvals.Application.Studio.Conditions;
using Approvals.Domain.Studio.Conditions;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Studio;

/// <summary>Expressions of drafts while they are written: what they may read, what is wrong, what they give, and conditions as groups.</summary>
internal static class ExpressionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/studio/drafts/{id:guid}/names", Names).WithTags("Studio");
        var feel = api.MapGroup("/studio/feel").WithTags("Studio");
        feel.MapPost("/check", Check);
        feel.MapPost("/try", Try);
        feel.MapPost("/parts", Parts);
    }

    /// <summary>What an expression may read at a place of a version.</summary>
    private static Task<Results<Ok<IReadOnlyList<ExpressionNameDto>>, ErrorResult>> Names(
        Guid id, string? file, string? place, ExpressionDesk desk, CurrentUser user, CancellationToken cancellationToken) => desk.NamesAsync(id, file ?? "", place, user, cancellationToken).ToHttp();

    /// <summary>What is wrong with an expression.</summary>
    private static Task<Results<Ok<CheckedExpressionDto>, ErrorResult>> Check(
        CheckExpressionRequest request, ExpressionDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        desk.CheckAsync(request.Draft, request.File, request.Place, request.Expression, request.Expected, user, cancellationToken).ToHttp();

    /// <summary>What an expression gives with sample values, or in a past case.</summary>
    private static Task<Results<Ok<TriedExpressionDto>, ErrorResult>> Try(
        TryExpressionRequest request, ExpressionDesk desk, CurrentUser user, CancellationToken cancellationToken) =>
        desk.TryAsync(
            request.Draft, request.File, request.Place, request.Expression, request.Samples ?? ImmutableSortedDictionary<string, string>.Empty,
            string.IsNullOrWhiteSpace(request.Case) ? null : request.Case.Trim(), user, cancellationToken).ToHttp();

    /// <summary>A condition both ways: text as groups of tests, or groups as text. Text of another shape is left as it is.</summary>
    private static Results<Ok<ConditionPartsDto>, ErrorResult> Parts(ConditionPartsRequest request, MessageCatalog texts, CurrentUser user)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return new ErrorResult(Refusals.Forbidden);
        }

        if (request.Groups is { } groups)
        {
            return ConditionText.Write(groups).Map(text => new ConditionPartsDto(text, ConditionText.Read(text) is { IsSuccess: true } read ? read.Value : groups, null)).ToHttp();
        }

        var (expression, found) = (request.Expression ?? "", ConditionText.Read(request.Expression ?? ""));
        return TypedResults.Ok(new ConditionPartsDto(expression, found.IsSuccess ? found.Value : null, found.IsSuccess ? null : texts.Format(found.Error, user.Language)));
    }
}
