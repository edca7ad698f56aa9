using Approvals.Application.Tasks;
using Approvals.Workflows;

namespace Approvals.Application.Experts;

/// <summary>What somebody did on a panel.</summary>
internal sealed record PanelAct(Guid By, string Outcome, string? Text);

/// <summary>What became of somebody's seat, and why.</summary>
internal sealed record PanelMember(string User, SeatState State, string? Reason);

/// <summary>Who was drawn for a panel and what became of each seat: as the vote holds it, or once it is over by the draws and what was done since.</summary>
internal static class PanelMembers
{
    public static IReadOnlyList<PanelMember> Of(VoteMemory? memory, IReadOnlyList<PanelDraw> draws, IReadOnlyList<PanelAct> acts)
    {
        IEnumerable<(string User, SeatState State)> seats = memory is { Draw: { } draw }
            ? [.. All(memory.Panel, SeatState.Seated), .. All(draw.Invited, SeatState.Invited), .. All(draw.SteppedAside, SeatState.SteppedAside), .. All(draw.NoAnswer, SeatState.NoAnswer)]
            : Over(draws, acts);
        return [.. seats.Select(s => new PanelMember(s.User, s.State, s.State == SeatState.SteppedAside ? Last(acts, s.User, OpinionOutcomes.Recused)?.Text : null))];
    }

    private static IEnumerable<(string User, SeatState State)> All(IEnumerable<string> users, SeatState state) => users.Select(u => (u, state));

    private static IEnumerable<(string User, SeatState State)> Over(IReadOnlyList<PanelDraw> draws, IReadOnlyList<PanelAct> acts)
    {
        var meeting = draws.Count > 0 ? draws[^1].Vote : null;
        return draws.Where(d => d.Vote == meeting).SelectMany(d => DrawRecord.Places(d).Where(p => p.IsDrawn)).Select(p => p.User)
            .Select(u => (User: u, State: StateOf(acts, u))).OrderBy(s => s.State);
    }

    private static SeatState StateOf(IReadOnlyList<PanelAct> acts, string user) =>
        Last(acts, user, OpinionOutcomes.Recused) is not null ? SeatState.SteppedAside
        : Last(acts, user, OpinionOutcomes.TakesPart) is not null ? SeatState.Seated
        : SeatState.NoAnswer;

    private static PanelAct? Last(IReadOnlyList<PanelAct> acts, string user, string outcome) => acts.LastOrDefault(a => a.By.ToString() == user && a.Outcome == outcome);
}
