using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Rows;

namespace Approvals.Application.Tests.Rights;

public sealed class TaskRightsTests
{
    private const string City = "/220000/220100/";

    [Theory]
    [InlineData("/220000/220100/220102/", true)]
    [InlineData("/220000/220100/220104/", false)]
    [InlineData(City, false)]
    [InlineData("/220000/", false)]
    public void IsCandidate_OfAQueue_NeedsExactlyItsOffice(string region, bool offered) =>
        Assert.Equal(offered, TaskRights.IsCandidate(People.With(Roles.Reviewer, region), Queued(CandidateKey.Role(Roles.Reviewer, CaseRows.County))));

    [Fact]
    public void IsCandidate_WithAnotherRoleThere_IsNot() =>
        Assert.False(TaskRights.IsCandidate(People.With(Roles.IntakeOfficer, CaseRows.CountyPath), Queued(CandidateKey.Role(Roles.Reviewer, CaseRows.County))));

    [Fact]
    public void IsCandidate_OfAQueueOfAKindOfOrganisation_NeedsThatKind()
    {
        var task = Queued(CandidateKey.Role(Roles.Reviewer, "220100", "hr"));

        Assert.True(TaskRights.IsCandidate(People.With(Roles.Reviewer, City, Guid.NewGuid(), kind: "hr"), task));
        Assert.False(TaskRights.IsCandidate(People.With(Roles.Reviewer, City, Guid.NewGuid(), kind: "science"), task));
        Assert.False(TaskRights.IsCandidate(People.With(Roles.Reviewer, City), task));
    }

    [Fact]
    public void IsCandidate_OfAnEmployersTask_NeedsItsAgentWhereverTheyAre()
    {
        var employer = Guid.NewGuid();
        var task = Queued(CandidateKey.Role(Roles.EmployerAgent, null, organisation: employer));

        Assert.True(TaskRights.IsCandidate(People.With(Roles.EmployerAgent, City, employer, kind: "employer"), task));
        Assert.False(TaskRights.IsCandidate(People.With(Roles.EmployerAgent, City, Guid.NewGuid(), kind: "employer"), task));
        Assert.False(TaskRights.IsCandidate(People.With(Roles.EmployerAgent, City), task));
    }

    [Theory]
    [InlineData(CaseRows.Service, true)]
    [InlineData("another", false)]
    public void IsCandidate_ByAnAssignmentToAService_IsForThatServiceOnly(string service, bool offered) =>
        Assert.Equal(offered, TaskRights.IsCandidate(
            People.With(Roles.Reviewer, City, service: service), Queued(CandidateKey.Role(Roles.Reviewer, "220100"))));

    [Fact]
    public void KeysOf_AnAssignment_AreThoseThatQueuesAreOfferedBy()
    {
        var organisation = Guid.NewGuid();
        var user = People.With(Roles.Reviewer, City, organisation, kind: "hr");
        var assignment = new RoleAssignment
        {
            Id = Guid.NewGuid(), UserId = user.Id, Role = Roles.Reviewer, RegionCode = "220100", RegionPath = City, OrganisationId = organisation,
            ValidFrom = DateTimeOffset.UnixEpoch,
        };

        Assert.Equal(
            CandidateKey.Of(assignment, "hr").Append(CandidateKey.User(user.Id)).Order(),
            TaskRights.KeysOf(user).Select(k => k.Key).Order());
    }

    [Fact]
    public void MayAct_OnAClaimedTask_IsItsHoldersAlone()
    {
        var (holder, colleague) = (People.With(Roles.Reviewer, City), People.With(Roles.Reviewer, City));
        var task = Queued(CandidateKey.Role(Roles.Reviewer, "220100"));
        Assert.True(TaskRights.MayAct(colleague, task));

        (task.State, task.OwnerUserId) = (TaskItemState.Claimed, holder.Id);

        Assert.True(TaskRights.MayAct(holder, task));
        Assert.False(TaskRights.MayAct(colleague, task));
        Assert.True(TaskRights.MayRead(colleague, task, People.Case()));
    }

    [Theory]
    [InlineData(TaskItemState.Frozen)]
    [InlineData(TaskItemState.Done)]
    [InlineData(TaskItemState.Closed)]
    public void MayAct_OnATaskThatIsNotOpen_IsNobodys(TaskItemState state)
    {
        var user = People.With(Roles.Reviewer, City);
        var task = Queued(CandidateKey.Role(Roles.Reviewer, "220100"));
        (task.State, task.OwnerUserId) = (state, user.Id);

        Assert.False(TaskRights.MayAct(user, task));
    }

    [Theory]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Operator)]
    [InlineData(Roles.Lead)]
    public void MayRead_ByWhoReadsCases_IsAllowedAndNeverToAct(string role)
    {
        var (user, @case) = (People.With(role), People.Case());
        var task = People.Task(@case, CandidateKey.Role(Roles.Reviewer, CaseRows.County));

        Assert.True(TaskRights.MayRead(user, task, @case));
        Assert.False(TaskRights.MayAct(user, task));
    }

    [Theory]
    [InlineData(Roles.SystemAdmin)]
    [InlineData(Roles.SecurityAdmin)]
    [InlineData(Roles.PolicyEditor)]
    [InlineData(Roles.Provider)]
    [InlineData(Roles.Expert)]
    public void MayRead_ByWhoDoesNotReadCases_IsRefused(string role)
    {
        var @case = People.Case();

        Assert.False(TaskRights.MayRead(People.With(role), People.Task(@case, CandidateKey.Role(Roles.Reviewer, CaseRows.County)), @case));
    }

    [Fact]
    public void MayReadCase_ByWhoVotesOnIt_IsRefused_ThoughTheBallotIsTheirs()
    {
        var (expert, @case) = (People.With(Roles.Expert), People.Case());
        var ballot = People.Task(@case, CandidateKey.User(expert.Id), "Vote");
        var review = People.Task(@case, CandidateKey.User(expert.Id));

        Assert.True(TaskRights.MayAct(expert, ballot));
        Assert.True(TaskRights.MayRead(expert, ballot, @case));
        Assert.False(TaskRights.MayReadCase(expert, ballot, @case));
        Assert.False(CaseRights.MayRead(expert, @case));
        Assert.True(TaskRights.MayReadCase(expert, review, @case));
    }

    private static TaskItem Queued(string key) => People.Task(People.Case(), key);
}
