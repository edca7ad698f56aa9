using Approvals.Domain.Forms;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Studio.Letters;

/// <summary>A case that nobody filed: every value shows its own name.</summary>
internal sealed class LetterSampleCase(MessageCatalog texts, DateTimeOffset now, DateOnly today)
{
    private static readonly ImmutableArray<string> Empty = ["fields", "documents", "task", "reason", "decision", "entitlement", "notice", "objection", "language"];

    /// <summary>The values that every letter has.</summary>
    internal IEnumerable<KeyValuePair<string, FeelValue>> Values =>
    [
        KeyValuePair.Create("case", FeelValue.Of(FeelContext.Of(
            ("number", Shown("case.number")), ("submittedOn", FeelValue.Of(today)), ("acceptedOn", FeelValue.Of(today)),
            ("employer", FeelValue.Of(FeelContext.Of(("name", Shown("case.employer.name")))))))),
        KeyValuePair.Create("applicant", FeelValue.Of(FeelContext.Of(("name", Shown("applicant.name")), ("mobile", Shown("applicant.mobile"))))),
        KeyValuePair.Create("today", FeelValue.Of(today)),
        KeyValuePair.Create("now", FeelValue.Of(now)),
        KeyValuePair.Create("due", FeelValue.Of(today.AddDays(14))),
        KeyValuePair.Create("latest", FeelValue.Of(today.AddDays(28))),
        KeyValuePair.Create("opinion", Shown("opinion")),
        KeyValuePair.Create("activity", Shown("activity")),
        KeyValuePair.Create("result", FeelValue.Of("granted")),
        KeyValuePair.Create("resultName", Shown("resultName")),
        .. Empty.Select(n => KeyValuePair.Create(n, FeelValue.Null)),
    ];

    internal LetterName Name(LetterNameGroup group, string name) => new(group, name, Words(name));

    /// <summary>Answers that show the labels of their fields; choices are the first, so that conditions have something to go by.</summary>
    internal FormData Answers(Form form) => new(Answers(form.Components));

    private FeelContext Answers(ImmutableArray<FormComponent> components) => FeelContext.From(
        components.SelectMany(c => c.Path is null ? [.. c.Components] : ImmutableArray.Create(c)).Where(c => c.Key is not null).DistinctBy(c => c.Key)
            .Select(c => KeyValuePair.Create(c.Key!, Answer(c))));

    private FeelValue Answer(FormComponent component) => component.Type switch
    {
        FormComponentType.Number => FeelValue.Of(1),
        FormComponentType.Checkbox or FormComponentType.Consent => FeelValue.True,
        FormComponentType.Date => FeelValue.Of(today),
        FormComponentType.Daterange => FeelValue.Of(FeelContext.Of(("from", FeelValue.Of(today)), ("to", FeelValue.Of(today.AddYears(1))))),
        FormComponentType.Group => FeelValue.Of(Answers(component.Components)),
        FormComponentType.Dynamiclist => FeelValue.Of(FeelList.From([FeelValue.Of(Answers(component.Components))])),
        FormComponentType.Checklist when !component.Options.IsEmpty => FeelValue.Of(FeelList.From([FeelValue.Of(component.Options[0].Value)])),
        FormComponentType.Select or FormComponentType.Radio when !component.Options.IsEmpty => FeelValue.Of(component.Options[0].Value),
        FormComponentType.Person => FeelValue.Of(FeelContext.Of(("name", Shown(component)), ("idType", FeelValue.Null), ("idNumber", FeelValue.Null))),
        FormComponentType.Filepicker or FormComponentType.Checklist => FeelValue.Of(FeelList.Empty),
        _ => Shown(component),
    };

    private static FeelValue Shown(FormComponent component) => Shown(component.Label ?? new LocalText(component.Key!, component.Key!));

    private FeelValue Shown(string name) => Shown(Words(name));

    private static FeelValue Shown(LocalText label) => ServiceFacts.Text(new LocalText($"〔{label.Zh}〕", $"‹{label.En}›"));

    private LocalText Words(string name) => texts.Texts.GetValueOrDefault($"studio.letter.{name}") ?? new LocalText(name, name);
}
