using Approvals.Domain.Scenarios;

namespace Approvals.Domain.Packages.Checks;

/// <summary>What a scenario names must be there: people, activities, letters.</summary>
internal static class ScenarioCheck
{
    internal static IEnumerable<PackageProblem> Run(ServicePackage package) => package.Scenarios.SelectMany(s => Run(package, s)).ToList();

    private static IEnumerable<PackageProblem> Run(ServicePackage package, Scenario scenario)
    {
        var acts = scenario.Acts.OfType<PersonAct>().ToList();
        var path = (scenario.Expect.Path ?? []).Where(a => a != Scenario.Anything);
        var activities = acts.Select(a => a.Activity).OfType<string>().Concat(path).Concat(scenario.Expect.Due?.Select(d => d.Activity) ?? [])
            .Concat(scenario.Expect.Tasks?.Select(t => t.Activity) ?? []);
        var people = acts.Select(a => a.By).OfType<string>().Concat(acts.SelectMany(a => a.Ballots.Keys));
        return
        [
            .. activities.Where(a => package.Activity(a) is null).Distinct().Select(a => Wrong(scenario, "package.activity.unknown", "activity", a)),
            .. people.Where(p => !scenario.People.ContainsKey(p) && p is not ("citizen" or "system")).Distinct()
                .Select(p => Wrong(scenario, "scenarios.person", "person", p)),
            .. (scenario.Expect.Letters ?? []).Where(l => !package.Letters.ContainsKey(l))
                .Select(l => Wrong(scenario, "package.letter.unknown", "letter", l)),
        ];
    }

    private static PackageProblem Wrong(Scenario scenario, string code, string name, string value) =>
        new PackageProblem(scenario.File, code).With(name, value);
}
