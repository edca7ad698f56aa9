using System.Collections.Immutable;
using Approvals.Domain.Calendars;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Approvals.Domain.Scenarios;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Packages;

/// <summary>What people enter in scenarios passes the forms: a scenario must not fail for a slip of the pen.</summary>
public sealed class ShippedAnswersTests
{
    private const string Invalid = "forms.invalid";

    public static TheoryData<string> Services => [.. PackageFolders.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void Answers_OfEveryScenario_AreValid(string service)
    {
        var all = string.Join('\n', Wrong(service, act => act.Refused != Invalid).Select(w => $"{w.Place} {w.Code}"));

        Assert.True(all.Length == 0, all);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Answers_OfActsThatAreRefusedAsInvalid_AreInvalid(string service)
    {
        var refused = Load(service).Scenarios.SelectMany(s => s.Acts.OfType<PersonAct>()).Count(a => a.Refused == Invalid);

        Assert.Equal(refused, Wrong(service, act => act.Refused == Invalid).Select(w => w.Act).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    private static IEnumerable<(PersonAct Act, string Place, string Code)> Wrong(string service, Func<PersonAct, bool> which)
    {
        var package = Load(service);
        return
            from scenario in package.Scenarios
            from act in scenario.Acts.OfType<PersonAct>()
            where act.Form is not null && which(act) && FormOf(package, act) is not null
            let form = package.Forms[FormOf(package, act)!]
            from error in FormEvaluator.Submit(form, act.Form!.Value, Scope(package, scenario, act)) is { IsSuccess: false } bad ? bad.Error.Fields : []
            where form.FieldAt(error.Path)?.Type != FormComponentType.Filepicker
            select (act, $"{scenario.File}: {form.Id}.{error.Path}", error.Code);
    }

    private static ServicePackage Load(string service) => ServicePackage.Load(PackageFolders.Files(service), PackageFolders.Files("_shared")).Package!;

    /// <summary>The form that an act fills in; what answers an offer or a booking fills in none.</summary>
    private static string? FormOf(ServicePackage package, PersonAct act)
    {
        var filling = package.Workflow.Activities.First(a => a.Type == "Approvals.Fill");
        var named = act.Activity is { } id ? package.Activity(id) : null;
        var activity = act.Act == "submit" && named?.Type != filling.Type ? filling : named;
        return activity?.Property("form")?.GetProperty("expression").GetProperty("value").GetString();
    }

    private static FormScope Scope(ServicePackage package, Scenario scenario, PersonAct act)
    {
        var now = act.At ?? scenario.Start;
        var today = DateOnly.FromDateTime(now.DateTime);
        return new FormScope
        {
            Now = now, Today = today, Case = FeelContext.Of(("workdays", FeelValue.Of(Workdays(today)))),
            Lists = package.Dictionaries.ToImmutableDictionary()
                .Add("hospitals", [.. scenario.People.Values.Select(p => p.Organisation).OfType<string>().Distinct().Select(Option)])
                .Add("family", [.. scenario.Facts.GetValueOrDefault("relations", FeelContext.Empty).Entries.SelectMany(e => e.Value.AsList())
                    .Select(r => r.AsContext()["id"]).Where(id => !id.IsNull).Select(id => Option(id.AsString()))]),
        };
    }

    private static FormOption Option(string value) => new(value, new LocalText(value, value));

    private static IEnumerable<FeelValue> Workdays(DateOnly today)
    {
        var calendar = WorkingCalendar.Of([]);
        for (var (i, day) = (0, today); i < 30; i++)
        {
            yield return FeelValue.Of(day = calendar.NextWorkday(day));
        }
    }
}
