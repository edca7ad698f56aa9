using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class ReviewTests
{
    [Fact]
    public void Step_ApprovedByOneOfAQueue_GoesOnAndFinishes()
    {
        var @case = new CaseDriver(Simple().Build()) { Form = FeelForm("""{ "f": { "months": 4 } }""") };

        @case.Start().Complete("review", "u-Reviewer", "Approved");

        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
        Assert.Equal("granted", @case.State.Result);
        Assert.Equal(["apply", "review", "enough", "yes", "flow"], @case.Path);
        Assert.Equal("letter-granted", @case.Effect<SendLetter>().Letter);
        Assert.Equal("granted", @case.Effect<FinishCase>().Result);
    }

    internal static Feel.FeelContext FeelForm(string json) => Feel.FeelJson.Parse(json).AsContext();

    internal static FlowBuilder Simple() => new FlowBuilder()
        .Add("apply", "Fill", ("form", Literal("f")))
        .Add("review", "Review", ("participants", Role("Reviewer")), ("limit", Limit(5)), ("allowed", Json("""["transfer"]""")), ("returnTo", Json("""["apply", "applicant"]""")))
        .Add("enough", "Elsa.FlowDecision", ("condition", Formula("form.f.months >= 4")))
        .End("yes", "granted").End("no", "refused")
        .Connect("apply>review", "review:Approved>enough", "review:Rejected>no", "enough:True>yes", "enough:False>no");
}
