using System.Collections.Frozen;
using System.Text.Json;

namespace Approvals.Domain.Studio.Variants;

/// <summary>Keeps the changes of a variant's files as its difference from the base.</summary>
public static class VariantDraft
{
    private const string Descriptor = "service.json";

    /// <summary>Kinds that write over what was there: the latest of them at a place says it all.</summary>
    private static readonly FrozenSet<string> Overwriting = FrozenSet.Create(StringComparer.Ordinal, "value.set", "file.write", "table.set", "flow.set", "flow.place");

    /// <summary>
    /// The files after changes, with the changes in <c>variant.json</c> where there is one that can be read; what changes nothing is not kept.
    /// </summary>
    /// <param name="before">The files before the changes.</param>
    /// <param name="after">The files after them.</param>
    /// <param name="commands">The changes.</param>
    /// <param name="stamp">Tells these changes from all others that a variant is made by.</param>
    public static Result<DraftFiles> Keep(DraftFiles before, DraftFiles after, IReadOnlyList<CommandText> commands, string stamp)
    {
        CommandText[] own = [.. commands.Where(c => c.File != Variant.FileName)];
        var read = Variant.Read(after);
        if (!read.IsSuccess || own.Length == 0 || DraftFileChange.Between(before, after).IsEmpty)
        {
            return after;
        }

        var name = stamp.GetDeterministicHash();
        var changes = own.Select((command, i) => new VariantChange($"{name}.{i}", command)).Aggregate(read.Value.Changes, With);
        return changes.Length > Variant.MostChanges
            ? new Error("studio.variant.tooMany", ErrorKind.Conflict)
            : (read.Value with { Changes = changes }).Write(after);
    }

    /// <summary>The change by which a service is offered in a region only.</summary>
    public static CommandText OfferedIn(DraftFiles files, string region)
    {
        string[] roots = [region];
        var hasRegions = files.Read(Descriptor).Bind(content => JsonDraft.Parse(Descriptor, content)) is { IsSuccess: true } read
            && new JsonAddress(["regions"]).Find(read.Value)?.Node is System.Text.Json.Nodes.JsonObject;
        return hasRegions
            ? new CommandText("value.set", Descriptor, "/regions/roots", Value: JsonSerializer.SerializeToElement(roots))
            : new CommandText("value.set", Descriptor, "/regions", Value: JsonSerializer.SerializeToElement(new { roots }));
    }

    /// <summary>The changes with one more; an earlier one that it writes over goes, unless something between the two touches the same.</summary>
    private static ImmutableArray<VariantChange> With(ImmutableArray<VariantChange> known, VariantChange added)
    {
        var targets = Targets(added.Command);
        for (var i = known.Length - 1; i >= 0 && Overwriting.Contains(added.Command.Kind); i--)
        {
            if (IsSamePlace(known[i].Command, added.Command))
            {
                return [.. known.RemoveAt(i), added];
            }

            if (Targets(known[i].Command) is not { IsEmpty: false } others || DraftTargets.Meet(others, targets))
            {
                break;
            }
        }

        return known.Add(added);
    }

    private static bool IsSamePlace(CommandText one, CommandText other) => (one.Kind, one.File, one.At, one.To) == (other.Kind, other.File, other.At, other.To);

    private static ImmutableArray<string> Targets(CommandText text) => DraftCommands.Read(text) is { IsSuccess: true } command ? command.Value.Targets : [];
}
