using System.Collections.Immutable;

namespace Approvals.Application.Sheets;

/// <summary>Puts what an import found into words.</summary>
internal static class SheetWords
{
    /// <summary>The answer to who imports.</summary>
    public static SheetImportDto Describe(
        this MessageCatalog texts, SheetPlan plan, bool applied, string language) => new(
            applied,
            plan.Rows,
            plan.Changes.Count(c => c.Added),
            plan.Changes.Count(c => !c.Added),
            plan.Problems.IsEmpty ? plan.Rows - plan.Changes.Length : 0,
            plan.Problems.Length,
            [
                .. plan.Problems.OrderBy(p => p.Row).Take(SheetImportDto.Most)
                    .Select(p => new SheetProblemDto(p.Row, p.Column, texts.Format(p.Code, p.Data, language))),
            ],
            [.. plan.Changes.Take(SheetImportDto.Most)]);
}

/// <summary>What a file asks for.</summary>
/// <param name="Rows">Rows below the head.</param>
/// <param name="Changes">Rows that add or change something.</param>
/// <param name="Problems">Mistakes; with any, nothing is carried out.</param>
internal sealed record SheetPlan(int Rows, ImmutableArray<SheetChangeDto> Changes, ImmutableArray<SheetProblem> Problems);
