namespace Approvals.Application.Audit;

/// <summary>An entry of the audit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it; null for the system itself.</param>
/// <param name="Action">What was done, as programs name it.</param>
/// <param name="ActionName">The same in words.</param>
/// <param name="SubjectKind">The kind of thing it was done to.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="CaseNumber">The case's number, or null.</param>
/// <param name="Data">Details: ids and codes as JSON, or null.</param>
/// <param name="Address">The network address it came from, or null.</param>
/// <param name="Position">Its place in the sealed order; null until it is sealed.</param>
public sealed record AuditEntryDto(
    string Id,
    DateTimeOffset At,
    string? Actor,
    string Action,
    string ActionName,
    string SubjectKind,
    string SubjectId,
    string? CaseNumber,
    string? Data,
    string? Address,
    long? Position);

/// <summary>What the audit is searched for; everything given must fit.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">The beginning of what was done, such as <c>roles.</c>.</param>
/// <param name="Case">A case's number.</param>
/// <param name="Subject">The id of what it was done to.</param>
public sealed record AuditFilter(DateOnly? From, DateOnly? To, Guid? Actor, string? Action, string? Case, string? Subject)
{
    /// <summary>The longest stretch of days that is searched or taken out at once.</summary>
    public const int MostDays = 366;
}
