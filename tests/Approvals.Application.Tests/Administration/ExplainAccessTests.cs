using Approvals.Application.Administration;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Administration;

/// <summary>Why somebody sees a case: the same answer as opening it gives, with what it rests on.</summary>
public sealed class ExplainAccessTests
{
    [Theory, AllDatabases]
    public async Task Explanation_OfEveryKindOfPerson_AgreesWithOpeningTheCase(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");
        CurrentUser[] people =
        [
            host.Applicant, host.First, security,
            await host.PersonAsync("elsewhere", Roles.Reviewer, "220204"),
            await host.PersonAsync("auditor", Roles.Auditor, "220000"),
            await host.PersonAsync("expert", Roles.Expert, "220104"),
            await host.PersonAsync("copied", Roles.PolicyEditor, "220104"),
        ];
        await CopyAsync(host, id, people[^1]);

        foreach (var person in people)
        {
            var (explained, opened) = (await ExplainAsync(host, security, person, id), await OpenAsync(host, id, person));
            Assert.True(explained.Value.MayRead == opened.IsSuccess, person.Name);
            Assert.Equal(explained.Value.MayRead, explained.Value.Grounds.Count > 0);
            Assert.DoesNotContain(explained.Value.Grounds, g => g.Text.Contains("access.", StringComparison.Ordinal) || g.Text.Contains('{', StringComparison.Ordinal));
        }
    }

    [Theory, AllDatabases]
    public async Task Explanation_OfAReviewer_NamesRoleTaskAndWhoGaveIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");
        var person = await host.PersonAsync("newcomer", Roles.PolicyEditor, "220104");
        await host.UseAsync<AssignRole, Result<GrantDto>>(u => u.HandleAsync(
            new AssignRole.Request(person.Id, Roles.Lead, "220100", null, null, "接任组长"), security, default));

        var explained = await ExplainAsync(host, security, person, id);

        var ground = Assert.Single(explained.Value.Grounds);
        Assert.Equal(AccessKind.Role, ground.Kind);
        Assert.Contains("组长", ground.Text, StringComparison.Ordinal);
        Assert.Contains("security", ground.Detail!, StringComparison.Ordinal);
        Assert.Contains("接任组长", ground.Detail!, StringComparison.Ordinal);
        Assert.Equal([GrantReach.Reads, GrantReach.ReadsNoCases], explained.Value.Assignments.Select(a => a.Reach).Order());
        Assert.Equal([AccessKind.Role, AccessKind.Offered], (await ExplainAsync(host, security, host.First, id)).Value.Grounds.Select(g => g.Kind));
    }

    [Theory, AllDatabases]
    public async Task Explanation_OfADisabledAccount_SaysSo_AndGrantsNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");
        var now = host.Host.Time.GetUtcNow();
        await host.ReadAsync(c => c.Users.Where(u => u.Id == host.First.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisabledAt, now)));

        var explained = await ExplainAsync(host, security, host.First, id);

        Assert.False(explained.Value.MayRead);
        Assert.Empty(explained.Value.Grounds);
        Assert.Contains("停用", Assert.Single(explained.Value.Limits), StringComparison.Ordinal);
    }

    [Theory, AllDatabases]
    public async Task Question_IsKeptInTheAudit_AndOnlyForWhoMayAsk(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var security = await host.PersonAsync("security", Roles.SecurityAdmin, "220000");
        var far = await host.PersonAsync("far", Roles.Auditor, "220204");

        Assert.Equal("rights.forbidden", (await ExplainAsync(host, host.First, host.Second, id)).Error?.Code);
        Assert.Equal("access.unknownCase", (await ExplainAsync(host, far, host.First, id)).Error?.Code);
        Assert.True((await ExplainAsync(host, security, host.First, id)).IsSuccess);

        var entry = await host.ReadAsync(c => c.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "access.explained"));
        Assert.Equal((security.Id, host.First.Id.ToString(), id), (entry.ActorUserId, entry.SubjectId, entry.CaseId));
    }

    private static async Task<Result<CaseAccessDto>> ExplainAsync(CaseHost host, CurrentUser by, CurrentUser person, Guid id)
    {
        var number = (await host.RowAsync(id)).Number;
        return await host.UseAsync<ExplainAccess, Result<CaseAccessDto>>(u => u.HandleAsync(new ExplainAccess.Request(person.Id, number), by, default));
    }

    private static Task<Result<OpenedCase>> OpenAsync(CaseHost host, Guid id, CurrentUser person) =>
        host.UseAsync<CaseReader, Result<OpenedCase>>(r => r.OpenAsync(id, person, default));

    private static Task CopyAsync(CaseHost host, Guid id, CurrentUser person) => host.Host.AddAsync(new CaseCopy
    {
        CaseId = id, UserId = person.Id, At = host.Host.Time.GetUtcNow(),
    });
}
