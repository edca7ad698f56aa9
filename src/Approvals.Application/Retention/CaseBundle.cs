using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Letters;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>A bundle in the store.</summary>
internal sealed record KeptBundle(string Address, long Length, byte[] Hash, int Files);

/// <summary>
/// The complete e-file of a case as one zip: answers, documents, letters, decisions, opinions, notices, the timeline with its
/// chained hashes, and a manifest with the hash of each file. It streams into the store, sealed under the case's key.
/// </summary>
public sealed class CaseBundle(ApprovalsDbContext context, Vault vault, DocumentStore documents, ICryptography cryptography, IFileStore files)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Opens an archived bundle in the clear; fails with <c>secrets.erased</c> once the case's key was destroyed.</summary>
    public async Task<Result<Stream>> OpenAsync(CaseArchive archive, Guid keyId, CancellationToken cancellationToken) =>
        (await vault.KeyAsync(keyId, cancellationToken)).Map(key => SealedStream.Open(cryptography, key, files.Open(archive.Address)));

    /// <summary>Writes the bundle of a case into the store.</summary>
    internal async Task<Result<KeptBundle>> KeepAsync(Case row, RetentionRule rule, CancellationToken cancellationToken)
    {
        var key = await vault.KeyAsync(row.KeyId, cancellationToken);
        if (!key.IsSuccess)
        {
            return key.Error;
        }

        var pipe = new Pipe();
        var writing = WriteAsync(row, rule, pipe.Writer, cancellationToken);
        using var hash = cryptography.StartHash();
        var length = new StrongBox<long>();
        string address;
        try
        {
            address = await files.SaveAsync(
                (target, stop) => SealedStream.WriteAsync(cryptography, key.Value, PiecesAsync(pipe.Reader.AsStream(), hash, length, stop), target, stop), cancellationToken);
        }
        catch (Exception exception)
        {
            await pipe.Reader.CompleteAsync(exception);
            await Task.WhenAny(writing);
            throw;
        }

        return new KeptBundle(address, length.Value, hash.Finish(), await writing);
    }

    private static async IAsyncEnumerable<(ReadOnlyMemory<byte> Bytes, bool IsLast)> PiecesAsync(
        Stream source, IRunningHash hash, StrongBox<long> length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[SealedStream.PieceLength];
        int count;
        do
        {
            count = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            hash.Append(buffer.AsSpan(0, count));
            length.Value += count;
            yield return (buffer.AsMemory(0, count), count < buffer.Length);
        }
        while (count == buffer.Length);
    }

    private async Task<int> WriteAsync(Case row, RetentionRule rule, PipeWriter target, CancellationToken cancellationToken)
    {
        Exception? broken = null;
        try
        {
            var stream = target.AsStream(leaveOpen: true);
            await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            var bundle = new BundleWriter(archive, cryptography);
            await WriteContentAsync(row, bundle, cancellationToken);
            var manifest = new
            {
                row.Number,
                service = row.ServiceName,
                serviceVersion = row.ServiceVersionId,
                row.State,
                row.Result,
                row.SubmittedAt,
                row.AcceptedAt,
                row.FinishedAt,
                retention = new { @class = rule.Class, rule.Years, rule.CountsFrom },
                files = bundle.Files,
            };
            await bundle.WriteJsonAsync("manifest.json", manifest, Json, cancellationToken);
            return bundle.Files.Count;
        }
        catch (Exception exception)
        {
            broken = exception;
            throw;
        }
        finally
        {
            await target.CompleteAsync(broken);
        }
    }

    private async Task WriteContentAsync(Case row, BundleWriter bundle, CancellationToken cancellationToken)
    {
        foreach (var (submission, number) in (await context.Submissions.AsNoTracking().Where(s => s.CaseId == row.Id).OrderBy(s => s.SubmittedAt).ThenBy(s => s.Id).ToListAsync(cancellationToken)).Select((s, i) => (s, i + 1)))
        {
            var opened = await vault.OpenAsync(row.KeyId, submission.Payload, SubmissionRows.Place(submission.Id), cancellationToken);
            await bundle.WriteAsync($"forms/{number:00}-{submission.FormId}.json", new MemoryStream(opened.Value), cancellationToken);
        }

        foreach (var (letter, number) in (await context.Letters.AsNoTracking().Where(l => l.CaseId == row.Id).OrderBy(l => l.EventNumber).ThenBy(l => l.Id).ToListAsync(cancellationToken)).Select((l, i) => (l, i + 1)))
        {
            var opened = await vault.OpenJsonAsync<LetterContent>(row.KeyId, letter.Payload, LetterContent.Place(letter.Id), cancellationToken);
            await bundle.WriteJsonAsync($"letters/{number:00}-{letter.Name}.json", new { letter.Name, letter.At, content = opened.Value }, Json, cancellationToken);
        }

        foreach (var (decision, number) in (await context.CaseDecisions.AsNoTracking().Where(d => d.CaseId == row.Id).OrderBy(d => d.EventNumber).ThenBy(d => d.Id).ToListAsync(cancellationToken)).Select((d, i) => (d, i + 1)))
        {
            var opened = await vault.OpenJsonAsync<CaseDecisionContent>(row.KeyId, decision.Payload, CaseDecisionContent.Place(decision.Id), cancellationToken);
            await bundle.WriteJsonAsync($"decisions/{number:00}.json", new { decision.Decision, decision.ActivityId, decision.At, content = opened.Value }, Json, cancellationToken);
        }

        await WriteDocumentsAsync(row, bundle, cancellationToken);
        await bundle.WriteJsonAsync("opinions.json", await context.Opinions.AsNoTracking().Where(o => o.CaseId == row.Id).OrderBy(o => o.At)
            .Select(o => new { o.StepName, o.Round, o.AuthorName, o.Outcome, o.Text, o.FieldNotes, o.At }).ToListAsync(cancellationToken), Json, cancellationToken);
        await bundle.WriteJsonAsync("messages.json", await context.Comments.AsNoTracking().Where(c => c.CaseId == row.Id).OrderBy(c => c.At)
            .Select(c => new { c.Audience, c.AuthorName, c.Text, c.At }).ToListAsync(cancellationToken), Json, cancellationToken);
        await bundle.WriteJsonAsync("notices.json", await context.PublicNotices.AsNoTracking().Where(n => n.CaseId == row.Id).OrderBy(n => n.PublishedAt)
            .Select(n => new { n.Title, n.Fields, n.FirstDay, n.LastDay, n.State }).ToListAsync(cancellationToken), Json, cancellationToken);
        await bundle.WriteJsonAsync("timeline.json", await context.CaseEvents.AsNoTracking().Where(e => e.CaseId == row.Id).OrderBy(e => e.Number)
            .Select(e => new { e.Number, e.Type, e.At, e.ActorUserId, e.OnBehalfOfUserId, e.Event, e.PreviousHash, e.Hash }).ToListAsync(cancellationToken), Json, cancellationToken);
    }

    private async Task WriteDocumentsAsync(Case row, BundleWriter bundle, CancellationToken cancellationToken)
    {
        var found = await context.Documents.AsNoTracking().Where(d => d.CaseId == row.Id && d.RemovedAt == null).OrderBy(d => d.UploadedAt).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        foreach (var (document, number) in found.Select((d, i) => (d, i + 1)))
        {
            var opened = await documents.OpenAsync(document, cancellationToken);
            if (opened.IsSuccess)
            {
                await using var content = opened.Value.Content;
                await bundle.WriteAsync($"documents/{number:00}-{opened.Value.FileName}", content, cancellationToken);
            }
        }
    }
}
