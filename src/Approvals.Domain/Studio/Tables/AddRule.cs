using System.Text.Json;
using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Adds a rule to a table: <c>{ id, copyOf, texts: { column: text } }</c>, all of which may be left out.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Index">Its place from 0; null for the end.</param>
/// <param name="Id">Its id; null for the next free one.</param>
/// <param name="CopyOf">The rule that it begins as.</param>
/// <param name="Texts">Texts by column.</param>
public sealed record AddRule(string File, string Decision, int? Index, string? Id, string? CopyOf, ImmutableSortedDictionary<string, string> Texts) : DraftCommand
{
    /// <summary>Two people may add different rules at once.</summary>
    public override ImmutableArray<string> Targets =>
        [DecisionDraft.Target(File, Decision, "rules", "+" + (Id ?? $"{Index}|{CopyOf}|{string.Join('|', Texts.Select(text => text.Key + text.Value))}".GetDeterministicHash()))];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithRule(Index, CopyOf, Id, Texts));

    internal static Result<DraftCommand> Read(CommandText text)
    {
        if (DecisionDraft.Unwritable(text.Value) is { } error)
        {
            return error;
        }

        var texts = text.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("texts", out var given) ? DecisionDraft.Map(given) : ImmutableSortedDictionary<string, string>.Empty;
        return texts is null
            ? DraftCommands.Lacks(text, "value")
            : DecisionDraft.Steps(text, 2, "rules").Map<DraftCommand>(steps =>
                new AddRule(text.File, steps[0], text.Index, DecisionDraft.Text(text.Value, "id"), DecisionDraft.Text(text.Value, "copyOf"), texts));
    }
}
