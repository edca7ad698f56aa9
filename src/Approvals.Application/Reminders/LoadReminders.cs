using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>Loads the rules a new database begins with; what staff have changed since is left alone.</summary>
public sealed class LoadReminders(ApprovalsDbContext context, TimeProvider clock)
{
    /// <summary>Loads a file; one that is not there loads nothing.</summary>
    /// <exception cref="InvalidOperationException">The file is wrong.</exception>
    public async Task HandleAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return;
        }

        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        var load = ReminderReader.ReadFile(Path.GetFileName(file), bytes);
        if (load.Rules.IsEmpty)
        {
            throw new InvalidOperationException($"{file}: {string.Join("; ", load.Problems.Select(p => $"{p.Place} {p.Code}"))}");
        }

        using var json = JsonDocument.Parse(bytes);
        var known = await context.PlatformReminders.AsNoTracking().Select(r => r.Code).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        context.PlatformReminders.AddRange(
            from rule in json.RootElement.GetProperty("reminders").EnumerateArray()
            let code = rule.GetProperty("id").GetString()!
            where !known.Contains(code)
            select new PlatformReminder { Code = code, Definition = rule.GetRawText(), Since = now, ChangedAt = now });
        await context.SaveChangesAsync(cancellationToken);
    }
}
