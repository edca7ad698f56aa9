using System.Runtime.CompilerServices;
using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Documents;

/// <summary>A file that arrives.</summary>
public sealed record IncomingFile
{
    /// <summary>The content as it streams in; its length is not trusted.</summary>
    public required Stream Content { get; init; }

    public required string FileName { get; init; }

    /// <summary>Which document of the service's list it is.</summary>
    public required string DocumentType { get; init; }

    /// <summary>The key of its draft, case or organisation.</summary>
    public required Guid KeyId { get; init; }

    public required Guid UploadedByUserId { get; init; }

    public Guid? DraftId { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>What it is handed in for, so that the same file twice for the same thing is one document; null: its draft, case or organisation.</summary>
    public Guid? For { get; init; }
}

/// <summary>A stored file in the clear.</summary>
public sealed record OpenedDocument(Stream Content, string FileName, string ContentType, long Length);

/// <summary>Takes files in and gives them out again. Rights are the caller's to check.</summary>
public sealed class DocumentStore(
    ApprovalsDbContext context, Vault vault, ICryptography cryptography, IMasterKeys masters, IFileStore files, IMalwareScanner scanner, TimeProvider time)
{
    private const int LongestName = 200;

    /// <summary>The same file for the same place within this time is one click, done twice.</summary>
    private static readonly TimeSpan OneClick = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Streams a file into the store and adds its row, which the caller commits. A file that is refused leaves nothing; one
    /// whose row is never committed is cleaned up later. The same file sent twice by one click is one document.
    /// </summary>
    public async Task<Result<Document>> ReceiveAsync(IncomingFile file, UploadRules rules, CancellationToken cancellationToken)
    {
        if (NameOf(file.FileName) is not { } name)
        {
            return new Error("documents.badName").With("max", $"{LongestName}");
        }

        var key = await vault.KeyAsync(file.KeyId, cancellationToken);
        if (!key.IsSuccess)
        {
            return key.Error;
        }

        using var passage = new Passage(cryptography.StartMac(masters.LookUpKey), rules.MaxBytes);
        try
        {
            var address = await files.SaveAsync(
                async (target, stop) =>
                {
                    await SealedStream.WriteAsync(cryptography, key.Value, passage.PiecesAsync(file.Content, stop), target, stop);
                    passage.Judge(name, rules);
                },
                cancellationToken);
            return await HarmAsync(key.Value, address, cancellationToken) is { } harm ? harm : await AddAsync(file, name, address, passage, cancellationToken);
        }
        catch (RefusedException refused)
        {
            return refused.Error;
        }
    }

    /// <summary>Opens a document; fails with <c>secrets.erased</c> when its key was destroyed.</summary>
    public async Task<Result<OpenedDocument>> OpenAsync(Document document, CancellationToken cancellationToken)
    {
        var key = await vault.KeyAsync(document.KeyId, cancellationToken);
        var name = await NameAsync(document, cancellationToken);
        return name.Bind(n => key.Map(k => new OpenedDocument(
            SealedStream.Open(cryptography, k, files.Open(document.Address)), n, document.ContentType, document.Length)));
    }

    /// <summary>The name a document was uploaded under.</summary>
    public async Task<Result<string>> NameAsync(Document document, CancellationToken cancellationToken) =>
        await vault.OpenJsonAsync<string>(document.KeyId, document.FileName, Place(document.Id), cancellationToken);

    /// <summary>Looks into what was stored; a file with something harmful in it, or that could not be looked into, leaves nothing.</summary>
    private async Task<Error?> HarmAsync(byte[] key, string address, CancellationToken cancellationToken)
    {
        ScanVerdict verdict;
        await using (var content = SealedStream.Open(cryptography, key, files.Open(address)))
        {
            verdict = await scanner.ScanAsync(content, cancellationToken);
        }

        if (verdict.Outcome == ScanOutcome.Clean)
        {
            return null;
        }

        files.Delete(address);
        return verdict.Outcome == ScanOutcome.Infected
            ? new Error("documents.infected").With("threat", verdict.Threat ?? "-")
            : new Error("documents.notScanned", ErrorKind.Conflict);
    }

    private async Task<Document> AddAsync(
        IncomingFile file, string name, string address, Passage passage, CancellationToken cancellationToken)
    {
        var (now, place) = (time.GetUtcNow(), file.For ?? file.DraftId ?? file.CaseId ?? file.OrganisationId ?? file.KeyId);
        // A draft that was thrown away and begun anew has its old id and a new key: what was removed with the old one counts, too.
        var same = await context.Documents.Where(d => d.DocumentType == file.DocumentType && d.ContentHash == passage.Hash!
            && d.UploadedByUserId == file.UploadedByUserId && (d.KeyId == file.KeyId || (d.DraftId != null && d.DraftId == file.DraftId))).ToListAsync(cancellationToken);
        if (same.Find(d => d.RemovedAt is null && now - d.UploadedAt < OneClick) is { } known)
        {
            return known;
        }

        var id = StableId.Of(place, "document", $"{file.DocumentType}:{Convert.ToHexString(passage.Hash!)}:{same.Count}");
        var document = new Document
        {
            Id = id,
            DraftId = file.DraftId,
            CaseId = file.CaseId,
            OrganisationId = file.OrganisationId,
            KeyId = file.KeyId,
            DocumentType = file.DocumentType,
            FileName = await vault.SealJsonAsync(file.KeyId, name, Place(id), cancellationToken),
            ContentType = passage.Format!.ContentType,
            Length = passage.Length,
            Address = address,
            ContentHash = passage.Hash!,
            UploadedByUserId = file.UploadedByUserId,
            UploadedAt = now,
        };
        context.Documents.Add(document);
        return document;
    }

    /// <summary>
    /// The last part of a path, without the marks that turn the direction of writing: with them <c>cod.exe</c> would read as
    /// <c>exe.doc</c>. Null where it is empty, too long or holds what cannot be seen.
    /// </summary>
    internal static string? NameOf(string given)
    {
        var name = string.Concat(Path.GetFileName(given.Replace('\\', '/')).Where(letter => !IsDirection(letter))).Trim();
        return name.Length is 0 or > LongestName || name.Any(char.IsControl) ? null : name;
    }

    /// <summary>Embeddings, overrides and isolates of the bidirectional algorithm, and its lone marks.</summary>
    private static bool IsDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    private static string Place(Guid id) => $"documentName:{id:N}";

    /// <summary>What is seen of a file while it passes: length, keyed hash, format.</summary>
    private sealed class Passage(IRunningHash hash, long maxBytes) : IDisposable
    {
        private readonly FileSniffer _sniffer = new();

        public long Length { get; private set; }

        public byte[]? Hash { get; private set; }

        public FileFormat? Format { get; private set; }

        public async IAsyncEnumerable<(ReadOnlyMemory<byte> Bytes, bool IsLast)> PiecesAsync(
            Stream source, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var buffer = new byte[SealedStream.PieceLength];
            int count;
            do
            {
                count = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
                See(buffer.AsSpan(0, count));
                yield return (buffer.AsMemory(0, count), count < buffer.Length);
            }
            while (count == buffer.Length);
        }

        public void Judge(string name, UploadRules rules)
        {
            if (Length == 0)
            {
                throw new RefusedException(new Error("documents.empty"));
            }

            var format = rules.Check(name, _sniffer);
            Format = format.IsSuccess ? format.Value : throw new RefusedException(format.Error);
            Hash = hash.Finish();
        }

        public void Dispose() => hash.Dispose();

        private void See(ReadOnlySpan<byte> bytes)
        {
            Length += bytes.Length;
            if (Length > maxBytes)
            {
                throw new RefusedException(
                    new Error("documents.tooLarge", ErrorKind.TooLarge).With("max", $"{maxBytes / (1024d * 1024):0.#}"));
            }

            hash.Append(bytes);
            _sniffer.Append(bytes);
        }
    }

    /// <summary>Unwinds the store's writing of a file that is refused half-way; never leaves this class.</summary>
    private sealed class RefusedException(Error error) : Exception(error.Code)
    {
        public Error Error { get; } = error;
    }
}
