using Approvals.Decisions;
using Approvals.Domain.Forms;
using Approvals.Domain.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Studio.Conditions;

/// <summary>
/// What an expression may read at a place of a draft, as far as its files can be read: a form's own fields in a form, the inputs of a
/// decision in it, and everywhere else all forms by their ids, the flow's variables and the service's settings.
/// </summary>
public static class ExpressionNames
{
    private static readonly (string Path, string Type, LocalText Label)[] OfCase =
    [
        ("case.number", "string", new("办件编号", "Case number")), ("case.service", "string", new("事项", "Service")),
        ("case.region", "string", new("地区", "Region")), ("case.county", "string", new("县（市、区）", "County")), ("case.city", "string", new("市（州）", "City")),
        ("case.province", "string", new("省", "Province")), ("case.submittedOn", "date", new("提交日期", "Day of submission")),
        ("case.acceptedOn", "date", new("受理日期", "Day of acceptance")), ("case.employer.uscc", "string", new("单位统一社会信用代码", "Employer's credit code")),
        ("case.employer.name", "string", new("单位名称", "Employer's name")),
    ];

    private static readonly (string Path, string Type, LocalText Label)[] OfApplicant =
    [
        ("applicant.name", "string", new("申请人姓名", "Applicant's name")), ("applicant.birthDate", "date", new("申请人出生日期", "Applicant's birth date")),
        ("applicant.age", "number", new("申请人年龄", "Applicant's age")), ("applicant.entitlements", "list<Any>", new("申请人的证卡", "Applicant's entitlements")),
        ("applicant.cases", "list<Any>", new("申请人的办件", "Applicant's cases")), ("applicant.presence", "context", new("申请人居住情况", "Applicant's presence")),
        ("applicant.bookings", "list<Any>", new("申请人的预约", "Applicant's bookings")),
    ];

    /// <summary>The names at a place.</summary>
    /// <param name="files">The draft's files.</param>
    /// <param name="shared">The shared files that it is checked with.</param>
    /// <param name="file">The file in which the expression stands.</param>
    /// <param name="place">In a decision file the decision; elsewhere it does not matter.</param>
    public static ImmutableArray<ExpressionName> Of(DraftFiles files, DraftFiles shared, string file, string? place)
    {
        var dictionaries = Dictionaries(shared).Concat(Dictionaries(files)).GroupBy(d => d.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
        if (file.EndsWith(".dmn", StringComparison.Ordinal))
        {
            return [.. OfDecision(files, file, place ?? "")];
        }

        var always = Always();
        if (file.StartsWith("forms/", StringComparison.Ordinal))
        {
            return [.. Forms(files).Where(form => form.File == file).SelectMany(form => Fields(form.Form, "", dictionaries).Concat(RowFields(form.Form, dictionaries)).DistinctBy(name => name.Path)), .. always, .. Settings(files)];
        }

        return [.. Forms(files).SelectMany(form => Fields(form.Form, $"form.{form.Form.Id}.", dictionaries)), .. Variables(files, file), .. always, .. Settings(files)];
    }

    private static IEnumerable<ExpressionName> Always() =>
    [
        new("today", "date", new LocalText("今天", "Today")), new("now", "date and time", new LocalText("现在", "Now")),
        .. OfCase.Concat(OfApplicant).Select(name => new ExpressionName(name.Path, name.Type, name.Label)),
    ];

    private static IEnumerable<(string File, Form Form)> Forms(DraftFiles files) => files.Files
        .Where(file => file.Key.StartsWith("forms/", StringComparison.Ordinal) && file.Key.EndsWith(".json", StringComparison.Ordinal))
        .Select(file => (file.Key, Form: Form.Read(file.Key, file.Value).Form)).Where(read => read.Form is not null).Select(read => (read.Key, read.Form!));

    private static IEnumerable<ExpressionName> Fields(Form form, string prefix, Dictionary<string, NamedOptions> dictionaries) => form.Fields
        .Where(field => !field.Key.Contains('[', StringComparison.Ordinal))
        .Select(field => Named(prefix + field.Key, form, field.Value, dictionaries));

    /// <summary>In a row its own keys stand beside the form's.</summary>
    private static IEnumerable<ExpressionName> RowFields(Form form, Dictionary<string, NamedOptions> dictionaries) => form.Fields
        .Where(field => field.Key.Contains('[', StringComparison.Ordinal))
        .Select(field => Named(field.Key[(field.Key.LastIndexOf("].", StringComparison.Ordinal) + 2)..], form, field.Value, dictionaries));

    private static ExpressionName Named(string path, Form form, FormComponent field, Dictionary<string, NamedOptions> dictionaries) => new(path, TypeOf(field), field.Label)
    {
        Form = form.Title,
        Options = field.Rules.List is { } list && dictionaries.TryGetValue(list, out var named) ? named.Options : field.Options,
    };

    private static string TypeOf(FormComponent field) => field.Type switch
    {
        FormComponentType.Number => "number",
        FormComponentType.Textfield or FormComponentType.Textarea or FormComponentType.Radio or FormComponentType.Select => "string",
        FormComponentType.Checkbox or FormComponentType.Consent => "boolean",
        FormComponentType.Checklist => "list<string>",
        FormComponentType.Date => "date",
        FormComponentType.Dynamiclist or FormComponentType.Filepicker => "list<Any>",
        _ => "Any",
    };

    private static IEnumerable<ExpressionName> Variables(DraftFiles files, string file)
    {
        var flow = files.Files.ContainsKey(file) && (file == "workflow.json" || file.StartsWith("flows/", StringComparison.Ordinal)) ? file : "workflow.json";
        if (files.Read(flow) is not { IsSuccess: true } content || WorkflowDefinition.Read(content.Value) is not { IsSuccess: true } read)
        {
            return [];
        }

        return read.Value.Variables.Select(variable => new ExpressionName(variable.Name, TypeOf(variable), null))
            .Concat(read.Value.Inputs.Select(input => new ExpressionName(input, "Any", null)));
    }

    private static string TypeOf(VariableDefinition variable)
    {
        var plain = variable.Raw.TryGetProperty("typeName", out var type) && type.GetString() is { } name ? name.Split(',')[0].Split('.')[^1] switch
        {
            "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => "number",
            "String" => "string",
            "Boolean" => "boolean",
            _ => "Any",
        }
        : "Any";
        return variable.Raw.TryGetProperty("isArray", out var array) && array.ValueKind == System.Text.Json.JsonValueKind.True ? $"list<{plain}>" : plain;
    }

    private static IEnumerable<ExpressionName> OfDecision(DraftFiles files, string file, string decision) =>
        files.Read(file) is { IsSuccess: true } content && DecisionDocument.Read(content.Value) is { IsSuccess: true } document
            ? document.Value.Required(decision).Select(name => new ExpressionName(name.Name, name.Type ?? "Any", name.Label is { } label ? new LocalText(label, label) : null))
            : [];

    private static IEnumerable<ExpressionName> Settings(DraftFiles files) =>
        files.Read("service.json") is { IsSuccess: true } content && new JsonFile("service.json").Read(content.Value, ServiceInfoReader.Read) is { } service
            ? service.Settings.Entries.Select(entry => new ExpressionName($"setting.{entry.Key}", TypeOf(entry.Value), null))
            : [];

    private static string TypeOf(FeelValue value) => value.Kind switch
    {
        FeelKind.Number => "number",
        FeelKind.String => "string",
        FeelKind.Boolean => "boolean",
        FeelKind.Date => "date",
        _ => "Any",
    };

    private static IEnumerable<KeyValuePair<string, NamedOptions>> Dictionaries(DraftFiles files) => files.Files
        .Where(file => file.Key.StartsWith("dictionaries/", StringComparison.Ordinal) && file.Key.EndsWith(".json", StringComparison.Ordinal))
        .Select(file => (Name: file.Key["dictionaries/".Length..^".json".Length], Options: new JsonFile(file.Key).Read(file.Value, DictionaryReader.Read)))
        .Where(read => read.Options is not null).Select(read => KeyValuePair.Create(read.Name, read.Options!));
}
