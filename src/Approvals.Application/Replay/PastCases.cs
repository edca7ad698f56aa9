using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.Application.Votes;
using Approvals.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>A past case as it can be played again.</summary>
/// <param name="Row">Its head.</param>
/// <param name="Acts">Who took part and what they did.</param>
/// <param name="Seen">What came of it.</param>
/// <param name="Told">What its steps were told.</param>
public sealed record PastCase(Case Row, Scenario Acts, SeenCase Seen, RecordedFacts Told);

/// <summary>Answers of a form, and the types of the documents they name.</summary>
public sealed record PastAnswers(JsonElement Values, ImmutableArray<string> Documents);

/// <summary>Reads past cases: their events stepped again give who acted at which step, their submissions what was answered.</summary>
public sealed class PastCases(ApprovalsDbContext context, ReplayCase replay, ServiceCatalog catalog, Vault vault, SurroundingsReader surroundings)
{
    /// <summary>A case, or why it cannot be played: it, or the case that started it, is erased.</summary>
    public async Task<Result<PastCase>> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        var replayed = await replay.HandleAsync(row.Number, cancellationToken);
        if (!replayed.IsSuccess)
        {
            return replayed.Error;
        }

        var (steps, answers) = (replayed.Value.Steps, await AnswersAsync(row, cancellationToken));
        var around = await surroundings.ReadAsync(row, answers.Forms.Values, cancellationToken);
        if (!around.IsSuccess)
        {
            return around.Error;
        }

        var people = new PastPeople(row, around.Value.Employer, answers.Applicant);
        var acts = new PastActs(row, steps, answers.Forms, await BallotsAsync(row, cancellationToken), people, around.Value);
        var version = await catalog.FindAsync(row.ServiceVersionId, cancellationToken);
        var scenario = acts.Scenario();
        return new PastCase(row, scenario, SeenCase.Of(row.Result, version.Package.Workflow, steps), RecordedFacts.Of(steps, acts.Draws));
    }

    private async Task<(ApplicantFile Applicant, Dictionary<Guid, PastAnswers> Forms)> AnswersAsync(Case row, CancellationToken cancellationToken)
    {
        var submissions = await context.Submissions.AsNoTracking().Where(s => s.CaseId == row.Id).ToListAsync(cancellationToken);
        var types = await context.Documents.AsNoTracking().Where(d => d.CaseId == row.Id).ToDictionaryAsync(d => d.Id.ToString(), d => d.DocumentType, cancellationToken);
        var kept = submissions.Single(s => s.FormId == ApplicantFile.FormId);
        var applicant = await vault.OpenJsonAsync<ApplicantFile>(row.KeyId, kept.Payload, SubmissionRows.Place(kept.Id), cancellationToken);
        var forms = new Dictionary<Guid, PastAnswers>();
        foreach (var submission in submissions.Where(s => s.Id != kept.Id && s.FormId != Ballot.SheetsFormId))
        {
            var json = (await SubmissionRows.OpenAsync(vault, row.KeyId, submission, cancellationToken)).Value.ToJson();
            forms[submission.Id] = new PastAnswers(
                JsonSerializer.Deserialize<JsonElement>(json), [.. types.Where(t => json.Contains(t.Key, StringComparison.OrdinalIgnoreCase)).Select(t => t.Value).Distinct()]);
        }

        return (applicant.Value, forms);
    }

    private async Task<ILookup<string, Ballot>> BallotsAsync(Case row, CancellationToken cancellationToken)
    {
        var rows = await context.VoteBallots.AsNoTracking().Where(b => b.CaseId == row.Id && b.IsShuffled).OrderBy(b => b.Round).ToListAsync(cancellationToken);
        List<(string Activity, Ballot Ballot)> ballots = [];
        foreach (var ballot in rows)
        {
            ballots.Add((ballot.ActivityId, (await vault.OpenJsonAsync<Ballot>(ballot.KeyId, ballot.Payload, Ballot.Place(ballot.Id), cancellationToken)).Value));
        }

        return ballots.ToLookup(b => b.Activity, b => b.Ballot);
    }
}
