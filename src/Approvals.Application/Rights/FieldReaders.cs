using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Application.Tasks;

namespace Approvals.Application.Rights;

/// <summary>
/// As what somebody reads the answers of one case. Everybody holds the applicant's role and every provider that of all: for fields that
/// name their readers they count where the case is the reader's own, and where it asked the reader's organisation.
/// </summary>
internal static class FieldReaders
{
    /// <summary>The roles that count for a case.</summary>
    /// <param name="user">Who reads.</param>
    /// <param name="case">The case.</param>
    /// <param name="tasks">The tasks through which it was asked for work.</param>
    internal static ImmutableArray<string> RolesOf(CurrentUser user, Case @case, IEnumerable<TaskItem> tasks)
    {
        var asked = tasks.SelectMany(t => t.Candidates).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. user.Roles.Where(g => g.Role switch
            {
                Roles.Applicant => CaseRights.ActsAsApplicant(user, @case),
                Roles.Provider => TaskRights.KeysOf(g).Any(k => asked.Contains(k.Key)),
                _ => true,
            }).Select(g => g.Role).Distinct(),
        ];
    }
}
