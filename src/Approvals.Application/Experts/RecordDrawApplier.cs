using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Workflows;

namespace Approvals.Application.Experts;

/// <summary>Keeps a draw as it was made.</summary>
internal sealed class RecordDrawApplier : EffectApplier<RecordDraw>
{
    protected override Task ApplyAsync(RecordDraw effect, CaseWork work, CancellationToken cancellationToken)
    {
        var row = new PanelDraw
        {
            Id = work.Ids.Next(), CaseId = work.Case.Id, ActivityId = effect.Activity, Vote = effect.Vote, Number = effect.Number, EventNumber = work.Row.EventCount,
            Seed = effect.Seed, Seats = effect.Seats, Field = effect.Field, Places = JsonSerializer.Serialize(effect.Places, JsonSerializerOptions.Web),
            DrawnByUserId = Guid.TryParse(effect.By?.User, out var user) ? user : null, OpinionId = Guid.TryParse(effect.Reason, out var opinion) ? opinion : null, At = work.Now,
        };
        work.Context.PanelDraws.Add(row);
        work.Audit.Add(row.DrawnByUserId, "draws.made", "case", work.Case.Id.ToString(), JsonSerializer.Serialize(
            new { row.Number, row.Seats, pool = effect.Places.Length, eligible = effect.Places.Count(p => p.Order > 0) }, JsonSerializerOptions.Web));
        return Task.CompletedTask;
    }
}
