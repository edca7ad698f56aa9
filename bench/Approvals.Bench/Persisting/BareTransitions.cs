using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Bench.Stores;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Bench.Persisting;

/// <summary>
/// What a transition costs at least: read case, state and task by key, write the same rows with texts of the same length,
/// commit. The database is a copy of the other's, with the same tables and indexes.
/// </summary>
internal sealed class BareTransitions : ITransitions
{
    private readonly DbContextOptions<ApprovalsDbContext> _options;
    private readonly List<Guid> _cases = [];
    private Template _template = null!;

    private BareTransitions(DbContextOptions<ApprovalsDbContext> options) => _options = options;

    public string Name => "bare Entity Framework";

    public static async Task<BareTransitions> CreateAsync(IStore store)
    {
        var transitions = new BareTransitions(store.Bare());
        await using var context = transitions.Context();
        transitions._cases.AddRange(await context.Cases.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        transitions._template = await Template.ReadAsync(context);
        return transitions;
    }

    public async Task<Guid> OpenTaskAsync(int caseIndex)
    {
        await using var context = Context();
        var id = _cases[caseIndex];
        return await context.TaskItems.Where(t => t.CaseId == id && t.State == TaskItemState.Open).Select(t => t.Id).SingleAsync();
    }

    public async Task StepAsync(int caseIndex, Guid task)
    {
        await using var context = Context();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var id = _cases[caseIndex];
        var row = await context.Cases.SingleAsync(c => c.Id == id);
        var state = await context.CaseStates.SingleAsync(s => s.CaseId == id);
        var done = await context.TaskItems.Include(t => t.Candidates).SingleAsync(t => t.Id == task);
        _template.Apply(context, row, state, done);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    public async Task<IReadOnlyDictionary<string, long>> RowsAsync()
    {
        await using var context = Context();
        return await RowCounts.ReadAsync(context);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ApprovalsDbContext Context() => new(_options);
}
