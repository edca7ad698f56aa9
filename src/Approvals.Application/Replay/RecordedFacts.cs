using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Replay;

/// <summary>
/// What steps of a past case were told, to be told again where it is played: draws, what was left to give out, other cases and bookings of the
/// applicant. People and rights are not among them: they are rows there, and what happens to them is played.
/// </summary>
public sealed class RecordedFacts
{
    private readonly ImmutableArray<(DateTimeOffset At, FactQuery Query, FactAnswer Answer)> _told;

    private readonly ImmutableArray<PastDraw> _draws;

    private RecordedFacts(ImmutableArray<(DateTimeOffset, FactQuery, FactAnswer)> told, ImmutableArray<PastDraw> draws) => (_told, _draws) = (told, draws);

    /// <summary>Nothing is known: every fact is read.</summary>
    public static RecordedFacts None { get; } = new([], []);

    /// <summary>What the events of a case were told.</summary>
    /// <param name="draws">Who was drawn into panels, by their names in the played case.</param>
    internal static RecordedFacts Of(IEnumerable<ReplayCase.ReplayedStep> steps, ImmutableArray<PastDraw> draws) => new(
    [
        .. from step in steps
           from fact in FactSet.FromJson(step.Event.Facts).Facts
           where fact.Query is SamplingSeed or Workflows.Quotas or Workflows.PastCases or Workflows.Bookings or Workflows.Presence
           select (step.Event.At, fact.Query, fact.Answer),
    ],
    draws);

    /// <summary>What was told last at an instant, or first where it is asked earlier than then; null where nobody asked.</summary>
    internal FactAnswer? Answer(FactQuery query, DateTimeOffset now)
    {
        var told = _told.IsEmpty ? [] : _told.Where(t => IsSame(t.Query, query)).ToList();
        return told.Count == 0 ? null : told.FindLast(t => t.At <= now).Answer ?? told[0].Answer;
    }

    /// <summary>Who was drawn last at an instant; null where nobody had been. Nobody else is in the pool there, so that the same are drawn.</summary>
    internal ImmutableArray<string>? Drawn(DateTimeOffset now) => _draws.LastOrDefault(d => d.At <= now)?.Drawn;

    /// <summary>Whose facts they are is nothing to compare: there is one applicant, who has another id there.</summary>
    private static bool IsSame(FactQuery told, FactQuery asked) =>
        told is SamplingSeed or Workflows.Quotas ? told == asked : told.GetType() == asked.GetType();
}

/// <summary>Who was drawn into a panel at an instant.</summary>
internal sealed record PastDraw(DateTimeOffset At, ImmutableArray<string> Drawn);
