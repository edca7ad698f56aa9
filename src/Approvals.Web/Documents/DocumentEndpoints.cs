using Approvals.Application.Forms;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Documents;

/// <summary>Uploaded documents.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapPost("/", Upload).Accepts<IFormFile>("multipart/form-data");
        documents.MapGet("/{id:guid}", Read).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        documents.MapDelete("/{id:guid}", Delete);
    }

    /// <summary>Takes one file, streamed, for a draft or a task; type and size are checked by its content.</summary>
    private static Task<Results<Ok<DocumentDto>, ErrorResult>> Upload(Guid? draft, Guid? task, string type, HttpRequest request) => throw Later.It;

    /// <summary>The file; PDF and pictures are shown in place.</summary>
    private static Task<IResult> Read(Guid id) => throw Later.It;

    /// <summary>Removes a document that was not submitted yet.</summary>
    private static Task<Results<NoContent, ErrorResult>> Delete(Guid id) => throw Later.It;
}
