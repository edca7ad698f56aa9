using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Upkeep;

/// <summary>The machines outside: whether they answer, what waits for them, and what they said last.</summary>
public sealed class ReadInterfaces(ApprovalsDbContext context, OutsideMachines machines, MessageCatalog texts)
{
    private const int Most = 10_000;

    internal async Task<IReadOnlyList<InterfaceDto>> ReadAsync(string language, CancellationToken cancellationToken)
    {
        List<InterfaceDto> rows = [];
        foreach (var (code, found) in await machines.AskAsync(cancellationToken))
        {
            var messages = context.OutboxMessages.AsNoTracking().Where(m => m.Kind.StartsWith(code + "."));
            var waiting = messages.Where(m => m.State == OutboxState.Pending);
            var since = await waiting.OrderBy(m => m.ReadyAt).Select(m => (DateTimeOffset?)m.ReadyAt).FirstOrDefaultAsync(cancellationToken);
            var error = await messages.Where(m => m.State != OutboxState.Sent && m.LastError != null)
                .OrderByDescending(m => m.ReadyAt).ThenByDescending(m => m.Id).Select(m => m.LastError).FirstOrDefaultAsync(cancellationToken);
            rows.Add(new InterfaceDto(
                code, found is not null, found?.Answers, found?.At, await waiting.Take(Most).CountAsync(cancellationToken), since,
                error is null ? null : OutboxReasons.Tell(texts, error, language), await messages.Where(m => m.State == OutboxState.Failed).Take(Most).CountAsync(cancellationToken)));
        }

        return rows;
    }
}
