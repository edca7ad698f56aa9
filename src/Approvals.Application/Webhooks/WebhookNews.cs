using Approvals.Application.Cases;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Webhooks;

/// <summary>Puts what a step changed into the outbox, in the step's own transaction, when somebody may want to be told.</summary>
internal static class WebhookNews
{
    /// <summary>The kind of its outbox messages.</summary>
    internal const string MessageKind = "webhooks";

    internal static async Task ApplyAsync(CaseWork work, CancellationToken cancellationToken)
    {
        if (work.Webhooks is not { } owners || !await owners.AnyAsync(work.Context, work.Case, cancellationToken))
        {
            return;
        }

        var events = Events(work).ToList();
        if (events.Count > 0)
        {
            var step = work.Row.EventCount;
            work.Outbox.Add(
                MessageKind, $"webhooks:{work.Case.Id:N}:{step}",
                new Content(work.Case.Id, events, step, work.Now, work.Case.State, work.Case.Result), work.Case.Id);
        }
    }

    private static IEnumerable<string> Events(CaseWork work)
    {
        var entry = work.Context.Entry(work.Case);
        if (entry.State == EntityState.Added || entry.Property(c => c.State).IsModified || entry.Property(c => c.StepName).IsModified)
        {
            yield return WebhookEvents.Changed;
        }

        if (work.Context.Letters.Local.Any(l => l.CaseId == work.Case.Id && work.Context.Entry(l).State == EntityState.Added))
        {
            yield return WebhookEvents.Letter;
        }

        if (work.Case.FinishedAt is not null && (entry.State == EntityState.Added || entry.Property(c => c.FinishedAt).IsModified))
        {
            yield return WebhookEvents.Finished;
        }
    }

    /// <summary>What a step changed.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Events">Names of <see cref="WebhookEvents"/>.</param>
    /// <param name="Step">How many events the case had then.</param>
    /// <param name="At">When.</param>
    /// <param name="State">The case's state then.</param>
    /// <param name="Result">Its result, once it has one.</param>
    internal sealed record Content(Guid Case, IReadOnlyList<string> Events, int Step, DateTimeOffset At, string State, string? Result);
}
