using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Votes;

/// <summary>
/// Counts a round in the transaction of the act that ended it. Until then nobody, the server included, keeps a running tally:
/// ballots lie encrypted under the round's key. Now they are rewritten in shuffled order, the originals are deleted, the key is
/// destroyed, and one event carries the tally.
/// </summary>
internal sealed class CloseVoteApplier : EffectApplier<CloseVote>
{
    protected override async Task ApplyAsync(CloseVote effect, CaseWork work, CancellationToken cancellationToken)
    {
        var rows = await work.Context.VoteBallots
            .Where(b => b.CaseId == work.Case.Id && b.ActivityId == effect.Activity && b.Round == effect.Round && !b.IsShuffled)
            .ToListAsync(cancellationToken);
        rows = [.. rows.Union(work.Context.VoteBallots.Local.Where(b => b.ActivityId == effect.Activity && b.Round == effect.Round && !b.IsShuffled))];
        var ballots = await OpenAsync(work, rows, cancellationToken);
        RandomNumberGenerator.Shuffle(ballots.AsSpan());
        await RewriteAsync(work, effect, rows, ballots, cancellationToken);
        var sheets = await SubmissionRows.AddAsync(
            work, effect.Activity, effect.Round, Ballot.SheetsFormId, JsonSerializer.SerializeToUtf8Bytes(new { ballots }, JsonSerializerOptions.Web), cancellationToken);
        work.Following.Enqueue(new VoteClosed(effect.Vote, effect.Round, Count(work, effect, ballots), sheets.Id.ToString()));
    }

    /// <summary>Where sheets are filled in but everybody abstained, the mean is none at all: it reaches no score.</summary>
    private static Tally Count(CaseWork work, CloseVote effect, Ballot[] ballots) => new(
        ballots.Count(b => b.Choice == BallotChoice.For), ballots.Count(b => b.Choice == BallotChoice.Against),
        ballots.Count(b => b.Choice == BallotChoice.Abstain))
    {
        Score = ScoringSheets.Mean(ballots) ?? (ballots.Length > 0 && work.Service.Package.Activity(effect.Activity)?.Property("form") is not null ? 0 : null),
    };

    private static async Task<Ballot[]> OpenAsync(CaseWork work, List<VoteBallot> rows, CancellationToken cancellationToken)
    {
        List<Ballot> ballots = [];
        foreach (var row in rows)
        {
            var ballot = await work.Vault.OpenJsonAsync<Ballot>(row.KeyId, row.Payload, Ballot.Place(row.Id), cancellationToken);
            ballots.Add(ballot.Value);
        }

        return [.. ballots];
    }

    private static async Task RewriteAsync(CaseWork work, CloseVote effect, List<VoteBallot> rows, Ballot[] ballots, CancellationToken cancellationToken)
    {
        foreach (var ballot in ballots)
        {
            var id = work.Ids.Unordered();
            work.Context.VoteBallots.Add(new VoteBallot
            {
                Id = id, CaseId = work.Case.Id, ActivityId = effect.Activity, Round = effect.Round, KeyId = work.KeyId, IsShuffled = true,
                Payload = await work.Vault.SealJsonAsync(work.KeyId, ballot, Ballot.Place(id), cancellationToken),
            });
        }

        work.Context.VoteBallots.RemoveRange(rows);
        foreach (var key in rows.Select(r => r.KeyId).Distinct())
        {
            await DestroyAsync(work, key, cancellationToken);
        }
    }

    /// <summary>A round of one voter closes in the transaction that made its key: then there is no row to keep.</summary>
    private static async Task DestroyAsync(CaseWork work, Guid key, CancellationToken cancellationToken)
    {
        if (work.Context.ContentKeys.Local.FindEntry(key) is { State: EntityState.Added } added)
        {
            added.State = EntityState.Detached;
        }
        else
        {
            await work.Vault.DestroyAsync(key, cancellationToken);
        }
    }
}
