using System.Globalization;
using Approvals.Domain.Identifiers;

namespace Approvals.Domain.Forms;

/// <summary>One field with its value, to be checked.</summary>
internal sealed record FieldCase(
    FormComponent Component, string Path, FeelValue Value, ImmutableArray<FormOption> Options, FormFrame Frame, FormScope Scope)
{
    internal FieldError Wrong(string code) => new(Path, code);

    internal FieldError Wrong(string code, string name, decimal value) =>
        Wrong(code).With(name, value.ToString("0.############################", CultureInfo.InvariantCulture));
}

/// <summary>Checks the value of an open field: is it there, is it well formed, does it keep its rules. The first that fails is told.</summary>
internal static class FieldCheckup
{
    private const int LongestField = 200;
    private const int LongestArea = 5_000;

    internal static ImmutableArray<FieldError> Errors(FieldCase field)
    {
        if (IsMissing(field)) return field.Frame.IsTrue(field.Component.Validation.Required) ? [field.Wrong("forms.required")] : CountErrors(field);
        if (Form(field) is { } error) return [error];
        return field.Component.Rules.Checks.Where(c => !Holds(c, field)).Take(1).Select(c => new FieldError(field.Path, "", c.Message))
            .ToImmutableArray();
    }

    /// <summary>A consent that must be given is missing until it is.</summary>
    private static bool IsMissing(FieldCase field) => field.Value.IsNull
        || (field.Component.Type is FormComponentType.Checkbox or FormComponentType.Consent && field.Value == FeelValue.False)
        || (field.Value.TryGetList(out var list) && list.Count == 0);

    /// <summary>An empty list may still be too short.</summary>
    private static ImmutableArray<FieldError> CountErrors(FieldCase field) =>
        field.Component.Type is FormComponentType.Dynamiclist or FormComponentType.Filepicker && Count(field, 0) is { } error ? [error] : [];

    private static FieldError? Form(FieldCase field) => field.Component.Type switch
    {
        FormComponentType.Textfield or FormComponentType.Textarea => Text(field),
        FormComponentType.Number => Number(field),
        FormComponentType.Date => Date(field, field.Value),
        FormComponentType.Daterange => Range(field),
        FormComponentType.Select or FormComponentType.Radio or FormComponentType.Checklist => Choice(field),
        FormComponentType.Dynamiclist => Count(field, field.Value.AsList().Count),
        FormComponentType.Filepicker => FileCheckup.Error(field) ?? Count(field, field.Value.AsList().Count),
        FormComponentType.Person => Person(field),
        _ => null,
    };

    private static FieldError? Text(FieldCase field)
    {
        var text = field.Value.AsString();
        var rules = field.Component.Validation;
        var most = rules.MaxLength ?? (field.Component.Type == FormComponentType.Textarea ? LongestArea : LongestField);
        var length = text.EnumerateRunes().Count();
        if (length > most) return field.Wrong("forms.maxLength", "max", most);
        if (length < rules.MinLength) return field.Wrong("forms.minLength", "min", rules.MinLength.Value);
        if (rules.Pattern?.IsMatch(text) == false) return new FieldError(field.Path, "forms.patternMismatch", rules.PatternMessage);
        return field.Component.Rules.Format is { } format ? Identifier(field, KindOf(format, field), text) : null;
    }

    private static IdentifierKind? KindOf(FeelOr<string> format, FieldCase field) =>
        format.Evaluate(field.Frame.Context, FeelValue.Of).Value.TryGetString(out var code)
            && IdentifierKinds.TryParse(code, out var kind) ? kind : null;

    /// <summary>While the kind is not chosen yet there is nothing to check against.</summary>
    private static FieldError? Identifier(FieldCase field, IdentifierKind? kind, string text)
    {
        if (kind is null) return null;
        var result = IdentifierCheck.Check(kind.Value, text, field.Scope.Today);
        return result.Error is { } error ? field.Wrong(error.Code) with { Data = error.Data } : null;
    }

    private static FieldError? Number(FieldCase field)
    {
        var number = field.Value.AsNumber();
        if (field.Component.DecimalDigits is { } digits && decimal.Round(number, digits) != number)
        {
            return field.Wrong("forms.decimals", "digits", digits);
        }

        if (Bound(field.Component.Validation.Min, field) is { } least && number < least) return field.Wrong("forms.min", "min", least);
        return Bound(field.Component.Validation.Max, field) is { } most && number > most ? field.Wrong("forms.max", "max", most) : null;
    }

    private static FieldError? Date(FieldCase field, FeelValue value)
    {
        if (!value.TryGetDate(out var date)) return field.Wrong("forms.required");
        if (date.Year is < 1900 or > 2200) return field.Wrong("forms.dateFar");
        var (earliest, latest) = (Day(field.Component.Validation.Earliest, field), Day(field.Component.Validation.Latest, field));
        return date < earliest ? field.Wrong("forms.earliest").With("date", Iso(earliest.Value))
            : date > latest ? field.Wrong("forms.latest").With("date", Iso(latest.Value))
            : null;
    }

    private static FieldError? Range(FieldCase field)
    {
        var (from, to) = (field.Value.AsContext()["from"], field.Value.AsContext()["to"]);
        if (from.IsNull || to.IsNull) return field.Wrong("forms.rangeIncomplete");
        if ((Date(field, from) ?? Date(field, to)) is { } error) return error;
        return from.AsDate() > to.AsDate() ? field.Wrong("forms.rangeOrder") : null;
    }

    private static FieldError? Choice(FieldCase field)
    {
        var offered = field.Options.Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        IEnumerable<FeelValue> chosen = field.Value.TryGetList(out var list) ? list : [field.Value];
        return chosen.All(c => c.TryGetString(out var text) && offered.Contains(text)) ? null : field.Wrong("forms.choice");
    }

    private static FieldError? Person(FieldCase field)
    {
        var person = field.Value.AsContext();
        if (!person["name"].TryGetString(out var name) || !person["idType"].TryGetString(out var type)
            || !person["idNumber"].TryGetString(out var number))
        {
            return field.Wrong("forms.personIncomplete");
        }

        if (name.Length > LongestField) return field.Wrong("forms.maxLength", "max", LongestField);
        return IdentifierKinds.TryParse(type, out var kind) ? Identifier(field, kind, number) : field.Wrong("identifiers.kind").With("kind", type);
    }

    private static FieldError? Count(FieldCase field, int count)
    {
        if (Bound(field.Component.Rules.Min, field) is { } least && count < least) return field.Wrong("forms.tooFew", "min", least);
        return Bound(field.Component.Rules.Max, field) is { } most && count > most ? field.Wrong("forms.tooMany", "max", most) : null;
    }

    /// <summary>A rule that comes out null fails only when all it reads is there; else the missing field itself is asked for.</summary>
    private static bool Holds(FieldCheck check, FieldCase field)
    {
        var value = check.Rule.Evaluate(field.Frame.Context).Value;
        if (value.TryGetBoolean(out var holds)) return holds;
        return check.Rule.References.Any(r => field.Frame.Context.TryGet(Json.Expressions.Root(r), out var read) && read.IsNull);
    }

    private static decimal? Bound(FeelOr<decimal>? bound, FieldCase field) =>
        bound is not null && bound.Evaluate(field.Frame.Context, FeelValue.Of).Value.TryGetNumber(out var number) ? number : null;

    private static DateOnly? Day(FeelOr<FeelValue>? bound, FieldCase field)
    {
        var value = bound?.Evaluate(field.Frame.Context, v => v).Value ?? FeelValue.Null;
        if (value.TryGetDate(out var date)) return date;
        return value.TryGetString(out var text)
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
