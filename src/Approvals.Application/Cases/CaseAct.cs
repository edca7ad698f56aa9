using Approvals.Domain.Forms;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>An event with the rows that come with it.</summary>
/// <param name="Event">The event.</param>
internal sealed record CaseAct(WorkflowEvent Event)
{
    /// <summary>The submission that comes with it, already added to the context.</summary>
    internal Submission? Submission { get; init; }

    /// <summary>The submission's answers.</summary>
    internal FormData? Answers { get; init; }

    /// <summary>Who acts, as the event says.</summary>
    internal Actor? By => Event switch
    {
        Started e => e.By,
        TaskClaimed e => e.By,
        TaskCompleted e => e.By,
        Returned e => e.By,
        Transferred e => e.By,
        Reassigned e => e.By,
        Recused e => e.By,
        ExpertsDrawn e => e.By,
        Delegated e => e.By,
        SignerAdded e => e.By,
        SignerRemoved e => e.By,
        OpinionAsked e => e.By,
        OpinionGiven e => e.By,
        DocumentsSupplied e => e.By,
        StatementFiled e => e.By,
        ClockStopped e => e.By,
        ClockResumed e => e.By,
        LimitExtended e => e.By,
        ObjectionDecided e => e.By,
        OfferMade e => e.By,
        OfferAnswered e => e.By,
        OfferWithdrawn e => e.By,
        BookingChanged e => e.By,
        NoticeEnded e => e.By,
        Withdrawn e => e.By,
        CancelRequested e => e.By,
        IncidentResolved e => e.By,
        MovedByAdministrator e => e.By,
        MigratedTo e => e.By,
        MigrationUndone e => e.By,
        _ => null,
    };
}
