using System.Security.Cryptography;
using System.Text;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>Makes and opens the rows of submissions: typed as FEEL writes JSON, encrypted, hashed, written once.</summary>
public static class SubmissionRows
{
    /// <summary>The answers of a submission; fails with <c>secrets.erased</c> when its key was destroyed.</summary>
    public static async Task<Result<FormData>> OpenAsync(Vault vault, Guid keyId, Submission submission, CancellationToken cancellationToken)
    {
        var plain = await vault.OpenAsync(keyId, submission.Payload, Place(submission.Id), cancellationToken);
        return plain.Map(bytes => FeelJson.Parse(Encoding.UTF8.GetString(bytes)).TryGetContext(out var values) ? new FormData(values) : FormData.Empty);
    }

    /// <summary>Where a submission's payload belongs; it opens nowhere else.</summary>
    internal static string Place(Guid submission) => $"submission:{submission:N}";

    /// <summary>A submission of a form by whoever acts.</summary>
    internal static Task<Submission> AddAsync(
        CaseWork work, string activity, int round, string form, FormData answers, CancellationToken cancellationToken) =>
        AddAsync(work, activity, round, form, Encoding.UTF8.GetBytes(FeelJson.ToJson(FeelValue.Of(answers.Values))), cancellationToken);

    /// <summary>The applicant as of now, kept for the whole life of the case.</summary>
    internal static async Task<Submission> AddApplicantAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var id = work.Ids.Next();
        var payload = await work.Vault.SealJsonAsync(work.KeyId, work.Applicant, Place(id), cancellationToken);
        return Add(work, id, "", 0, ApplicantFile.FormId, payload);
    }

    /// <summary>Any content under a form's id.</summary>
    internal static async Task<Submission> AddAsync(
        CaseWork work, string activity, int round, string form, byte[] plain, CancellationToken cancellationToken)
    {
        var id = work.Ids.Next();
        return Add(work, id, activity, round, form, await work.Vault.SealAsync(work.KeyId, plain, Place(id), cancellationToken));
    }

    /// <summary>The submission as events carry it.</summary>
    internal static SubmissionReference Reference(this Submission submission) =>
        new(submission.FormId, submission.Id.ToString(), Convert.ToHexStringLower(submission.Hash));

    private static Submission Add(CaseWork work, Guid id, string activity, int round, string form, byte[] payload)
    {
        var row = new Submission
        {
            Id = id,
            CaseId = work.Case.Id,
            ActivityId = activity,
            Round = round,
            FormId = form,
            ServiceVersionId = work.Service.VersionId,
            SubmittedByUserId = work.By?.Id ?? Guid.Empty,
            SubmittedAt = work.Now,
            Payload = payload,
            Hash = SHA256.HashData(payload),
        };
        work.Context.Submissions.Add(row);
        return row;
    }
}
