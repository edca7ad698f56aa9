using Approvals.Application.Rights;

namespace Approvals.Application.Tests.Rights;

public sealed class AdministrationRightsTests
{
    /// <summary>Role by role: its duties in the alphabet's order, as far as it has any.</summary>
    public static TheoryData<string, string> Administers { get; } = new()
    {
        { Roles.Applicant, "" },
        { Roles.EmployerAgent, "" },
        { Roles.IntakeOfficer, "" },
        { Roles.Reviewer, "" },
        { Roles.Approver, "" },
        { Roles.Lead, "" },
        { Roles.Operator, "incidents services" },
        { Roles.Expert, "" },
        { Roles.Provider, "" },
        { Roles.PolicyEditor, "services" },
        { Roles.PolicyApprover, "services" },
        { Roles.Auditor, "access audit signIns" },
        { Roles.SystemAdmin, "accounts people places services signIns" },
        { Roles.SecurityAdmin, "access people roles signIns" },
    };

    [Fact]
    public void Administers_AgainstTheCatalogue_NamesEveryRoleOnce() =>
        Assert.Equal(Roles.All.Order(), Administers.Select(row => (string)row[0]).Order());

    [Theory, MemberData(nameof(Administers))]
    public void Administration_RoleByRole_IsNoMoreThanItsDuty(string role, string duties)
    {
        var user = People.With(role);
        List<string> held = [];
        void Note(string duty, bool has) => held.AddRange(has ? [duty] : []);
        Note("access", AdministrationRights.ExplainsAccess(user));
        Note("accounts", AdministrationRights.ManagesAccounts(user));
        Note("audit", AdministrationRights.ReadsAudit(user));
        Note("incidents", AdministrationRights.MendsIncidents(user));
        Note("people", AdministrationRights.SeesPeople(user));
        Note("places", AdministrationRights.KeepsPlaces(user));
        Note("roles", AdministrationRights.ManagesRoles(user));
        Note("services", AdministrationRights.SeesServices(user));
        Note("signIns", AdministrationRights.SeesSignIns(user));

        Assert.Equal(duties, string.Join(' ', held));
        Assert.Equal(duties.Length > 0, AdministrationRights.Any(user));
    }

    [Theory]
    [InlineData(Roles.SystemAdmin, Roles.SecurityAdmin, false)]
    [InlineData(Roles.SecurityAdmin, Roles.Auditor, false)]
    [InlineData(Roles.Auditor, Roles.SystemAdmin, false)]
    [InlineData(Roles.Reviewer, Roles.SecurityAdmin, false)]
    [InlineData(Roles.SystemAdmin, Roles.Applicant, true)]
    [InlineData(Roles.Reviewer, Roles.Applicant, true)]
    [InlineData(Roles.Reviewer, Roles.Approver, true)]
    [InlineData(Roles.SystemAdmin, Roles.SystemAdmin, true)]
    public void MayAdd_BesideARoleHeld_KeepsDutiesApart(string held, string added, bool allowed)
    {
        var answer = AdministrationRights.MayAdd(added, [held]);

        Assert.Equal(allowed ? null : "rights.separation", answer.Error?.Code);
    }

    [Fact]
    public void MayAdd_ToWhoHoldsNothing_IsAlwaysAllowed() =>
        Assert.All(Roles.All, role => Assert.True(AdministrationRights.MayAdd(role, []).IsSuccess));
}
