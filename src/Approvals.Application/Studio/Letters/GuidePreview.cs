using Approvals.Application.Database;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;

namespace Approvals.Application.Studio.Letters;

/// <summary>The guide page of a draft as applicants would see it.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Summary">The sentence below it, or null.</param>
/// <param name="Html">The guide, sanitised.</param>
public sealed record GuidePreviewDto(string Name, string? Summary, string Html);

/// <summary>Shows the guide page of a draft.</summary>
public sealed class GuidePreview(ApprovalsDbContext context)
{
    /// <summary>The guide in a language, for those who see the services.</summary>
    public async Task<Result<GuidePreviewDto>> OfAsync(Guid version, string language, CurrentUser user, CancellationToken cancellationToken) =>
        (await OpenedFiles.OfAsync(context, version, user, cancellationToken)).Bind<GuidePreviewDto>(opened => ServiceFile.Read(opened.Files.Files) is { } service
            ? new GuidePreviewDto(service.Name.In(language), service.Summary?.In(language), FormDescription.Html(service.Guide?.In(language) ?? ""))
            : new Error("studio.file.missing", ErrorKind.NotFound).With("file", "service.json"));
}
