using Approvals.Domain.Scenarios;

namespace Approvals.Domain.Tests.Scenarios;

public sealed class ScenarioComparisonTests
{
    private static readonly ScenarioRun Run = new()
    {
        Result = "granted",
        State = "Finished",
        Path = ["apply", "accept", "check", "accept", "check", "end"],
        Tasks = [new TaskSeen("accept", "IntakeOfficer", "Closed"), new TaskSeen("check", null, "Open")],
        Due = [new DueSeen("accept", new DateOnly(2026, 3, 10))],
        Decisions = [new DecisionSeen("grading", "pass", [2], ["4"])],
        Letters = ["slip", "decision"],
        Entitlements = [new EntitlementSeen("card", "D", new DateOnly(2031, 3, 24), ["b", "a"])],
        Incidents = [],
    };

    [Fact]
    public void Compare_NothingExpected_FindsNothing() => Assert.Empty(ScenarioComparison.Compare(new ScenarioExpectation(), Run));

    [Fact]
    public void Compare_AllAsExpected_FindsNothing() => Assert.Empty(ScenarioComparison.Compare(
        new ScenarioExpectation
        {
            Result = "granted", State = "Finished", Path = ["apply", "…", "check", "end"], Tasks = [new TaskSeen("check", State: "Open")], Due = Run.Due,
            Decisions = [new DecisionSeen("grading", Rules: [2])], Letters = Run.Letters, Entitlements = [new EntitlementSeen("card", Items: ["a", "b"])], Incidents = 0,
        },
        Run));

    [Theory]
    [InlineData("apply,…,end", true)]
    [InlineData("…", true)]
    [InlineData("apply,…,accept,check,end", true)]
    [InlineData("…,check,…,check,…", true)]
    [InlineData("…,check,…,check,…,check,…", false)]
    [InlineData("apply,accept,check,accept,check,end", true)]
    [InlineData("apply,accept,check", false)]
    [InlineData("accept,…", false)]
    [InlineData("apply,…,accept", false)]
    public void Compare_Path_FitsItsPattern(string path, bool fits) =>
        Assert.Equal(fits, ScenarioComparison.Compare(new ScenarioExpectation { Path = [.. path.Split(',')] }, Run).IsEmpty);

    [Fact]
    public void Compare_Differences_AreTold()
    {
        var texts = MessageCatalog.Load(typeof(Scenario).Assembly);
        var differences = ScenarioComparison.Compare(
            new ScenarioExpectation
            {
                Result = "refused", Due = [new DueSeen("accept", new DateOnly(2026, 3, 9))], Decisions = [new DecisionSeen("grading", "fail", [7])],
                Tasks = [new TaskSeen("vote")], Letters = ["slip"], Entitlements = [], Incidents = 1,
            },
            Run);

        Assert.Equal(
            [
                "The result should be “refused” but is “granted”",
                "There should be a task vote; there is –",
                "The due date should be accept 2026-03-09 but is accept 2026-03-10",
                "The decision should be grading fail #7 but is grading pass #2 4",
                "The letters should be slip but are slip; decision",
                "The entitlement should be – but is card D 2031-03-24 [b, a]",
                "There should be 1 incidents but there are 0",
            ],
            differences.Select(d => texts.Format(d, "en")));
    }

    [Fact]
    public void Compare_SameGrantTwice_IsADifference() => Assert.Single(ScenarioComparison.Compare(
        new ScenarioExpectation { Entitlements = [new EntitlementSeen("card"), new EntitlementSeen("card")] }, Run));
}
