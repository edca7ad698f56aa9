using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Votes;

/// <summary>Takes ballots of a round: encrypted under the round's own key, without voter, time or order.</summary>
internal static class BallotBox
{
    internal static async Task CastAsync(TaskWork task, BallotChoice choice, FormData? sheet, CancellationToken cancellationToken)
    {
        var work = task.Work;
        var round = task.Work.State.Executions.Where(e => e.Id == task.Task.Execution).Select(e => e.Memory).OfType<VoteMemory>().Single().Round;
        var key = await work.Context.VoteBallots
            .Where(b => b.CaseId == work.Case.Id && b.ActivityId == task.Task.Activity && b.Round == round && !b.IsShuffled)
            .Select(b => (Guid?)b.KeyId).FirstOrDefaultAsync(cancellationToken) ?? work.Vault.Create("vote").Id;
        var id = work.Ids.Unordered();
        var ballot = new Ballot(choice, sheet is null ? null : JsonSerializer.Deserialize<JsonElement>(sheet.ToJson()));
        work.Context.VoteBallots.Add(new VoteBallot
        {
            Id = id, CaseId = work.Case.Id, ActivityId = task.Task.Activity, Round = round, KeyId = key,
            Payload = await work.Vault.SealJsonAsync(key, ballot, Ballot.Place(id), cancellationToken),
        });
    }
}
