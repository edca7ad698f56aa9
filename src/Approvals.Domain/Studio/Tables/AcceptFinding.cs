using System.Text.Json;
using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Marks a finding of a table as intended, or no more: <c>{ finding, rules, example, reason }</c>.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Finding">The finding and why it is accepted.</param>
/// <param name="IsAccepted">Whether it is.</param>
public sealed record AcceptFinding(string File, string Decision, AcceptedFinding Finding, bool IsAccepted) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets =>
        [DecisionDraft.Target(File, Decision, "accepted", $"{Finding.Kind}|{string.Join(' ', Finding.Rules)}|{Finding.Example}".GetDeterministicHash())];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(
        files, File, document => IsAccepted ? document.WithAccepted(Decision, Finding) : document.WithoutAccepted(Decision, Finding));

    internal static Result<DraftCommand> Read(CommandText text) => Read(text, isAccepted: true);

    internal static Result<DraftCommand> ReadBack(CommandText text) => Read(text, isAccepted: false);

    private static Result<DraftCommand> Read(CommandText text, bool isAccepted)
    {
        var rules = text.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("rules", out var given) ? DecisionDraft.Texts(given) : [];
        if (rules is null || DecisionDraft.Text(text.Value, "finding") is not { } name || KindOf(name) is not { } kind)
        {
            return DraftCommands.Lacks(text, "value");
        }

        return DecisionDraft.Unwritable(text.Value) is { } error ? error
            : DecisionDraft.Steps(text, 2, "accepted").Map<DraftCommand>(steps => new AcceptFinding(
                text.File, steps[0], new AcceptedFinding(kind, rules.Value, DecisionDraft.Text(text.Value, "example"), DecisionDraft.Text(text.Value, "reason") ?? ""), isAccepted));
    }

    private static FindingKind? KindOf(string name)
    {
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            if (string.Equals(kind.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }
}
