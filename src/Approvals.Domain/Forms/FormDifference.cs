namespace Approvals.Domain.Forms;

/// <summary>What happened to a value between two submissions.</summary>
public enum DifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One value that differs between two submissions.</summary>
/// <param name="Path">Its path; row numbers are those after the change, for a removed row those before.</param>
/// <param name="Label">The field's label; null for a whole row.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Old">The value before.</param>
/// <param name="New">The value after.</param>
/// <param name="Field">The field, or the repeated group of a row.</param>
public sealed record FieldDifference(string Path, LocalText? Label, DifferenceKind Kind, FeelValue Old, FeelValue New, FormComponent Field);

/// <summary>The field-level difference between two submissions: one function for the correction page, the reviewer's page and the audit.</summary>
public static class FormDifference
{
    /// <summary>What differs, in the order of the form.</summary>
    public static ImmutableArray<FieldDifference> Between(Form form, FormData before, FormData after)
    {
        var differences = ImmutableArray.CreateBuilder<FieldDifference>();
        Level(form.Components, before.Values, after.Values, "", differences);
        return differences.ToImmutable();
    }

    private static void Level(
        ImmutableArray<FormComponent> components, FeelContext before, FeelContext after, string parent, ImmutableArray<FieldDifference>.Builder found)
    {
        foreach (var component in AnswerReader.Named(components))
        {
            var path = FieldPath.Join(parent, component.Key!);
            var (old, now) = (before[component.Key!], after[component.Key!]);
            if (component.Type == FormComponentType.Group) Level(component.Components, Fields(old), Fields(now), path, found);
            else if (component.Type == FormComponentType.Dynamiclist) Rows(component, Items(old), Items(now), path, found);
            else if (old != now) found.Add(new FieldDifference(path, component.Label, Kind(old, now), old, now, component));
        }
    }

    /// <summary>Rows that stayed the same are set against each other first, so that a row put in between is one difference, not all after it.</summary>
    private static void Rows(FormComponent component, FeelList before, FeelList after, string path, ImmutableArray<FieldDifference>.Builder found)
    {
        var (old, now) = (0, 0);
        foreach (var (sameOld, sameNow) in Same(before, after).Append((before.Count, after.Count)))
        {
            for (; old < sameOld && now < sameNow; old++, now++)
            {
                Level(component.Components, Fields(before[old]), Fields(after[now]), FieldPath.Row(path, now), found);
            }

            for (; old < sameOld; old++)
            {
                found.Add(new FieldDifference(FieldPath.Row(path, old), component.Label, DifferenceKind.Removed, before[old],
                    FeelValue.Null, component));
            }

            for (; now < sameNow; now++)
            {
                found.Add(new FieldDifference(FieldPath.Row(path, now), component.Label, DifferenceKind.Added, FeelValue.Null, after[now],
                    component));
            }

            (old, now) = (sameOld + 1, sameNow + 1);
        }
    }

    /// <summary>The longest sequence of rows that both have, as pairs of positions.</summary>
    private static List<(int Old, int New)> Same(FeelList before, FeelList after)
    {
        var length = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                length[i, j] = before[i] == after[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var (pairs, old, now) = (new List<(int, int)>(), 0, 0);
        while (old < before.Count && now < after.Count)
        {
            if (before[old] == after[now]) pairs.Add((old++, now++));
            else if (length[old + 1, now] >= length[old, now + 1]) old++;
            else now++;
        }

        return pairs;
    }

    private static DifferenceKind Kind(FeelValue old, FeelValue now) =>
        old.IsNull ? DifferenceKind.Added : now.IsNull ? DifferenceKind.Removed : DifferenceKind.Changed;

    private static FeelContext Fields(FeelValue value) => value.TryGetContext(out var context) ? context : FeelContext.Empty;

    private static FeelList Items(FeelValue value) => value.TryGetList(out var list) && list.Count <= AnswerReader.MostRows ? list : FeelList.Empty;
}
