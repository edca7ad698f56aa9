using System.Text;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Forms;

/// <summary>Forms and scopes for tests.</summary>
internal static class Samples
{
    internal static FormScope Scope { get; } = new()
    {
        Now = new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8)),
        Today = new DateOnly(2026, 6, 1),
        Applicant = FeelContext.Of(("name", FeelValue.Of("李试例"))),
    };

    /// <summary>A form of the given components.</summary>
    internal static Form Form(string components)
    {
        var load = Load(components);
        Assert.Empty(load.Problems);
        return load.Form!;
    }

    internal static FormLoad Load(string components) =>
        Approvals.Domain.Forms.Form.Read("forms/f.json", Encoding.UTF8.GetBytes($$"""{ "id": "f", "components": [ {{components}} ] }"""));

    internal static FormState Evaluate(Form form, string answers, FormScope? scope = null) =>
        FormEvaluator.Evaluate(form, FormData.Read(form, answers), scope ?? Scope);

    /// <summary>Errors as "path code".</summary>
    internal static string[] Errors(Form form, string answers, FormScope? scope = null) =>
        [.. Evaluate(form, answers, scope).Errors.Select(e => $"{e.Path} {(e.Code.Length > 0 ? e.Code : e.Message!.En)}")];

    internal static FormData Data(Form form, string answers)
    {
        var reading = FormData.Read(form, answers);
        Assert.Empty(reading.Errors);
        return reading.Data;
    }
}
