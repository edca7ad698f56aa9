using Approvals.Application.Calendars;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Domain.Letters;
using Approvals.Domain.Studio.Letters;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Letters;

/// <summary>A letter of a draft as its reader would see it.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Html">Its body, sanitised.</param>
/// <param name="Unknown">The names in it that nothing fills in.</param>
/// <param name="Problems">What is wrong with its file, in words.</param>
public sealed record LetterPreviewDto(string Subject, string Html, IReadOnlyList<string> Unknown, IReadOnlyList<string> Problems);

/// <summary>A name that letters fill in.</summary>
/// <param name="Group">Where it comes from.</param>
/// <param name="Expression">What stands between the braces.</param>
/// <param name="Label">What people call it.</param>
public sealed record LetterNameDto(LetterNameGroup Group, string Expression, string Label);

/// <summary>Shows a letter of a draft on a made-up case, or on a past case that its reader may read.</summary>
public sealed class PreviewLetter(ApprovalsDbContext context, CaseReader reader, CalendarInForce calendar, TimeProvider time, MessageCatalog texts)
{
    /// <param name="Version">The draft.</param>
    /// <param name="Letter">The letter's name.</param>
    /// <param name="Language">The language of the letter.</param>
    /// <param name="CaseNumber">The number of a past case; null for a made-up one.</param>
    public sealed record Request(Guid Version, string Letter, string Language, string? CaseNumber);

    public async Task<Result<LetterPreviewDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await OpenedFiles.OfAsync(context, request.Version, user, cancellationToken);
        var path = $"letters/{request.Letter}.{request.Language}.md";
        var text = opened.Bind(o => o.Files.Files.ContainsKey(path) ? o.Files.Text(path) : o.Shared.Text(path));
        if (!text.IsSuccess)
        {
            return text.Error;
        }

        var load = Letter.Parse(path, request.Letter, request.Language, text.Value);
        if (load.Letter is not { } letter)
        {
            return new LetterPreviewDto("", "", [], [.. load.Problems.Select(p => p.Describe(texts, user.Language))]);
        }

        var sample = Sample(opened.Value);
        var values = request.CaseNumber is { } number ? await OfCaseAsync(number, opened.Value.Version.ServiceCode, user, cancellationToken) : sample.Context;
        return values.Bind(found => letter.Render(found)).Map(filled => new LetterPreviewDto(
            filled.Subject, FormDescription.Html(filled.Markdown), sample.Unknown(letter), [.. load.Problems.Select(p => p.Describe(texts, user.Language))]));
    }

    /// <summary>Everything that letters of a draft may fill in.</summary>
    public async Task<Result<IReadOnlyList<LetterNameDto>>> NamesAsync(Guid version, CurrentUser user, CancellationToken cancellationToken) =>
        (await OpenedFiles.OfAsync(context, version, user, cancellationToken)).Map<IReadOnlyList<LetterNameDto>>(
            opened => [.. Sample(opened).Names.Select(n => new LetterNameDto(n.Group, n.Expression, n.Label.In(user.Language)))]);

    private LetterSample Sample(OpenedFiles opened) => LetterSample.Of(opened.Files, texts, time.GetUtcNow(), calendar.Today(time));

    /// <summary>The values of a past case of the service, with what its reader may not see left out and the rest covered as always.</summary>
    private async Task<Result<FeelContext>> OfCaseAsync(string number, string service, CurrentUser user, CancellationToken cancellationToken)
    {
        var id = await context.Cases.AsNoTracking().Where(c => c.Number == number && c.ServiceCode == service).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        var opened = id is { } known ? await reader.OpenAsync(known, user, cancellationToken) : Refusals.NotFound;
        return opened.Map(o => PastCase.Of(o, user));
    }
}
