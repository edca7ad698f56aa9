using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Domain.Calendars;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What a scenario came to.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Run">What was seen.</param>
/// <param name="Failures">Every act that went otherwise and every difference to what was expected; none when it passed.</param>
/// <param name="Steps">The case's events, stepped again.</param>
public sealed record ScenarioOutcome(Scenario Scenario, ScenarioRun Run, ImmutableArray<Error> Failures, ImmutableArray<ReplayCase.ReplayedStep> Steps)
{
    /// <summary>Whether all was as expected.</summary>
    public bool Passed => Failures.IsEmpty;
}

/// <summary>Plays scenarios on the real application and compares.</summary>
public static class ScenarioRunner
{
    /// <summary>Plays one scenario of a service on a database of its own.</summary>
    public static async Task<ScenarioOutcome> RunAsync(
        SimulationTemplate template, string service, Scenario scenario, CancellationToken cancellationToken = default)
    {
        await using var simulator = await template.StartAsync(scenario.Start, cancellationToken);
        var stage = new Stage(simulator, await Cast.MakeAsync(simulator, scenario, service), service);
        var failed = await PlayAsync(stage, scenario, cancellationToken);
        var (run, steps, replay) = await Observation.OfAsync(stage);
        ImmutableArray<Error> failures = failed is not null ? [failed] : ScenarioComparison.Compare(scenario.Expect, run);
        return new ScenarioOutcome(scenario, run, replay is null ? failures : failures.Add(replay), steps);
    }

    /// <summary>Does what the people of a scenario do; why one act failed, or null.</summary>
    internal static async Task<Error?> PlayAsync(Stage stage, Scenario scenario, CancellationToken cancellationToken)
    {
        foreach (var (act, number) in scenario.Acts.Select((a, i) => (a, i + 1)))
        {
            switch (act)
            {
                case AdvanceClock advance:
                    await stage.Simulator.AdvanceToAsync(Target(stage, advance), cancellationToken);
                    break;
                case PersonAct person:
                    await stage.Simulator.AdvanceToAsync(person.At ?? stage.Simulator.Now, cancellationToken);
                    if (Judge(person, await ActAsync(stage, person)) is { } failure)
                    {
                        return failure.With("act", $"{number}").With("name", person.Act).With("activity", person.Activity ?? "–").With("by", person.By ?? "–");
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>An act fails when it is refused unexpectedly, or not refused as stated.</summary>
    private static Error? Judge(PersonAct act, Error? refused)
    {
        if (refused?.Code == act.Refused)
        {
            return null;
        }

        return refused is null
            ? new Error("simulation.notRefused", ErrorKind.Conflict).With("expected", act.Refused!)
            : new Error("simulation.refused", ErrorKind.Conflict).With("code", refused.Code).With("why", Why(refused));
    }

    private static string Why(Error refused)
    {
        var fields = refused.Fields.Select(f => $"{f.Path}: {f.Message?.Zh ?? SimulatedPlatform.Texts.Format(f.Code, f.Data, null)}");
        return string.Join("; ", fields.Prepend(SimulatedPlatform.Texts.Format(refused, null)));
    }

    private static DateTimeOffset Target(Stage stage, AdvanceClock advance)
    {
        if (advance is { To: { } to })
        {
            return to;
        }

        var calendar = stage.Simulator.Services.GetRequiredService<CalendarInForce>().Current;
        var (limit, now) = (advance.By!, stage.Simulator.Now);
        return limit.Unit switch
        {
            LimitUnit.WorkingDays => SameTimeOn(calendar, calendar.AddWorkingDays(calendar.DayOf(now), limit.Length), now),
            LimitUnit.Days => now.AddDays(limit.Length),
            LimitUnit.Hours => now.AddHours(limit.Length),
            LimitUnit.Minutes => now.AddMinutes(limit.Length),
            _ => now.AddSeconds(limit.Length),
        };
    }

    private static DateTimeOffset SameTimeOn(WorkingCalendar calendar, DateOnly day, DateTimeOffset now) =>
        calendar.StartOf(day) + (now - calendar.StartOf(calendar.DayOf(now)));

    /// <summary>Does one act; the error with which it was refused, or null.</summary>
    internal static async Task<Error?> ActAsync(Stage stage, PersonAct act)
    {
        var (applicant, office) = (new ApplicantActs(stage), new OfficeActs(stage));
        if (new PanelActs(stage, office).Find(act) is { } ofPanel)
        {
            return await ofPanel;
        }

        if (new DutyActs(stage).Find(act) is { } ofDuty)
        {
            return await ofDuty;
        }

        var user = await stage.UserAsync(act.By!);
        return await (new AllotmentActs(stage).Find(act, user) ?? act.Act switch
        {
            "submit" => applicant.SubmitAsync(act, user),
            "state" => applicant.StateAsync(act, user),
            "supply" => applicant.SupplyAsync(act, user),
            "withdraw" => applicant.WithdrawAsync(act, user),
            "return" => office.ReturnAsync(act, user),
            "correct" => office.CorrectAsync(act, user),
            "transfer" => office.TransferAsync(act, user),
            "recuse" => office.RecuseAsync(act, user),
            "claim" => office.ClaimAsync(act, user),
            "release" => office.ReleaseAsync(act, user),
            "object" => office.ObjectAsync(act, user),
            "rule" => office.RuleAsync(act, user),
            _ => new JoinActs(stage).Find(act, user, office) ?? office.DecideAsync(act, user),
        });
    }
}
