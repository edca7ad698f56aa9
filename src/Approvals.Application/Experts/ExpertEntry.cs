using Approvals.Application.Database;
using Approvals.Domain.Identifiers;

namespace Approvals.Application.Experts;

/// <summary>What the pool says of an expert, as somebody enters it.</summary>
/// <param name="Fields">Codes of the fields.</param>
/// <param name="EmployerUscc">The employer's unified social credit code.</param>
/// <param name="EmployerName">The employer's name.</param>
/// <param name="Away">Days away.</param>
public sealed record ExpertEntry(IReadOnlyList<string> Fields, string? EmployerUscc, string? EmployerName, IReadOnlyList<DaysAwayDto> Away)
{
    /// <summary>The most fields, spells away and co-authors of one expert.</summary>
    public const int Most = 200;

    /// <summary>Why it cannot be kept; null when it can.</summary>
    internal Error? Wrong(DateOnly today) =>
        Fields.Count == 0 || Fields.Any(f => !ExpertFields.IsCode(f)) ? Field("fields", "experts.fields")
        : EmployerUscc is { Length: > 0 } uscc && !IdentifierCheck.Check(IdentifierKind.Uscc, uscc, today).IsSuccess ? Field("employerUscc", "organisations.uscc")
        : Away.Any(a => a.To < a.From || a.To > a.From.AddYears(2)) ? Field("away", "experts.away")
        : null;

    /// <summary>Writes it over what the pool says; spells that did not change keep their rows.</summary>
    internal void Over(Expert expert, ApprovalsDbContext context, IIdSource ids)
    {
        (expert.EmployerUscc, expert.EmployerName) = (Blank(EmployerUscc), Blank(EmployerName));
        context.ExpertFields.RemoveRange(expert.Fields.Where(f => !Fields.Contains(f.Code)));
        context.ExpertFields.AddRange(Fields.Distinct().Where(c => expert.Fields.TrueForAll(f => f.Code != c)).Select(c => new ExpertField { ExpertId = expert.Id, Code = c }).ToList());
        context.ExpertAbsences.RemoveRange(expert.Absences.Where(a => !Away.Contains(new DaysAwayDto(a.From, a.To))));
        context.ExpertAbsences.AddRange(Away.Distinct().Where(d => expert.Absences.TrueForAll(a => (a.From, a.To) != (d.From, d.To)))
            .Select(d => new ExpertAbsence { Id = ids.Next(), ExpertId = expert.Id, From = d.From, To = d.To }).ToList());
    }

    /// <summary>Whether it says what the pool says already.</summary>
    internal bool IsKept(Expert expert) =>
        Fields.ToHashSet(StringComparer.Ordinal).SetEquals(expert.Fields.Select(f => f.Code)) && Blank(EmployerUscc) == expert.EmployerUscc
        && Blank(EmployerName) == expert.EmployerName && Away.ToHashSet().SetEquals(expert.Absences.Select(a => new DaysAwayDto(a.From, a.To)));

    internal static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
