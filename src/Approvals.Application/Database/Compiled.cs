using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Approvals.Application.Database;

/// <summary>
/// A query that every step runs, translated once instead of looked up each time. A compiled query belongs to one model, and a
/// process may hold databases of several kinds, so it is kept for each.
/// </summary>
internal sealed class Compiled<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _queries = [];

    /// <summary>The query for a context's database.</summary>
    public TQuery On(ApprovalsDbContext context) => _queries.GetValue(context.Model, _ => compile());
}
