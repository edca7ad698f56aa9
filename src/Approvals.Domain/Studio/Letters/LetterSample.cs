using Approvals.Domain.Forms;
using Approvals.Domain.Json;
using Approvals.Domain.Letters;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Studio.Letters;

/// <summary>What the letters of a draft may say, and a made-up case to show them on. The draft need not load as a whole.</summary>
public sealed class LetterSample
{
    private static readonly ImmutableArray<string> OfCase =
        ["case.number", "case.submittedOn", "case.acceptedOn", "case.employer.name", "applicant.name", "applicant.mobile", "service.name", "authority.name", "authority.phone", "authority.address", "today"];

    private static readonly ImmutableArray<string> Given = ["opinion", "due", "latest", "activity", "result", "resultName"];

    private readonly ServiceInfo? _service;
    private readonly ImmutableArray<Form> _forms;
    private readonly ImmutableArray<VariableDefinition> _variables;
    private readonly LetterSampleCase _case;

    private LetterSample(ServiceInfo? service, ImmutableArray<Form> forms, ImmutableArray<VariableDefinition> variables, LetterSampleCase @case) =>
        (_service, _forms, _variables, _case) = (service, forms, variables, @case);

    /// <summary>Reads what can be read of a draft.</summary>
    /// <param name="files">The draft's files.</param>
    /// <param name="texts">The words of the names that every letter has.</param>
    /// <param name="now">The instant of the made-up case.</param>
    /// <param name="today">Its day.</param>
    public static LetterSample Of(DraftFiles files, MessageCatalog texts, DateTimeOffset now, DateOnly today)
    {
        var service = ServiceFile.Read(files.Files);
        var forms = files.Files.Where(f => f.Key.StartsWith("forms/", StringComparison.Ordinal)).Select(f => Form.Read(f.Key, f.Value).Form).OfType<Form>();
        var workflow = files.Files.TryGetValue("workflow.json", out var flow) ? WorkflowDefinition.Read(flow) : new Error("package.file.missing");
        return new LetterSample(
            service, [.. forms.DistinctBy(f => f.Id)], workflow.IsSuccess ? workflow.Value.Variables : [], new LetterSampleCase(texts, now, today));
    }

    /// <summary>Everything that a letter may fill in, with its words.</summary>
    public IEnumerable<LetterName> Names =>
    [
        .. OfCase.Select(n => _case.Name(LetterNameGroup.Case, n)),
        .. Given.Select(n => _case.Name(LetterNameGroup.Given, n)),
        .. _forms.SelectMany(f => f.All.Where(c => c.IsField && c.Path is not null && !c.Path.Contains("[]", StringComparison.Ordinal) && c.Rules.Readers.IsEmpty)
            .Select(c => new LetterName(LetterNameGroup.Field, Member(Member("form", f.Id), c.Path!), c.Label ?? new LocalText(c.Path!, c.Path!)))),
        .. _variables.Select(v => new LetterName(LetterNameGroup.Variable, v.Name, new LocalText(v.Name, v.Name))),
        .. _service?.Terms.Select(t => new LetterName(LetterNameGroup.Term, Member("term", t.Key), t.Value)) ?? [],
        .. (_service?.Settings ?? FeelContext.Empty).Entries.Select(s => new LetterName(LetterNameGroup.Figure, Member("setting", s.Key), new LocalText(s.Key, s.Key))),
    ];

    /// <summary>The values of a made-up case.</summary>
    public FeelContext Context => FeelContext.From(
        _case.Values.Concat(_service?.ToFeel().Entries ?? [])
            .Concat(_variables.Select(v => KeyValuePair.Create(v.Name, v.Default)))
            .Append(KeyValuePair.Create("form", FeelValue.Of(FeelContext.From(_forms.Select(f => KeyValuePair.Create(f.Id, FeelValue.Of(f.ToFeel(_case.Answers(f))))))))));

    /// <summary>The names of a letter that nothing fills in.</summary>
    public ImmutableArray<string> Unknown(Letter letter)
    {
        var context = Context;
        return [.. letter.References.Where(r => !context.TryGet(Expressions.Root(r), out _) || IsNoField(r)).Order(StringComparer.Ordinal)];
    }

    private bool IsNoField(string reference) => reference.Split('.') is ["form", var id, var key, ..]
        && _forms.FirstOrDefault(f => f.Id == id)?.All.Any(c => c.Key == key) != true;

    /// <summary>A member by its name where that is a plain name, else by asking for it.</summary>
    private static string Member(string owner, string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') && !char.IsAsciiDigit(name[0]) ? $"{owner}.{name}" : $"get value({owner}, \"{name}\")";
}
