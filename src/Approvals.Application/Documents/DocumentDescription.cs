using Approvals.Application.Forms;
using Approvals.Application.Statements;
using Approvals.Domain.Packages;

namespace Approvals.Application.Documents;

/// <summary>Documents as pages list them; their names are opened from the vault.</summary>
public sealed class DocumentDescription(DocumentStore store, MessageCatalog texts)
{
    /// <summary>Describes documents of one service.</summary>
    public async Task<IReadOnlyList<DocumentDto>> OfAsync(
        IEnumerable<Document> documents, ServicePackage package, string language, CancellationToken cancellationToken)
    {
        List<DocumentDto> described = [];
        foreach (var document in documents)
        {
            described.Add(await OfAsync(document, package, language, cancellationToken));
        }

        return described;
    }

    /// <summary>Describes one document.</summary>
    public async Task<DocumentDto> OfAsync(Document document, ServicePackage package, string language, CancellationToken cancellationToken)
    {
        var name = await store.NameAsync(document, cancellationToken);
        return new DocumentDto(
            document.Id.ToString(),
            document.DocumentType,
            document.DocumentType == FileStatement.DocumentType && !package.Service.Documents.Any(d => d.Type == document.DocumentType)
                ? texts.Format("statements.document", new Dictionary<string, string>(), language)
                : TypeName(package, document.DocumentType, language),
            name.IsSuccess ? name.Value : "",
            document.Length,
            document.ContentType,
            document.UploadedAt,
            "ok",
            null);
    }

    /// <summary>What people call a type of document.</summary>
    public static string TypeName(ServicePackage package, string type, string language) =>
        package.Service.Documents.FirstOrDefault(d => d.Type == type)?.Name.In(language)
        ?? package.Forms.Values.SelectMany(f => f.All).FirstOrDefault(c => c.Rules.Document == type)?.Label?.In(language)
        ?? type;
}
