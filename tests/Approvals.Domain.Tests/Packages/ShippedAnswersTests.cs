using System.Collections.Immutable;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Approvals.Domain.Scenarios;

namespace Approvals.Domain.Tests.Packages;

/// <summary>What people enter in scenarios passes the forms: a scenario must not fail for a slip of the pen.</summary>
public sealed class ShippedAnswersTests
{
    public static TheoryData<string> Services => [.. PackageFolders.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void Answers_OfEveryScenario_AreValid(string service)
    {
        var package = ServicePackage.Load(PackageFolders.Files(service), PackageFolders.Files("_shared")).Package!;
        var wrong =
            from scenario in package.Scenarios
            from act in scenario.Acts.OfType<PersonAct>()
            where act.Form is not null
            let form = package.Forms[FormOf(package, act)]
            from error in FormEvaluator.Submit(form, act.Form!.Value, Scope(package, scenario, act)) is { IsSuccess: false } bad ? bad.Error.Fields : []
            where form.FieldAt(error.Path)?.Type != FormComponentType.Filepicker
            select $"{scenario.File}: {form.Id}.{error.Path} {error.Code}";

        var all = string.Join('\n', wrong);
        Assert.True(all.Length == 0, all);
    }

    private static string FormOf(ServicePackage package, PersonAct act)
    {
        var filling = package.Workflow.Activities.First(a => a.Type == "Approvals.Fill");
        var activity = act.Act == "submit" ? filling : package.Activity(act.Activity!)!;
        return activity.Property("form")!.Value.GetProperty("expression").GetProperty("value").GetString()!;
    }

    private static FormScope Scope(ServicePackage package, Scenario scenario, PersonAct act)
    {
        var now = act.At ?? scenario.Start;
        return new FormScope { Now = now, Today = DateOnly.FromDateTime(now.DateTime), Lists = package.Dictionaries.ToImmutableDictionary() };
    }
}
