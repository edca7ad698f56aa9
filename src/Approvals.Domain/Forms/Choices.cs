namespace Approvals.Domain.Forms;

/// <summary>What a select, radio or checklist offers.</summary>
internal static class Choices
{
    /// <param name="before">The answer as it stood: what has ended stays a choice for whoever chose it.</param>
    internal static ImmutableArray<FormOption> Of(FormComponent component, FeelValue before, FormFrame frame, FormScope scope)
    {
        if (component.Type is not (FormComponentType.Select or FormComponentType.Radio or FormComponentType.Checklist)) return [];
        if (component.Rules.List is { } list) return Open(scope.Lists.GetValueOrDefault(list, []), before);
        if (component.OptionsExpression is not { } expression) return component.Options;
        return expression.Evaluate(frame.Context).Value.TryGetList(out var items) ? [.. items.Select(Option).OfType<FormOption>()] : [];
    }

    private static ImmutableArray<FormOption> Open(ImmutableArray<FormOption> options, FeelValue before) =>
        options.Any(o => o.HasEnded) ? [.. options.Where(o => !o.HasEnded || IsIn(before, o.Value))] : options;

    private static bool IsIn(FeelValue answer, string value) =>
        answer.TryGetString(out var text) ? text == value : answer.TryGetList(out var items) && items.Any(i => i.TryGetString(out var item) && item == value);

    private static FormOption? Option(FeelValue item)
    {
        if (item.TryGetString(out var text)) return new FormOption(text, new LocalText(text, text));
        if (!item.TryGetContext(out var context) || !context["value"].TryGetString(out var value)) return null;
        var label = context["label"];
        if (label.TryGetString(out var plain)) return new FormOption(value, new LocalText(plain, plain));
        return label.TryGetContext(out var languages) && languages["zh-CN"].TryGetString(out var zh)
            ? new FormOption(value, new LocalText(zh, languages["en"].TryGetString(out var en) ? en : zh))
            : new FormOption(value, new LocalText(value, value));
    }
}
