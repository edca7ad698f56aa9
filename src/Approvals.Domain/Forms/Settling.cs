namespace Approvals.Domain.Forms;

/// <summary>
/// Finds the answers that count. What is hidden depends on values, values on what is hidden and computed: passes over the form are
/// repeated until nothing changes, which a chain of dependencies reaches in as many passes as it has links. Fields that depend on
/// each other in a ring never come to rest: they are named.
/// </summary>
internal sealed class Settling(Form form, FormData given, FormScope scope)
{
    private const int MostPasses = 24;

    /// <summary>The fields that still changed when it gave up; none where the form came to rest.</summary>
    internal ImmutableArray<string> Unsettled { get; private set; } = [];

    internal FormData Run()
    {
        Unsettled = [];
        var seen = given.Values;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var next = Level(form.Components, given.Values, scope.Before.Values, FormFrame.Root(form, seen, scope));
            if (FeelValue.Of(next) == FeelValue.Of(seen)) break;
            if (pass == MostPasses - 1) Unsettled = [.. Keys(next, seen).Where(k => next[k] != seen[k])];
            seen = next;
        }

        return new FormData(seen);
    }

    private static IEnumerable<string> Keys(FeelContext next, FeelContext seen) => next.Entries.Concat(seen.Entries).Select(e => e.Key).Distinct();

    private FeelContext Level(ImmutableArray<FormComponent> components, FeelContext answers, FeelContext before, FormFrame frame) =>
        FeelContext.From(Shown(components, frame)
            .Select(c => KeyValuePair.Create(c.Key!, Value(c, answers[c.Key!], before[c.Key!], frame)))
            .Where(v => !v.Value.IsNull));

    /// <summary>The components with a key that are not hidden, neither themselves nor by a group around them.</summary>
    private static IEnumerable<FormComponent> Shown(ImmutableArray<FormComponent> components, FormFrame frame) =>
        components.Where(c => !frame.IsTrue(c.Hide)).SelectMany(c => c.Key is not null ? [c] : Shown(c.Components, frame));

    private FeelValue Value(FormComponent component, FeelValue answer, FeelValue before, FormFrame frame)
    {
        var path = FieldPath.Join(frame.Parent, component.Key!);
        if (component.Type == FormComponentType.Expression) return component.Expression?.Evaluate(frame.Context).Value ?? FeelValue.Null;
        if (component.Type == FormComponentType.Dynamiclist) return Rows(component, answer, before, frame, path);
        if (component.Type == FormComponentType.Group)
        {
            return FeelValue.Of(Level(component.Components, Fields(answer), Fields(before),
                frame.Inside(component, Fields(frame.Context[component.Key!]), path)));
        }

        var isOpen = Access.To(component, path, frame, scope) == FieldAccess.Editable;
        return isOpen ? answer : !before.IsNull ? before : Prefilling.Value(component, frame);
    }

    /// <summary>Rows that are not open keep their number; a field open inside them may still change.</summary>
    private FeelValue Rows(FormComponent component, FeelValue answer, FeelValue before, FormFrame frame, string path)
    {
        var answers = Items(answer);
        var befores = Items(before);
        var seen = Items(frame.Context[component.Key!]);
        var isOpen = Access.To(component, path, frame, scope) == FieldAccess.Editable;
        var count = isOpen ? answers.Count : befores.Count;
        if (count == 0) return FeelValue.Null;
        return FeelValue.Of(FeelList.From(Enumerable.Range(0, count).Select(i =>
        {
            var (row, old) = (Fields(At(answers, i)), Fields(At(befores, i)));
            var inside = frame.Inside(component, i < seen.Count ? Fields(seen[i]) : isOpen ? row : old, FieldPath.Row(path, i));
            return FeelValue.Of(Level(component.Components, row, old, inside));
        })));
    }

    private static FeelContext Fields(FeelValue value) => value.TryGetContext(out var context) ? context : FeelContext.Empty;

    private static FeelList Items(FeelValue value) => value.TryGetList(out var list) ? list : FeelList.Empty;

    private static FeelValue At(FeelList list, int index) => index < list.Count ? list[index] : FeelValue.Null;
}
