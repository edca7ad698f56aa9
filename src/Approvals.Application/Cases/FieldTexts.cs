using System.Collections.Immutable;
using System.Globalization;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Application.Cases;

/// <summary>Answers as people read them: a choice by its label, a day as a day.</summary>
public static class FieldTexts
{
    private const string FormPrefix = "form.";

    /// <summary>The answer at a path such as <c>form.basic.name</c>, or of a variable.</summary>
    public static LocalText At(CaseWork work, string path)
    {
        if (path.StartsWith(FormPrefix, StringComparison.Ordinal) && path[FormPrefix.Length..].Split('.', 2) is [var formId, var field])
        {
            var value = work.Forms.GetValueOrDefault(formId)?.At(field) ?? FeelValue.Null;
            return Of(work.Service.Package.Forms.GetValueOrDefault(formId)?.FieldAt(field), value, work.Dictionaries);
        }

        var names = path.Split('.');
        var found = work.State.Variables.GetValueOrDefault(names[0]);
        foreach (var name in names.Skip(1))
        {
            found = found.TryGetContext(out var inner) ? inner[name] : FeelValue.Null;
        }

        return Of(null, found, work.Dictionaries);
    }

    /// <summary>One value of a field.</summary>
    /// <param name="field">The field; null for a value that belongs to none.</param>
    /// <param name="value">The value.</param>
    /// <param name="lists">The lists that a field may name instead of having choices of its own.</param>
    public static LocalText Of(FormComponent? field, FeelValue value, IReadOnlyDictionary<string, ImmutableArray<FormOption>> lists)
    {
        if (value.TryGetList(out var list))
        {
            var items = list.Select(v => Of(field, v, lists)).ToList();
            return new LocalText(string.Join("、", items.Select(i => i.Zh)), string.Join(", ", items.Select(i => i.En)));
        }

        var text = Plain(value);
        if (value.TryGetBoolean(out _))
        {
            return FeelWords.Of(value);
        }

        return Choices(field, lists).FirstOrDefault(o => o.Value == text)?.Label ?? new LocalText(text, text);
    }

    private static ImmutableArray<FormOption> Choices(FormComponent? field, IReadOnlyDictionary<string, ImmutableArray<FormOption>> lists) =>
        field is null ? [] : field.Rules.List is { } name && lists.TryGetValue(name, out var options) ? options : field.Options;

    private static string Plain(FeelValue value) =>
        value.IsNull ? ""
        : value.TryGetString(out var text) ? text
        : value.TryGetDate(out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.TryGetNumber(out var number) ? number.ToString(CultureInfo.InvariantCulture)
        : value.ToString();
}
