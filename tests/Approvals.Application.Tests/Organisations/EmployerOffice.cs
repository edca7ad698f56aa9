using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Organisations;

/// <summary>A county's office with a clerk, and somebody who wants to act for an employer of a service that employers may file.</summary>
internal sealed class EmployerOffice(CaseHost host, CurrentUser clerk) : IAsyncDisposable
{
    public const string Uscc = "91220104MA99A0088Q";
    public const string OtherUscc = "91220104MA99A00901";
    public const string Name = "长春试例科技有限公司";

    /// <summary>What the form asks beside the small grant's own: the employer, and dates.</summary>
    private const string Fields = """
        { "key": "employer", "type": "textfield", "label": { "zh-CN": "用人单位", "en": "Employer" }, "approvals": { "format": "uscc" } },
        { "key": "contractEnd", "type": "date", "label": { "zh-CN": "合同期满", "en": "Contract ends" } },
        { "key": "visit", "type": "date", "label": { "zh-CN": "就诊日期", "en": "Visit" }, "approvals": { "readers": ["Applicant", "Reviewer"] } }
        """;

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    public CaseHost Host => host;

    public CurrentUser Clerk => clerk;

    public static async Task<EmployerOffice> OpenAsync(DatabaseKind kind)
    {
        var tree = SmallPackage.Tree();
        var folder = tree.Packages[0];
        var service = Encoding.UTF8.GetString(folder.Files["service.json"].Span)
            .Replace("\"applicants\": [\"person\"]", "\"applicants\": [\"person\"], \"onBehalf\": [\"employer\", \"counter\"]", StringComparison.Ordinal);
        var form = Encoding.UTF8.GetString(folder.Files["forms/application.json"].Span).Replace("\"components\": [", $"\"components\": [ {Fields},", StringComparison.Ordinal);
        var files = folder.Files.SetItem("service.json", new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(service)))
            .SetItem("forms/application.json", new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(form)));
        var host = await CaseHost.CreateAsync(kind, new PackageTree([new PackageFolder(folder.Name, files)], tree.Shared));
        return new EmployerOffice(host, await host.PersonAsync("clerk", Roles.IntakeOfficer, "220104"));
    }

    public DateOnly Today => DateOnly.FromDateTime(host.Host.Time.GetUtcNow().AddHours(8).DateTime);

    /// <summary>Somebody as they are now: roles come and go.</summary>
    public async Task<CurrentUser> NowAsync(CurrentUser user) =>
        (await host.ReadAsync(c => RoleGrants.ReadAsync(c, user.Id, host.Host.Time.GetUtcNow(), default)))!;

    public Task<Result<Guid>> AskAsync(CurrentUser agent, string uscc = Uscc, string name = Name, int days = 90) => host.UseAsync<AskMandate, Result<Guid>>(
        u => u.HandleAsync(new AskMandate.Request(uscc, name, "220104", Today, Today.AddDays(days)), agent, default));

    public Task<Result<Unit>> ProveAsync(Guid mandate, string type, CurrentUser agent) => host.UseAsync<HandInProof, Result<Unit>>(
        u => u.HandleAsync(new HandInProof.Request(mandate, type, "proof.pdf", new MemoryStream(Pdf)), agent, default));

    public async Task<Result<Unit>> DecideAsync(Guid mandate, bool granted = true, CurrentUser? by = null)
    {
        var etag = Etag.Of(await host.ReadAsync(c => c.Mandates.AsNoTracking().SingleAsync(m => m.Id == mandate)));
        return await host.UseAsync<DecideMandate, Result<Unit>>(
            u => u.HandleAsync(new DecideMandate.Request(mandate, granted, granted ? null : "委托书未盖章", etag), by ?? clerk, default));
    }

    /// <summary>An agent whose mandate was granted, and the employer.</summary>
    public async Task<(CurrentUser Agent, Guid Employer, Guid Mandate)> AgentAsync(string name, string uscc = Uscc, string employer = Name)
    {
        var person = await host.PersonAsync(name, Roles.Applicant, "220104");
        var mandate = await MandateAsync(person, uscc, employer);
        return (await NowAsync(person), await host.ReadAsync(c => c.Organisations.Where(o => o.Uscc == uscc).Select(o => o.Id).SingleAsync()), mandate);
    }

    /// <summary>The agent of one employer as that of another one as well.</summary>
    public async Task<(CurrentUser Agent, Guid Employer)> AlsoAsync(CurrentUser agent, string uscc = OtherUscc, string employer = "长春承继科技有限公司")
    {
        await MandateAsync(agent, uscc, employer);
        return (await NowAsync(agent), await host.ReadAsync(c => c.Organisations.Where(o => o.Uscc == uscc).Select(o => o.Id).SingleAsync()));
    }

    private async Task<Guid> MandateAsync(CurrentUser person, string uscc, string employer)
    {
        var mandate = (await AskAsync(person, uscc, employer)).Value;
        if (await host.ReadAsync(c => c.Organisations.AnyAsync(o => o.Uscc == uscc && o.VerifiedAt == null)))
        {
            await ProveAsync(mandate, HandInProof.Registration, person);
        }

        await ProveAsync(mandate, HandInProof.PowerOfAttorney, person);
        var granted = await DecideAsync(mandate);
        Assert.True(granted.IsSuccess, granted.Error?.Code);
        return mandate;
    }

    public Task<Result<Guid>> NameAsync(CurrentUser agent, Guid employer, string number = "110108197203081060", string name = "李试") => host.UseAsync<NamePerson, Result<Guid>>(
        u => u.HandleAsync(new NamePerson.Request(employer, new FindPerson.Request(name, "resident-id", number)), agent, default));

    public Task<Result<Unit>> SignAsync(Guid represented, CurrentUser agent) => host.UseAsync<HandInConsent, Result<Unit>>(
        u => u.HandleAsync(new HandInConsent.Request(represented, "consent.pdf", new MemoryStream(Pdf)), agent, default));

    public Task<Result<OpenDraft.Opened>> OpenAsync(Guid represented, CurrentUser agent) => host.UseAsync<OpenRepresented, Result<OpenDraft.Opened>>(
        u => u.HandleAsync(represented, SmallPackage.Code, agent, default));

    /// <summary>Fills in and submits a draft, with further answers where some are given.</summary>
    public async Task<Result<SubmitDraft.Submitted>> SubmitAsync(Guid draft, CurrentUser user, object? more = null)
    {
        var etag = Etag.Of(await host.ReadAsync(c => c.Drafts.AsNoTracking().SingleAsync(d => d.Id == draft)));
        var values = CaseHost.Values(new { name = "李试", amount = 12.5m, account = "6222000011112222" });
        foreach (var (key, value) in CaseHost.Values(more ?? new { }))
        {
            values[key] = value;
        }

        var saved = await host.UseAsync<SaveDraft, Result<SaveDraft.Saved>>(u => u.HandleAsync(new SaveDraft.Request(draft, values, etag), user, default));
        return saved.IsSuccess
            ? await host.UseAsync<SubmitDraft, Result<SubmitDraft.Submitted>>(u => u.HandleAsync(new SubmitDraft.Request(draft, saved.Value.Etag, "click-0001"), user, default))
            : saved.Error;
    }

    /// <summary>A case that the employer filed for somebody without an account.</summary>
    public async Task<Case> FiledAsync(CurrentUser agent, Guid employer, object? more = null)
    {
        var represented = (await NameAsync(agent, employer)).Value;
        await SignAsync(represented, agent);
        var submitted = await SubmitAsync((await OpenAsync(represented, agent)).Value.Id, agent, more);
        Assert.True(submitted.IsSuccess, submitted.Error?.Code);
        return await host.RowAsync(submitted.Value.CaseId);
    }

    /// <summary>The reviewer asks the applicant for another account; the task that waits then.</summary>
    public async Task<TaskItem> ReturnAsync(Guid filed, string reason)
    {
        var review = Assert.Single(await host.TasksAsync(filed));
        var returned = await host.UseAsync<ReturnTask, Result<ActDone>>(u => u.HandleAsync(
            new ReturnTask.Request(review.Id, Etag.Of(review), ReturnTask.ToApplicant, reason, "click-0002") { Fields = ["account"] }, host.First, default));
        Assert.True(returned.IsSuccess, returned.Error?.Code);
        return Assert.Single(await host.TasksAsync(filed));
    }

    /// <summary>An organisation that nobody asked to act for.</summary>
    public Task<Guid> OrganisationAsync(string uscc, string kind, bool verified, string region = "220104") => host.InAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var row = new Organisation
        {
            Id = services.GetRequiredService<IIdSource>().Next(), Uscc = uscc, Name = $"示例{kind}", Kind = kind, RegionCode = region,
            RegionPath = await context.Regions.Where(r => r.Code == region).Select(r => r.Path).SingleAsync(), VerifiedAt = verified ? host.Host.Time.GetUtcNow() : null,
        };
        context.Organisations.Add(row);
        await context.SaveChangesAsync();
        return row.Id;
    });

    /// <summary>Ends every role somebody holds and gives another one, as the administration does.</summary>
    public async Task<CurrentUser> MovedAsync(CurrentUser user, string? role = null, string region = "220104")
    {
        var now = host.Host.Time.GetUtcNow();
        await host.ReadAsync(c => c.RoleAssignments.Where(a => a.UserId == user.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.ValidTo, now)));
        await host.InAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            var path = await context.Regions.Where(r => r.Code == region).Select(r => r.Path).SingleAsync();
            context.RoleAssignments.AddRange(new[] { role }.OfType<string>().Select(r => new RoleAssignment
            {
                Id = services.GetRequiredService<IIdSource>().Next(), UserId = user.Id, Role = r, RegionCode = region, RegionPath = path, ValidFrom = now,
            }));
            return await context.SaveChangesAsync();
        });
        return await NowAsync(user);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
