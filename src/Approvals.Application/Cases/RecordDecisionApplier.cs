using System.Text.Json.Nodes;
using Approvals.Application.Effects;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>Keeps what a decision was asked and said, encrypted, for the letter and for whoever asks why.</summary>
internal sealed class RecordDecisionApplier : EffectApplier<RecordDecision>
{
    protected override async Task ApplyAsync(RecordDecision effect, CaseWork work, CancellationToken cancellationToken)
    {
        var id = work.Ids.Next();
        work.Context.CaseDecisions.Add(new CaseDecision
        {
            Id = id,
            CaseId = work.Case.Id,
            EventNumber = work.Row.EventCount,
            ActivityId = effect.Activity,
            Decision = effect.Decision,
            Payload = await work.Vault.SealJsonAsync(work.KeyId, Content(effect), CaseDecisionContent.Place(id), cancellationToken),
            At = work.Now,
        });
    }

    private static CaseDecisionContent Content(RecordDecision effect) => new(
        JsonNode.Parse(FeelJson.ToJson(effect.Inputs)),
        JsonNode.Parse(FeelJson.ToJson(effect.Value)),
        effect.Outcome,
        [.. effect.Rules.Select(r => new CaseDecisionRule(r.Decision, r.Number, r.Id, r.Annotations))]);
}
