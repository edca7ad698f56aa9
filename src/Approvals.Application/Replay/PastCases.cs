using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.Application.Votes;
using Approvals.Domain.Scenarios;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>A past case as it can be played again.</summary>
/// <param name="Row">Its head.</param>
/// <param name="Acts">Who took part and what they did.</param>
/// <param name="Seen">What came of it.</param>
public sealed record PastCase(Case Row, Scenario Acts, SeenCase Seen);

/// <summary>Answers of a form, and the types of the documents they name.</summary>
public sealed record PastAnswers(JsonElement Values, ImmutableArray<string> Documents);

/// <summary>Reads past cases: their events stepped again give who acted at which step, their submissions what was answered.</summary>
public sealed class PastCases(ApprovalsDbContext context, ReplayCase replay, ServiceCatalog catalog, Vault vault, CalendarInForce calendar)
{
    /// <summary>A case, or why it cannot be played: erased, filed for somebody else, or others than people had a part in it.</summary>
    public async Task<Result<PastCase>> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        var replayed = await replay.HandleAsync(row.Number, cancellationToken);
        if (!replayed.IsSuccess)
        {
            return replayed.Error;
        }

        if (row.FiledBy != FiledBy.Applicant)
        {
            return new Error("replay.filedForAnother", ErrorKind.Conflict);
        }

        var (steps, answers) = (replayed.Value.Steps, await AnswersAsync(row, cancellationToken));
        var uscc = await context.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Uscc).SingleOrDefaultAsync(cancellationToken);
        var acts = new PastActs(row, steps, answers.Forms, await BallotsAsync(row, cancellationToken), uscc);
        var scenario = acts.Scenario(answers.Applicant, await FactsAsync(row, cancellationToken));
        var version = await catalog.FindAsync(row.ServiceVersionId, cancellationToken);
        return scenario.Map(s => new PastCase(row, s, SeenCase.Of(row.Result, version.Package.Workflow, steps)));
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

    /// <summary>What was known of the applicant when the case began.</summary>
    private async Task<ImmutableSortedDictionary<string, FeelContext>> FactsAsync(Case row, CancellationToken cancellationToken)
    {
        var rights = await context.Entitlements.AsNoTracking().Where(e => e.PersonId == row.ApplicantPersonId && e.GrantedAt < row.SubmittedAt).ToListAsync(cancellationToken);
        var granting = rights.Select(e => e.CaseId).ToList();
        var cases = await context.Cases.AsNoTracking()
            .Where(c => c.ApplicantPersonId == row.ApplicantPersonId && c.SubmittedAt < row.SubmittedAt && !granting.Contains(c.Id)).ToListAsync(cancellationToken);
        return ImmutableSortedDictionary<string, FeelContext>.Empty
            .Add("entitlements", FeelContext.Of((PastActs.Applicant, FeelValue.Of(rights.Select(e => FeelValue.Of(FeelContext.Of(
                ("kind", FeelValue.Of(e.Kind)), ("level", FeelValue.Of(e.Level)), ("number", FeelValue.Of(e.Number)), ("validFrom", FeelValue.Of(e.ValidFrom)),
                ("validTo", e.ValidTo is { } to ? FeelValue.Of(to) : FeelValue.Null))))))))
            .Add("cases", FeelContext.Of((PastActs.Applicant, FeelValue.Of(cases.Select(c => FeelValue.Of(Known(c, row.SubmittedAt)))))));
    }

    /// <summary>Another case as it stood then.</summary>
    private FeelContext Known(Case other, DateTimeOffset then)
    {
        var wasOver = other.FinishedAt <= then;
        return FeelContext.Of(
            ("service", FeelValue.Of(other.ServiceCode)), ("state", FeelValue.Of(wasOver ? other.State : "UnderReview")),
            ("result", wasOver ? FeelValue.Of(other.Result) : FeelValue.Null), ("submittedOn", FeelValue.Of(calendar.Current.DayOf(other.SubmittedAt))),
            ("finishedOn", wasOver ? FeelValue.Of(calendar.Current.DayOf(other.FinishedAt!.Value)) : FeelValue.Null));
    }
}
