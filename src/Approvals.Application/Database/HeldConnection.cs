using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Database;

/// <summary>Keeps a context's connection for several questions, which otherwise take one from the pool and give it back each.</summary>
internal sealed class HeldConnection : IAsyncDisposable
{
    private readonly ApprovalsDbContext _context;

    private HeldConnection(ApprovalsDbContext context) => _context = context;

    public static async Task<HeldConnection> OpenAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new HeldConnection(context);
    }

    public async ValueTask DisposeAsync() => await _context.Database.CloseConnectionAsync();
}
