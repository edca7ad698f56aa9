using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Decisions;

namespace Approvals.Application.Studio.Tables;

/// <summary>Opens versions for those who see the services.</summary>
public sealed class DraftTables(ApprovalsDbContext context)
{
    /// <summary>The version, or why not.</summary>
    internal Task<Result<OpenedFiles>> OpenAsync(Guid version, CurrentUser user, CancellationToken cancellationToken) => OpenedFiles.OfAsync(context, version, user, cancellationToken);

    /// <summary>The version with the document of a decision file.</summary>
    internal async Task<Result<(OpenedFiles Draft, DecisionDocument Document)>> OpenAsync(Guid version, string file, CurrentUser user, CancellationToken cancellationToken)
    {
        var draft = await OpenAsync(version, user, cancellationToken);
        return draft.Bind(opened => opened.Files.Read(PathOf(file)).Bind(DecisionDocument.Read).Map(document => (opened, document)));
    }

    /// <summary>The path of a decision file in its package.</summary>
    internal static string PathOf(string file) => $"decisions/{file}";
}
