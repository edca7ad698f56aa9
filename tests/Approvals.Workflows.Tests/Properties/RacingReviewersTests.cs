using FsCheck;
using FsCheck.Fluent;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>
/// Two reviews side by side, three people in each, everybody acting on a page that may be some steps old. A model of a few lines
/// says after each act who may still act and what came out; the join behind both completes once.
/// </summary>
public sealed class RacingReviewersTests
{
    private static readonly string[] Modes = ["AnyOf", "AllOf", "InSequence", "Quota"];
    private static readonly string[] Left = ["a", "b", "c"];
    private static readonly string[] Right = ["d", "e", "f"];

    private static Arbitrary<int[]> Choices => Gen.Choose(0, 999_999).ArrayOf().ToArbitrary();

    [Fact]
    public void AnyInterleaving_IsWhatTheModelSays() => Prop.ForAll(
            Gen.Choose(0, Modes.Length * Modes.Length - 1).ToArbitrary(), Choices, (modes, acts) => Agrees(Modes[modes / Modes.Length], Modes[modes % Modes.Length], acts))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithStartSize(5).WithEndSize(40));

    /// <summary>Two people decide on the same page: the second one's event is taken exactly when it would have been without the first.</summary>
    [Theory]
    [InlineData("AnyOf", false)]
    [InlineData("AllOf", true)]
    [InlineData("Quota", true)]
    public void TwoOnOnePage_SecondCounts_WhereTheModeLetsBothSpeak(string mode, bool counts)
    {
        var @case = new CaseDriver(Flow(mode, "AnyOf")).Start(withSubmission: false);
        var (first, second) = (TaskOf(@case.State, "a")!, TaskOf(@case.State, "b")!);
        @case.Send(new TaskCompleted(first, CaseDriver.By("a"), "Approved"));

        Assert.Equal(counts, @case.Step(new TaskCompleted(second, CaseDriver.By("b"), "Approved")) is Stepped);
    }

    private static bool Agrees(string left, string right, int[] acts)
    {
        var @case = new CaseDriver(Flow(left, right)).Start(withSubmission: false);
        var models = new Dictionary<string, ReviewModel> { ["left"] = new(left, Left), ["right"] = new(right, Right) };
        List<WorkflowState> pages = [@case.State];
        foreach (var act in acts.Concat(Enumerable.Range(0, 60).Select(i => (i * 10) + 7))) // in the end everybody approves what is open
        {
            var page = pages[Math.Max(0, pages.Count - 1 - (act / 1_000 % 4))];
            var person = "abcdef"[act / 10 % 6].ToString();
            if (TaskOf(page, person) is not { } task)
            {
                continue; // nothing to click on
            }

            var (approves, model) = (act % 10 > 2, models[Left.Contains(person) ? "left" : "right"]);
            var @event = new TaskCompleted(task, CaseDriver.By(person), approves ? "Approved" : "Rejected");
            var taken = @case.Step(@event) is Stepped;
            Assert.Equal(model.Act(person, approves), taken);
            if (taken)
            {
                @case.Send(@event);
                pages.Add(@case.State);
            }

            Same(@case, models);
        }

        return @case.State.Result == "granted";
    }

    private static void Same(CaseDriver @case, Dictionary<string, ReviewModel> models)
    {
        var finished = models.Values.All(m => m.Outcome is not null);
        Assert.Equal(finished, @case.State.Status == WorkflowStatus.Finished);
        Assert.Equal(finished ? 1 : 0, @case.Path.Count(a => a == "join"));
        Assert.Equal(models.Values.SelectMany(m => m.Open).Order(), Left.Concat(Right).Where(p => TaskOf(@case.State, p) is not null));
        Assert.All(models, m => Assert.Equal(m.Value.Outcome, @case.State.Rounds[m.Key].Outcome));
    }

    private static string? TaskOf(WorkflowState state, string person) => state.Tasks.FirstOrDefault(t => t.Candidates.Contains(Candidate.OfUser(person)))?.Id;

    private static WorkflowDefinition Flow(string left, string right) => new FlowBuilder().Add("fork", "Elsa.FlowNode")
        .Add("left", Review("left", left, Left)).Add("right", Review("right", right, Right)).Add("leftDone", "Elsa.FlowNode").Add("rightDone", "Elsa.FlowNode")
        .Merge("join", "Converge").End("yes", "granted").Connect("fork>left", "fork>right", "left:Approved>leftDone", "left:Rejected>leftDone",
            "right:Approved>rightDone", "right:Rejected>rightDone", "leftDone>join", "rightDone>join", "join>yes").Build();

    private static System.Text.Json.Nodes.JsonObject Review(string id, string mode, string[] people) => Activity(
        id, "Approvals.Review", ("participants", Users(people)), ("mode", Literal(mode)), ("quota", Literal(ReviewModel.Quota)), ("allowSuccessive", Literal(true)));
}
