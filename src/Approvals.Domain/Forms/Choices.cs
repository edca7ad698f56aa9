namespace Approvals.Domain.Forms;

/// <summary>What a select, radio or checklist offers.</summary>
internal static class Choices
{
    internal static ImmutableArray<FormOption> Of(FormComponent component, FormFrame frame, FormScope scope)
    {
        if (component.Type is not (FormComponentType.Select or FormComponentType.Radio or FormComponentType.Checklist)) return [];
        if (component.Rules.List is { } list) return scope.Lists.GetValueOrDefault(list, []);
        if (component.OptionsExpression is not { } expression) return component.Options;
        return expression.Evaluate(frame.Context).Value.TryGetList(out var items) ? [.. items.Select(Option).OfType<FormOption>()] : [];
    }

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
