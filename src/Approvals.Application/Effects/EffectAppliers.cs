using System.Collections.Frozen;
using Approvals.Application.Bookings;
using Approvals.Application.Cases;
using Approvals.Application.Entitlements;
using Approvals.Application.Letters;
using Approvals.Application.Notices;
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
        new GrantEntitlementApplier(),
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

    /// <summary>Applies an effect; one that nobody applies is a bug, never ignored.</summary>
    internal static Task ApplyAsync(Effect effect, CaseWork work, CancellationToken cancellationToken) =>
        All[effect.GetType()].ApplyAsync(effect, work, cancellationToken);
}
