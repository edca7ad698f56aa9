using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.Rights;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Organisations;

/// <summary>The days an employer has to think of.</summary>
public sealed class EmployerDatesTests
{
    [Theory, AllDatabases]
    public async Task Dates_OfAnApplication_AreThoseAnAgentMayRead(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        await office.FiledAsync(agent, employer, new { contractEnd = "2026-06-30", visit = "2026-05-31" });

        var dates = await ReadAsync(office, employer, agent);

        Assert.Equal(("合同期满", new DateOnly(2026, 6, 30)), Text(Assert.Single(dates, d => d.Kind == EmployerDateKind.Answer)));
        Assert.Single(dates, d => d.Kind == EmployerDateKind.Case);
        Assert.Single(dates, d => d.Kind == EmployerDateKind.Mandate);
    }

    [Theory, AllDatabases]
    public async Task Dates_OfTheOldestOfManyCases_AreNotLost(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var filed = await office.FiledAsync(agent, employer, new { contractEnd = "2026-06-30" });
        await office.Host.DecideAsync(Assert.Single(await office.Host.TasksAsync(filed.Id)), office.Host.First, "approve", "grant-0001");
        await CopyAsync(office, filed.Id, 101);

        var dates = await ReadAsync(office, employer, agent);

        Assert.Equal(new DateOnly(2027, 3, 1), Assert.Single(dates, d => d.Kind == EmployerDateKind.Card).On);
        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(dates, d => d.Kind == EmployerDateKind.Answer).On);
    }

    private static (string, DateOnly) Text(EmployerDateDto date) => (date.Text, date.On);

    private static async Task<IReadOnlyList<EmployerDateDto>> ReadAsync(EmployerOffice office, Guid employer, CurrentUser agent) =>
        (await office.Host.UseAsync<EmployerDates, Result<IReadOnlyList<EmployerDateDto>>>(u => u.ReadAsync(employer, agent, default))).Value;

    /// <summary>Newer cases of the same employer, without answers or cards.</summary>
    private static Task<int> CopyAsync(EmployerOffice office, Guid of, int count) => office.Host.InAsync(async services =>
    {
        var (context, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>());
        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == of);
        context.Cases.AddRange(Enumerable.Range(0, count).Select(_ => ids.Next()).Select(id => new Case
        {
            Id = id, Number = $"COPY{id:N}", ServiceCode = row.ServiceCode, ServiceName = row.ServiceName, ServiceVersionId = row.ServiceVersionId,
            ApplicantPersonId = row.ApplicantPersonId, ApplicantMaskedName = row.ApplicantMaskedName, FiledByUserId = row.FiledByUserId, FiledBy = row.FiledBy,
            OrganisationId = row.OrganisationId, RegionCode = row.RegionCode, RegionPath = row.RegionPath, KeyId = row.KeyId, State = row.State, SubmittedAt = row.SubmittedAt,
            FinishedAt = row.SubmittedAt, Result = "granted",
        }));
        return await context.SaveChangesAsync();
    });
}
