using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>What is kept of the reader, by kind, with their consents and requests.</summary>
public sealed class MyData(ApprovalsDbContext context, DataRequestList requests, Obstacles obstacles, ServiceCatalog catalog, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    public async Task<Result<MyDataDto>> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } person)
        {
            return new Error("drafts.noPerson", ErrorKind.Conflict);
        }

        var obstacle = await obstacles.OfAsync(person, cancellationToken);
        return new MyDataDto(
            [.. (await KeptAsync(person, user, cancellationToken)).Select(k => new KeptDto(k.Kind, texts.Format($"personalData.kept.{k.Kind}", None, user.Language), k.Count))],
            await ConsentsAsync(person, user.Language, cancellationToken),
            await requests.OwnAsync(user, cancellationToken),
            [.. Enum.GetValues<DataField>().Select(f => new OptionDto($"{char.ToLowerInvariant($"{f}"[0])}{$"{f}"[1..]}", requests.FieldName(f, user.Language)))],
            obstacle is null ? null : texts.Format(obstacle, user.Language));
    }

    private async Task<IReadOnlyList<(string Kind, int Count)>> KeptAsync(Guid person, CurrentUser user, CancellationToken cancellationToken)
    {
        var cases = context.Cases.Where(c => c.ApplicantPersonId == person).Select(c => c.Id);
        return
        [
            ("cases", await cases.CountAsync(cancellationToken)),
            ("drafts", await context.Drafts.CountAsync(d => d.OwnerUserId == user.Id && d.SubmittedCaseId == null && d.TaskId == null, cancellationToken)),
            ("documents", await context.Documents.CountAsync(d => d.CaseId != null && cases.Contains(d.CaseId.Value) && d.RemovedAt == null, cancellationToken)),
            ("letters", await context.Letters.CountAsync(l => cases.Contains(l.CaseId), cancellationToken)),
            ("entitlements", await context.Entitlements.CountAsync(e => e.PersonId == person, cancellationToken)),
            ("relations", await context.FamilyRelations.CountAsync(r => r.PersonId == person, cancellationToken)),
            ("representations", await context.RepresentedPeople.CountAsync(r => r.PersonId == person, cancellationToken)),
            ("mandates", await context.Mandates.CountAsync(m => m.AgentUserId == user.Id, cancellationToken)),
            ("expert", await context.Experts.CountAsync(e => e.UserId == user.Id, cancellationToken)),
            ("feedback", await context.Feedback.CountAsync(f => f.PersonId == person, cancellationToken)),
        ];
    }

    private async Task<IReadOnlyList<ConsentDto>> ConsentsAsync(Guid person, string language, CancellationToken cancellationToken)
    {
        var rows = await (
            from consent in context.Consents.AsNoTracking()
            where consent.PersonId == person
            join row in context.Cases.AsNoTracking() on consent.CaseId equals row.Id into found
            from row in found.DefaultIfEmpty()
            orderby consent.GivenAt descending, consent.Id
            select new { consent, Number = row == null ? null : row.Number, Version = row == null ? (Guid?)null : row.ServiceVersionId }).Take(100).ToListAsync(cancellationToken);
        List<ConsentDto> items = [];
        foreach (var row in rows)
        {
            var service = row.Version is { } version ? await catalog.FindAsync(version, cancellationToken) : null;
            var label = service?.Package.Forms.Values.Select(f => f.FieldAt(row.consent.Purpose)).FirstOrDefault(f => f is not null)?.Label;
            items.Add(new ConsentDto(
                row.consent.Id.ToString(), label?.In(language) ?? Purpose(row.consent.Purpose, language), row.consent.CaseId?.ToString(), row.Number, row.consent.GivenAt, row.consent.WithdrawnAt));
        }

        return items;
    }

    /// <summary>A consent that no form asks for, such as that an employer files.</summary>
    private string Purpose(string purpose, string language) =>
        texts.Texts.TryGetValue($"personalData.consent.{purpose}", out var name) ? name.In(language) : purpose;
}
