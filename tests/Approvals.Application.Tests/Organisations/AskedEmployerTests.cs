using Approvals.Application.Cases;
using Approvals.Application.Drafts;
using Approvals.Application.Organisations;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Organisations;

/// <summary>An employer that somebody has asked to act for, before and after an officer has verified it.</summary>
public sealed class AskedEmployerTests
{
    [Theory, AllDatabases]
    public async Task Application_NamingAnEmployerNobodyVerified_IsRefusedUntilAnOfficerHas(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var asker = await office.Host.PersonAsync("asker", Roles.Applicant, "220104");
        var mandate = (await office.AskAsync(asker, EmployerOffice.OtherUscc, "长春甲乙有限公司")).Value;
        var draft = (await office.Host.UseAsync<OpenDraft, Result<OpenDraft.Opened>>(
            u => u.HandleAsync(new OpenDraft.Request(SmallPackage.Code), office.Host.Applicant, default))).Value.Id;

        var early = await office.SubmitAsync(draft, office.Host.Applicant, new { employer = EmployerOffice.OtherUscc });

        Assert.Equal(("employer", "drafts.unknownEmployer"), (early.Error!.Fields[0].Path, early.Error.Fields[0].Code));
        await office.ProveAsync(mandate, HandInProof.Registration, asker);
        await office.ProveAsync(mandate, HandInProof.PowerOfAttorney, asker);
        Assert.True((await office.DecideAsync(mandate)).IsSuccess);
        var later = await office.SubmitAsync(draft, office.Host.Applicant, new { employer = EmployerOffice.OtherUscc });
        Assert.True(later.IsSuccess, later.Error?.Code);
        Assert.Equal("长春甲乙有限公司", (await office.Host.RowAsync(later.Value.CaseId)).OrganisationName);
    }

    [Theory, AllDatabases]
    public async Task Ask_UnderAnotherNameThanWhoeverCameFirst_IsTakenAndNotedForTheOfficer(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        await office.AskAsync(await office.Host.PersonAsync("joker", Roles.Applicant, "220104"), EmployerOffice.Uscc, "随便写的名字");

        var asked = await office.AskAsync(await office.Host.PersonAsync("agent", Roles.Applicant, "220104"));

        Assert.True(asked.IsSuccess, asked.Error?.Code);
        var employer = await office.Host.ReadAsync(c => c.Mandates.Where(m => m.Id == asked.Value).Select(m => m.OrganisationId!.Value).SingleAsync());
        var file = (await office.Host.UseAsync<EmployerDesk, Result<EmployerFileDto>>(u => u.ReadAsync(employer, office.Clerk, default))).Value;
        Assert.Equal("随便写的名字", file.Name);
        Assert.Contains(file.History, h => (h.Kind, h.NameBefore, h.NameAfter, h.By) == (OrganisationChangeKind.Registered, "随便写的名字", EmployerOffice.Name, "agent"));
    }

    [Theory, AllDatabases]
    public async Task Ask_UnderAnotherNameThanTheVerifiedOne_IsRefused(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        await office.AgentAsync("agent");

        var asked = await office.AskAsync(await office.Host.PersonAsync("other", Roles.Applicant, "220104"), name: "随便写的名字");

        Assert.Equal("employers.nameDiffers", Assert.Single(asked.Error!.Fields).Code);
    }

    [Theory, AllDatabases]
    public async Task Ask_ByManyAtOnceForANewEmployer_GivesEachAMandateThatIsThere(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var people = new List<CurrentUser>();
        for (var i = 0; i < 8; i++)
        {
            people.Add(await office.Host.PersonAsync($"asker{i}", Roles.Applicant, "220104"));
        }

        using var start = new Barrier(people.Count);
        var asked = await Task.WhenAll(people.Select(person => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return office.AskAsync(person);
            },
            TaskCreationOptions.LongRunning).Unwrap()));

        Assert.All(asked, a => Assert.True(a.IsSuccess, a.Error?.Code));
        var kept = await office.Host.ReadAsync(c => c.Mandates.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        Assert.Equal(asked.Select(a => a.Value).Order(), kept.Order());
        Assert.Equal(1, await office.Host.ReadAsync(c => c.Organisations.CountAsync(o => o.Uscc == EmployerOffice.Uscc)));
    }
}
