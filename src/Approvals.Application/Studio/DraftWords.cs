using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Compare;

namespace Approvals.Application.Studio;

/// <summary>Says in words what changes did.</summary>
public sealed class DraftWords(DraftContents contents, MessageCatalog texts)
{
    private const int Most = 12;

    /// <summary>What one change did, a line each.</summary>
    internal async Task<IReadOnlyList<string>> OfAsync(Guid draft, int revision, string language, CancellationToken cancellationToken) =>
        Of(await contents.ChangesAsync(draft, revision, cancellationToken), language);

    private IReadOnlyList<string> Of(IReadOnlyList<DraftFileChange> changes, string language) =>
        [.. FileComparison.Of(changes, texts.Texts).Take(Most).Select(d => d.Text.In(language))];
}
