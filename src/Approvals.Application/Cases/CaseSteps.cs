using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Audit;
using Approvals.Application.Effects;
using Approvals.Application.Outside;
using Approvals.Application.Participants;
using Approvals.Application.Signals;
using Approvals.Application.Timers;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>Takes events: facts, step, event row, effects. Everything lands on the context; nothing is written yet.</summary>
internal static class CaseSteps
{
    /// <summary>An engine that asks again and again for other facts is broken.</summary>
    private const int MostRounds = 20;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes an event and those that its effects call for; a refusal leaves the case as it was.</summary>
    internal static async Task<Result<Unit>> TakeAsync(this CaseWork work, CaseAct act, CancellationToken cancellationToken)
    {
        var taken = await TakeOneAsync(work, act, cancellationToken);
        while (taken.IsSuccess && work.Following.TryDequeue(out var next))
        {
            taken = await TakeOneAsync(work, new CaseAct(next), cancellationToken);
        }

        if (taken.IsSuccess)
        {
            using var _ = CaseTrace.Begin(CaseTrace.Project);
            await CaseProjection.ApplyAsync(work, cancellationToken);
        }

        return taken;
    }

    private static async Task<Result<Unit>> TakeOneAsync(CaseWork work, CaseAct act, CancellationToken cancellationToken)
    {
        if (act is { Submission: { } submission, Answers: { } answers })
        {
            (work.Forms[submission.FormId], work.HasNewAnswers) = (answers, true);
        }

        var (outcome, facts) = await StepAsync(work, act.Event, cancellationToken);
        if (outcome is Refused refused)
        {
            return refused.Error;
        }

        var stepped = (Stepped)outcome;
        if (EffectAppliers.Refusal(stepped.Effects) is { } refusal)
        {
            return refusal;
        }

        var before = work.State;
        work.State = stepped.State;
        work.Executed.AddRange(stepped.Executed.Select(e => e.Activity));
        Record(work, act, facts, stepped);
        await ProjectAsync(work, stepped, before, cancellationToken);
        return Unit.Value;
    }

    private static async Task ProjectAsync(CaseWork work, Stepped stepped, WorkflowState before, CancellationToken cancellationToken)
    {
        using var _ = CaseTrace.Begin(CaseTrace.Project);
        foreach (var effect in stepped.Effects)
        {
            await EffectAppliers.ApplyAsync(effect, work, cancellationToken);
        }

        TimerRows.Apply(work);
        await IncidentRows.ApplyAsync(work, before, cancellationToken);
        await AwaitedSignals.ApplyAsync(work, before, cancellationToken);
        await OutsideRequests.ApplyAsync(work, before, cancellationToken);
    }

    private static async Task<(StepOutcome Outcome, FactSet Facts)> StepAsync(CaseWork work, WorkflowEvent @event, CancellationToken cancellationToken)
    {
        var (facts, data) = (FactSet.Empty, work.StepContext(FactSet.Empty));
        for (var round = 0; round < MostRounds; round++)
        {
            var outcome = Step(work, @event, data with { Facts = facts });
            if (outcome is NeedFacts need)
            {
                using var _ = CaseTrace.Begin(CaseTrace.Facts);
                foreach (var query in need.Queries)
                {
                    facts = facts.With(query, work.Told.Answer(query, work.Now) ?? await FactLoader.AnswerAsync(work, query, cancellationToken));
                }
            }
            else if (outcome is Stepped stepped && EffectAppliers.Refusal(stepped.Effects) is null
                && await EffectAppliers.RefusedAsync(stepped.Effects, work, cancellationToken) is { } refused)
            {
                facts = facts.With(refused.Query, refused.Answer);
            }
            else
            {
                return (outcome, facts);
            }
        }

        throw new InvalidOperationException($"The step of {work.Case.Number} still asks for facts after {MostRounds} rounds.");
    }

    private static StepOutcome Step(CaseWork work, WorkflowEvent @event, StepContext context)
    {
        using var _ = CaseTrace.Begin(CaseTrace.Step);
        return WorkflowEngine.Step(work.Service.Package.Workflow, work.State, @event, context);
    }

    private static void Record(CaseWork work, CaseAct act, FactSet facts, Stepped stepped)
    {
        using var _ = CaseTrace.Begin(CaseTrace.Serialise);
        var row = CaseEventChain.Append(work.Row, new CaseEvent
        {
            CaseId = work.Case.Id,
            Number = work.Row.EventCount + 1,
            Type = act.Event.GetType().Name,
            Event = act.Event.ToJson(),
            Facts = facts.ToJson(),
            Effects = Effects(stepped),
            ServiceVersionId = work.Service.VersionId,
            EngineBehaviour = WorkflowEngine.Behaviour,
            SubmissionId = act.Submission?.Id,
            SubmissionHash = act.Submission?.Hash,
            ActorUserId = Id(act.By?.User),
            OnBehalfOfUserId = Id(act.By?.OnBehalfOf),
            At = work.Now,
            Today = work.Today,
            PreviousHash = [],
            Hash = [],
        });
        work.Context.CaseEvents.Add(row);
        work.Audit.Add(row);
        work.Row.State = stepped.State.ToJson();
    }

    /// <summary>The effects without what may be personal: that lies encrypted in rows of its own.</summary>
    private static string Effects(Stepped stepped)
    {
        var effects = stepped.Effects.Select(e => e switch
        {
            RecordDecision d => d with { Inputs = FeelValue.Null, Value = FeelValue.Null },
            RequestBooking b => b with { Window = FeelValue.Null, Details = FeelValue.Null },
            StartChild c => c with { Data = FeelValue.Null },
            CompleteRunTask t => t with { Payload = FeelValue.Null },
            SendMail m => m with { To = [], Cc = [], Bcc = [], Subject = "", Body = "" },
            SendHttp h => h with { Url = "", Content = FeelValue.Null, Authorization = null, Headers = ImmutableSortedDictionary<string, string>.Empty },
            _ => e,
        });
        return new JsonArray([.. effects.Select(e => JsonNode.Parse(e.ToJson()))]).ToJsonString(Readable);
    }

    private static Guid? Id(string? user) => Guid.TryParse(user, out var id) ? id : null;
}
