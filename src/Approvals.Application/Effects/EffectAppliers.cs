using System.Collections.Frozen;
using System.Collections.Immutable;
using Approvals.Application.Bookings;
using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Entitlements;
using Approvals.Application.Experts;
using Approvals.Application.Relatives;
using Approvals.Application.Letters;
using Approvals.Application.Notices;
using Approvals.Application.Outside;
using Approvals.Application.Signals;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Application.Votes;
using Approvals.Application.WaitingLists;
using Approvals.Workflows;

namespace Approvals.Application.Effects;

/// <summary>Which class applies which effect.</summary>
internal static class EffectAppliers
{
    private static readonly FrozenDictionary<Type, IEffectApplier> All = new IEffectApplier[]
    {
        new CreateTaskApplier(),
        new ChangeTaskApplier(),
        new CloseTaskApplier(),
        new ScheduleTimerApplier(),
        new CancelTimerApplier(),
        new NotifyApplier(),
        new SendLetterApplier(),
        new PublishNoticeApplier(),
        new WithdrawNoticeApplier(),
        new CloseVoteApplier(),
        new RecordDrawApplier(),
        new GrantEntitlementApplier(),
        new ChangeEntitlementApplier(),
        new RegisterRelationApplier(),
        new StartChildApplier(),
        new CancelChildApplier(),
        new SendSignalApplier(),
        new CompleteRunTaskApplier(),
        new SendMailApplier(),
        new SendHttpApplier(),
        new JoinWaitingListApplier(),
        new ChangeWaitingPlaceApplier(),
        new LeaveWaitingListApplier(),
        new RequestBookingApplier(),
        new ChangeBookingApplier(),
        new RecordDecisionApplier(),
        new WriteLogApplier(),
        new FinishCaseApplier(),
    }.ToFrozenDictionary(a => a.Effect);

    /// <summary>Why effects cannot be applied: the activity asks for something this installation does not do; null when all can.</summary>
    internal static Error? Refusal(IEnumerable<Effect> effects) => effects.FirstOrDefault(e => !All.ContainsKey(e.GetType())) is { } unknown
        ? new Error("cases.effectNotSupported", ErrorKind.Conflict).With("effect", unknown.GetType().Name)
        : null;

    /// <summary>The first effect that cannot be carried out, as the fact by which its activity comes to an incident; null when all can.</summary>
    internal static async Task<Fact?> RefusedAsync(IEnumerable<Effect> effects, CaseWork work, CancellationToken cancellationToken)
    {
        foreach (var effect in effects)
        {
            if (RefusedEffects.Question(effect) is { } question && await All[effect.GetType()].RefusalAsync(effect, work, cancellationToken) is { } why)
            {
                return new Fact(question, new RefusalAnswer(why.Code) { Data = why.Data.ToImmutableSortedDictionary(StringComparer.Ordinal) });
            }
        }

        return null;
    }

    /// <summary>Applies an effect; one that nobody applies is a bug, never ignored.</summary>
    internal static Task ApplyAsync(Effect effect, CaseWork work, CancellationToken cancellationToken) =>
        All[effect.GetType()].ApplyAsync(effect, work, cancellationToken);
}
