using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class TimeoutWordTests
{
    [Theory]
    [InlineData("remind", false)]
    [InlineData("escalate", false)]
    [InlineData("outcome", false)]
    [InlineData("shout", true)]
    public void Check_OfATimeoutsAct_RefusesAWordThatDoesNothing_NamingTheActivity(string act, bool refused)
    {
        var flow = new FlowBuilder().Add("review", "Review", ("participants", Users("a")), ("limit", Limit(1)), ("onTimeout", Json($$"""{ "act": "{{act}}" }""")))
            .End("end", "granted").Connect("review:Approved>end", "review:Rejected>end", "review:TimedOut>end");

        var problems = flow.Build().Check().Where(p => p.Code == "workflow.check.unknownTimeoutAct").Select(p => (p.Activity, p.Severity, p.Data["act"]));

        Assert.Equal(refused ? [("review", Severity.Error, act)] : Array.Empty<(string?, Severity, string)>(), problems);
    }
}
