using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Experts;
using Approvals.Application.Letters;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>
/// Everything kept of somebody as a zip: <c>data.json</c> and every document as it was uploaded. Written piece by piece, so that a
/// hundred large files need no memory. Only after the password was entered again.
/// </summary>
public sealed class ExportPersonalData(
    ApprovalsDbContext context, Vault vault, PersonRegister people, DocumentStore documents, WriteTransaction transaction, AuditLog audit, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether the reader may export now; asking writes the audit entry.</summary>
    public async Task<Result<Guid>> BeginAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } person)
        {
            return new Error("drafts.noPerson", ErrorKind.Conflict);
        }

        if (!user.PasswordConfirmed)
        {
            return new Error("rights.confirmFirst", ErrorKind.Forbidden);
        }

        audit.Add(user.Id, "personalData.exported", "person", person.ToString());
        await transaction.CommitAsync(cancellationToken);
        return person;
    }

    /// <summary>Writes the archive of a person.</summary>
    public async Task WriteAsync(Guid person, CurrentUser user, Stream target, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var cases = await context.Cases.AsNoTracking().Where(c => c.ApplicantPersonId == person).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var data = new JsonObject
        {
            ["exportedAt"] = clock.GetUtcNow().ToString("O"),
            ["person"] = Node((await people.ReadAsync(person, cancellationToken)).Map(p => (object)p)),
            ["account"] = Node(await context.Users.AsNoTracking().Where(u => u.Id == user.Id).Select(u => new { u.UserName, u.Email, u.DisplayName, u.Language, u.CreatedAt }).ToListAsync(cancellationToken)),
            ["presence"] = Node(await context.PresenceIntervals.AsNoTracking().Where(p => p.PersonId == person).OrderBy(p => p.From).ThenBy(p => p.Id)
                .Select(p => new { p.From, p.To, p.Source, p.EnteredAt, p.ConfirmedAt, p.EndedAt, p.EndReason, proofs = p.Evidence.Select(e => e.Kind) }).ToListAsync(cancellationToken)),
            ["entitlements"] = Node(await context.Entitlements.AsNoTracking().Where(e => e.PersonId == person).OrderBy(e => e.GrantedAt)
                .Select(e => new { e.Kind, e.KindName, e.Level, e.Number, e.ValidFrom, e.ValidTo, e.EndedOn, e.EndReason }).ToListAsync(cancellationToken)),
            ["relations"] = Node(await context.FamilyRelations.AsNoTracking().Where(r => r.PersonId == person).Select(r => new { r.Kind, r.RegisteredAt }).ToListAsync(cancellationToken)),
            ["consents"] = Node(await context.Consents.AsNoTracking().Where(c => c.PersonId == person).Select(c => new { c.Purpose, c.Wording, c.CaseId, c.GivenAt, c.WithdrawnAt }).ToListAsync(cancellationToken)),
            ["representations"] = Node(await (
                from row in context.RepresentedPeople.AsNoTracking()
                where row.PersonId == person
                join employer in context.Organisations.AsNoTracking() on row.OrganisationId equals employer.Id
                orderby row.NamedAt
                select new { employer.Name, employer.Uscc, row.State, row.NamedAt, row.AnsweredAt }).ToListAsync(cancellationToken)),
            ["mandates"] = Node(await (
                from mandate in context.Mandates.AsNoTracking()
                where mandate.AgentUserId == user.Id
                join employer in context.Organisations.AsNoTracking() on mandate.OrganisationId equals employer.Id
                orderby mandate.ValidFrom
                select new { employer.Name, employer.Uscc, mandate.ValidFrom, mandate.ValidTo, mandate.AskedAt, mandate.DecidedAt, mandate.RevokedAt, mandate.Reason })
                .ToListAsync(cancellationToken)),
            ["expert"] = await ExpertAsync(user, cancellationToken),
            ["feedback"] = await FeedbackAsync(person, cancellationToken),
        };
        JsonArray described = [];
        foreach (var row in cases)
        {
            described.Add(await CaseAsync(row, archive, cancellationToken));
        }

        data["cases"] = described;
        await WriteAsync(archive, "data.json", stream => JsonSerializer.SerializeAsync(stream, data, Json, cancellationToken), cancellationToken);
    }

    private async Task<JsonObject> CaseAsync(Case row, ZipArchive archive, CancellationToken cancellationToken)
    {
        JsonArray submissions = [];
        foreach (var submission in await context.Submissions.AsNoTracking().Where(s => s.CaseId == row.Id).OrderBy(s => s.SubmittedAt).ToListAsync(cancellationToken))
        {
            var opened = await vault.OpenAsync(row.KeyId, submission.Payload, SubmissionRows.Place(submission.Id), cancellationToken);
            submissions.Add(new JsonObject
            {
                ["form"] = submission.FormId, ["at"] = submission.SubmittedAt.ToString("O"), ["answers"] = opened.IsSuccess ? JsonNode.Parse(opened.Value) : null,
            });
        }

        JsonArray letters = [];
        foreach (var letter in await context.Letters.AsNoTracking().Where(l => l.CaseId == row.Id).OrderBy(l => l.EventNumber).ToListAsync(cancellationToken))
        {
            var opened = await vault.OpenJsonAsync<LetterContent>(row.KeyId, letter.Payload, LetterContent.Place(letter.Id), cancellationToken);
            letters.Add(new JsonObject { ["name"] = letter.Name, ["at"] = letter.At.ToString("O"), ["content"] = Node(opened.Map(c => (object)c)) });
        }

        return new JsonObject
        {
            ["number"] = row.Number, ["service"] = Node(row.ServiceName), ["submittedAt"] = row.SubmittedAt.ToString("O"), ["state"] = row.State, ["result"] = row.Result,
            ["finishedAt"] = row.FinishedAt?.ToString("O"), ["submissions"] = submissions, ["letters"] = letters,
            ["messages"] = Node(await context.Comments.AsNoTracking().Where(c => c.CaseId == row.Id && c.Audience == CommentAudience.Everyone).OrderBy(c => c.At)
                .Select(c => new { c.AuthorName, c.At, c.Text }).ToListAsync(cancellationToken)),
            ["documents"] = await DocumentsAsync(row, archive, cancellationToken),
        };
    }

    private async Task<JsonArray> DocumentsAsync(Case row, ZipArchive archive, CancellationToken cancellationToken)
    {
        JsonArray names = [];
        var found = await context.Documents.AsNoTracking().Where(d => d.CaseId == row.Id && d.RemovedAt == null).OrderBy(d => d.UploadedAt).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        foreach (var (document, number) in found.Select((d, i) => (d, i + 1)))
        {
            var opened = await documents.OpenAsync(document, cancellationToken);
            if (opened.IsSuccess)
            {
                await using var content = opened.Value.Content;
                var path = $"documents/{row.Number}/{number:00}-{opened.Value.FileName}";
                await WriteAsync(archive, path, stream => content.CopyToAsync(stream, cancellationToken), cancellationToken);
                names.Add(new JsonObject { ["type"] = document.DocumentType, ["file"] = path, ["uploadedAt"] = document.UploadedAt.ToString("O") });
            }
        }

        return names;
    }

    /// <summary>What the pool of experts says of the reader; null for everybody who is not in it.</summary>
    private async Task<JsonNode?> ExpertAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var entry = await context.Experts.AsNoTracking().Include(e => e.Fields).Include(e => e.Absences).Include(e => e.CoAuthors)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.UserId == user.Id, cancellationToken);
        if (entry is null)
        {
            return null;
        }

        List<string> authors = [];
        foreach (var author in entry.CoAuthors)
        {
            authors.Add((await CoAuthors.OpenAsync(entry, author, vault, cancellationToken)).Name);
        }

        return Node(new
        {
            entry.EmployerName,
            entry.EmployerUscc,
            entry.CreatedAt,
            entry.ClosedAt,
            fields = entry.Fields.Select(f => f.Code).Order(StringComparer.Ordinal),
            absences = entry.Absences.OrderBy(a => a.From).Select(a => new { a.From, a.To }),
            coAuthors = authors,
        });
    }

    private async Task<JsonArray> FeedbackAsync(Guid person, CancellationToken cancellationToken)
    {
        JsonArray items = [];
        foreach (var row in await context.Feedback.AsNoTracking().Where(f => f.PersonId == person).OrderBy(f => f.At).ToListAsync(cancellationToken))
        {
            var text = row.Text is null ? null
                : (await vault.OpenJsonAsync<string>(row.KeyId, row.Text, Feedback.CaseFeedback.Place(row.Id, "text"), cancellationToken)) is { IsSuccess: true } opened ? opened.Value : null;
            items.Add(new JsonObject { ["kind"] = $"{row.Kind}", ["case"] = row.CaseNumber, ["level"] = row.Level, ["text"] = text, ["at"] = row.At.ToString("O") });
        }

        return items;
    }

    private static async Task WriteAsync(ZipArchive archive, string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var entry = await archive.CreateEntry(path).OpenAsync(cancellationToken);
        await write(entry);
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json);

    private static JsonNode? Node(Result<object> value) => value.IsSuccess ? JsonSerializer.SerializeToNode(value.Value, Json) : null;
}
