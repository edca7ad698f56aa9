using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Approvals.Application.Rights;
using Approvals.Application.Studio.Catalogue;
using Approvals.Application.Studio.Clauses;
using Approvals.Application.Studio.Forms;
using Approvals.Application.Studio.Letters;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Studio;

/// <summary>Tries answers on a form of a draft.</summary>
/// <param name="Values">The answers by key.</param>
/// <param name="Language">The language to show the form in: zh-CN or en; null is the reader's.</param>
internal sealed record TryFormRequest(
    IReadOnlyDictionary<string, JsonElement> Values, [property: StringLength(10), RegularExpression("^(zh-CN|en)$")] string? Language = null) : IRequest;

/// <summary>What the designers of forms, letters and rules ask for: what can be set, and how it looks.</summary>
internal static class DesignerEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var studio = api.MapGroup("/studio").WithTags("Studio");
        studio.MapGet("/catalogue/service", Service);
        studio.MapGet("/catalogue/forms", Forms);
        studio.MapPost("/drafts/{id:guid}/forms/{form}/evaluate", Evaluate);
        studio.MapGet("/drafts/{id:guid}/forms/{form}/prepared", Prepared);
        studio.MapGet("/drafts/{id:guid}/letters/names", Names);
        studio.MapGet("/drafts/{id:guid}/letters/{letter}/preview", Preview);
        studio.MapGet("/drafts/{id:guid}/guide", Guide);
        studio.MapGet("/drafts/{id:guid}/clauses", Clauses);
        studio.MapGet("/drafts/{id:guid}/clauses/changes", ClauseChanges);
    }

    /// <summary>Every setting of a service, with its words.</summary>
    private static Results<Ok<ServiceCatalogueDto>, ErrorResult> Service(SettingCatalogue catalogue, CurrentUser user) => catalogue.Service(user).ToHttp();

    /// <summary>Every setting of forms and their components, with its words.</summary>
    private static Results<Ok<FormCatalogueDto>, ErrorResult> Forms(SettingCatalogue catalogue, CurrentUser user) => catalogue.Forms(user).ToHttp();

    /// <summary>A form of the version as an applicant would meet it with these answers; nothing is kept.</summary>
    private static Task<Results<Ok<TriedFormDto>, ErrorResult>> Evaluate(
        Guid id, string form, TryFormRequest request, EvaluateForm evaluate, CurrentUser user, CancellationToken cancellationToken) =>
        evaluate.HandleAsync(new EvaluateForm.Request(id, form, request.Values, request.Language), user, cancellationToken).ToHttp();

    /// <summary>What the form changes for applications in preparation: figures only.</summary>
    private static Task<Results<Ok<PreparedDraftsDto>, ErrorResult>> Prepared(
        Guid id, string form, PreparedDrafts drafts, CurrentUser user, CancellationToken cancellationToken) =>
        drafts.OfAsync(id, form, user, cancellationToken).ToHttp();

    /// <summary>What letters of the version may fill in.</summary>
    private static Task<Results<Ok<IReadOnlyList<LetterNameDto>>, ErrorResult>> Names(
        Guid id, PreviewLetter preview, CurrentUser user, CancellationToken cancellationToken) =>
        preview.NamesAsync(id, user, cancellationToken).ToHttp();

    /// <summary>A letter of the version on a made-up case, or on a past case of the service that the reader may read.</summary>
    private static Task<Results<Ok<LetterPreviewDto>, ErrorResult>> Preview(
        Guid id, string letter, string? language, string? caseNumber, PreviewLetter preview, CurrentUser user, CancellationToken cancellationToken) =>
        preview.HandleAsync(
            new PreviewLetter.Request(id, letter, language ?? user.Language, string.IsNullOrWhiteSpace(caseNumber) ? null : caseNumber.Trim()), user, cancellationToken).ToHttp();

    /// <summary>The guide page of the version as applicants would see it.</summary>
    private static Task<Results<Ok<GuidePreviewDto>, ErrorResult>> Guide(
        Guid id, string? language, GuidePreview guide, CurrentUser user, CancellationToken cancellationToken) =>
        guide.OfAsync(id, language ?? user.Language, user, cancellationToken).ToHttp();

    /// <summary>The clauses that the version names, each with what depends on it.</summary>
    private static Task<Results<Ok<IReadOnlyList<CitedClauseDto>>, ErrorResult>> Clauses(
        Guid id, ClauseList clauses, CurrentUser user, CancellationToken cancellationToken) =>
        clauses.OfAsync(id, user, cancellationToken).ToHttp();

    /// <summary>The clauses that the version changes against the one in force or the one before, each with what depends on it and whether that was changed too.</summary>
    private static Task<Results<Ok<ClauseChangesDto>, ErrorResult>> ClauseChanges(
        Guid id, ClauseChangeList changes, CurrentUser user, CancellationToken cancellationToken) =>
        changes.OfAsync(id, user, cancellationToken).ToHttp();
}
