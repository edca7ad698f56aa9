using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Approvals.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Relatives;

/// <summary>The relatives a person has registered through a service.</summary>
public sealed class FamilyView(ApprovalsDbContext context, PersonRegister people, MessageCatalog texts)
{
    /// <summary>The reader's own, those who stand first.</summary>
    public async Task<IReadOnlyList<RelativeDto>> OfUserAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } person)
        {
            return [];
        }

        var rows = await (
            from relation in context.FamilyRelations.AsNoTracking()
            where relation.PersonId == person && relation.CaseId != null
            join @case in context.Cases.AsNoTracking() on relation.CaseId equals @case.Id
            orderby relation.EndedAt != null, relation.RegisteredAt, relation.Id
            select new { Relation = relation, @case.ServiceName }).ToListAsync(cancellationToken);
        List<RelativeDto> relatives = [];
        foreach (var row in rows)
        {
            var details = await people.ReadAsync(row.Relation.RelativePersonId, cancellationToken);
            relatives.Add(new RelativeDto(
                row.Relation.Id.ToString(), details.IsSuccess ? details.Value.Name : "—", row.Relation.Kind, Word(row.Relation.Kind, user.Language),
                details.IsSuccess && details.Value.IdentifierNumber is { } number ? Masks.Apply(MaskKind.Identifier, number) : null,
                details.IsSuccess ? details.Value.BirthDate : null, row.Relation.RegisteredAt, row.Relation.EndedAt, row.Relation.CaseId!.Value.ToString(),
                row.ServiceName.In(user.Language)));
        }

        return relatives;
    }

    /// <summary>The relatives a form may offer: registered through a service, and not ended.</summary>
    internal async Task<ImmutableArray<FormOption>> OptionsAsync(Guid person, CancellationToken cancellationToken)
    {
        var rows = await context.FamilyRelations.AsNoTracking().Where(r => r.PersonId == person && r.CaseId != null && r.EndedAt == null)
            .OrderBy(r => r.RegisteredAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var options = ImmutableArray.CreateBuilder<FormOption>();
        foreach (var row in rows)
        {
            if (await people.ReadAsync(row.RelativePersonId, cancellationToken) is { IsSuccess: true, Value.Name: var name })
            {
                options.Add(new FormOption(row.Id.ToString(), new LocalText($"{name}（{Word(row.Kind, "zh-CN")}）", $"{name} ({Word(row.Kind, "en")})")));
            }
        }

        return options.ToImmutable();
    }

    /// <summary>The relation in words; one that only a service knows by its code.</summary>
    private string Word(string kind, string language) =>
        texts.Format($"family.relation.{kind}", new Dictionary<string, string>(), language) is var word && !word.StartsWith("family.", StringComparison.Ordinal) ? word : kind;
}
