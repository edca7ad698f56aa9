using Approvals.Application.CaseViews;
using Approvals.Application.Forms;
using Approvals.Web.Drafts;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Corrections;

/// <summary>Correcting what was returned, and filling in what a step of the applicant asks for.</summary>
internal static class CorrectionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var correction = api.MapGroup("/tasks/{id:guid}/correction").WithTags("Corrections");
        correction.MapGet("/", Read);
        correction.MapPut("/", Save);
        correction.MapPost("/submit", Submit);
    }

    /// <summary>The returned fields with the reviewer's notes and the old values.</summary>
    private static Task<Results<Ok<CorrectionDto>, ErrorResult>> Read(Guid id) => throw Later.It;

    /// <summary>Saves answers to the returned fields; others are refused.</summary>
    private static Task<Results<Ok<SavedDto>, ErrorResult>> Save(Guid id, SaveValuesRequest request) => throw Later.It;

    /// <summary>Sends the correction.</summary>
    private static Task<Results<NoContent, ErrorResult>> Submit(Guid id, SubmitRequest request) => throw Later.It;
}
