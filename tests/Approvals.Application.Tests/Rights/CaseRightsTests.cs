using Approvals.Application.Rights;
using Approvals.TestKit.Rows;

namespace Approvals.Application.Tests.Rights;

public sealed class CaseRightsTests
{
    /// <summary>Every role, and whether holding it in the case's county lets read the case.</summary>
    public static TheoryData<string, bool> RolesThatRead { get; } = new()
    {
        { Roles.Applicant, false },
        { Roles.EmployerAgent, false },
        { Roles.IntakeOfficer, true },
        { Roles.Reviewer, true },
        { Roles.Approver, true },
        { Roles.Lead, true },
        { Roles.Operator, true },
        { Roles.Expert, false },
        { Roles.Provider, false },
        { Roles.PolicyEditor, false },
        { Roles.PolicyApprover, false },
        { Roles.Auditor, true },
        { Roles.SystemAdmin, false },
        { Roles.SecurityAdmin, false },
    };

    [Fact]
    public void RolesThatRead_AgainstTheCatalogue_NameEveryRoleOnce() =>
        Assert.Equal(Roles.All.Order(), RolesThatRead.Select(row => (string)row[0]).Order());

    [Theory, MemberData(nameof(RolesThatRead))]
    public void MayRead_ByARoleInTheCasesCounty_IsAsTheRoleSays(string role, bool reads) =>
        Assert.Equal(reads, CaseRights.MayRead(People.With(role, CaseRows.CountyPath), People.Case()));

    [Theory]
    [InlineData("/220000/", true)]
    [InlineData("/220000/220100/", true)]
    [InlineData("/220000/220100/220102/", true)]
    [InlineData("/220000/220100/220104/", false)]
    [InlineData("/220000/220200/", false)]
    [InlineData("/220000/220100/220102/220102001/", false)]
    [InlineData("/210000/", false)]
    public void MayRead_ByAnOfficeOfARegion_ReachesItsSubtreeOnly(string region, bool reads) =>
        Assert.Equal(reads, CaseRights.MayRead(People.With(Roles.Reviewer, region), People.Case()));

    [Theory]
    [InlineData(null, true)]
    [InlineData(CaseRows.Service, true)]
    [InlineData("another", false)]
    public void MayRead_ByAnAssignmentToAService_ReachesThatServiceOnly(string? service, bool reads) =>
        Assert.Equal(reads, CaseRights.MayRead(People.With(Roles.Reviewer, service: service), People.Case()));

    [Fact]
    public void MayRead_BySeveralAssignments_NeedsOneThatFitsInRegionAndService()
    {
        var elsewhere = People.Grant(Roles.Reviewer, "/220000/220200/");
        var otherService = People.Grant(Roles.Reviewer, CaseRows.CountyPath, service: "another");

        Assert.False(CaseRights.MayRead(People.With(elsewhere, otherService), People.Case()));
        Assert.True(CaseRights.MayRead(People.With(elsewhere, otherService, People.Grant(Roles.Auditor)), People.Case()));
    }

    [Theory]
    [InlineData(Roles.SystemAdmin)]
    [InlineData(Roles.SecurityAdmin)]
    public void MayRead_ByAnAdministratorWhoAlsoReviews_IsRefused(string administrator) =>
        Assert.False(CaseRights.MayRead(People.With(People.Grant(administrator), People.Grant(Roles.Reviewer)), People.Case()));

    [Fact]
    public void MayRead_ByNobody_IsRefused() => Assert.False(CaseRights.MayRead(CurrentUser.Anonymous, People.Case()));

    [Fact]
    public void MayRead_ByTheApplicantTheFilerAndTheOwnPerson_IsAllowed()
    {
        var applicant = People.With(Roles.Applicant);
        var @case = People.Case(applicant.Id);
        var filer = applicant with { Id = @case.FiledByUserId };
        var person = applicant with { Id = Guid.NewGuid(), PersonId = @case.ApplicantPersonId };

        Assert.All([applicant, filer, person], user => Assert.True(CaseRights.MayRead(user, @case)));
        Assert.False(CaseRights.MayRead(applicant with { Id = Guid.NewGuid() }, @case));
        Assert.False(CaseRights.MayRead(applicant with { Id = Guid.NewGuid(), PersonId = Guid.NewGuid() }, @case));
    }

    [Fact]
    public void MayRead_ByAnAgent_ReachesTheOwnEmployersCasesOnly()
    {
        var (own, other) = (Guid.NewGuid(), Guid.NewGuid());
        var agent = People.With(Roles.EmployerAgent, CaseRows.CountyPath, own);

        Assert.True(CaseRights.MayRead(agent, People.Case(employer: own)));
        Assert.False(CaseRights.MayRead(agent, People.Case(employer: other)));
        Assert.False(CaseRights.MayRead(agent, People.Case()));
        Assert.False(CaseRights.MayRead(People.With(Roles.Applicant, CaseRows.CountyPath, own), People.Case(employer: own)));
    }

    [Fact]
    public void MayDecide_OnTheOwnCase_IsRefusedWhateverRoleOneHolds()
    {
        var @case = People.Case(Guid.NewGuid());
        var reviewer = People.With(Roles.Approver);

        Assert.True(CaseRights.MayDecide(reviewer, @case).IsSuccess);
        Assert.Equal("rights.ownCase", CaseRights.MayDecide(reviewer with { Id = @case.ApplicantUserId!.Value }, @case).Error?.Code);
        Assert.Equal("rights.ownCase", CaseRights.MayDecide(reviewer with { PersonId = @case.ApplicantPersonId }, @case).Error?.Code);
    }
}
