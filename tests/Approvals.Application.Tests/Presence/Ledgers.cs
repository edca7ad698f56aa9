using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Application.Tests.Organisations;
using Approvals.Domain.Residency;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Presence;

/// <summary>An employer's agent and its talent, who holds a right with a yearly duty. The day is 2 March 2026.</summary>
internal sealed class Ledgers(EmployerOffice office, CurrentUser agent, Guid employer, CurrentUser talent, Entitlement held) : IAsyncDisposable
{
    public static readonly ProofKind[] ClassA = [ProofKind.Tax, ProofKind.Travel];

    public EmployerOffice Office => office;

    public CaseHost Host => office.Host;

    public CurrentUser Agent => agent;

    public Guid Employer => employer;

    public CurrentUser Talent => talent;

    public Entitlement Held => held;

    public static async Task<Ledgers> OpenAsync(DatabaseKind kind)
    {
        var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var filed = await office.FiledAsync(agent, employer);
        await office.Host.DecideAsync(Assert.Single(await office.Host.TasksAsync(filed.Id)), office.Host.First, "approve", "grant-0001");
        var held = await office.Host.ReadAsync(c => c.Entitlements.AsNoTracking().SingleAsync());
        var talent = await office.Host.PersonAsync("talent", Roles.Applicant, "220104");
        await office.Host.ReadAsync(async c => await c.Users.Where(u => u.Id == talent.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.PersonId, held.PersonId)));
        var ledgers = new Ledgers(office, agent, employer, talent with { PersonId = held.PersonId }, held);
        await ledgers.DutyAsync(new DateOnly(2027, 1, 4));
        return ledgers;
    }

    /// <summary>A duty of the right.</summary>
    public Task<Guid> DutyAsync(DateOnly opensOn, DateOnly? from = null, DateOnly? to = null, bool once = false) => Host.InAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var duty = new Obligation
        {
            Id = services.GetRequiredService<IIdSource>().Next(), EntitlementId = held.Id, Type = once ? "once" : "yearly", CheckServiceCode = SmallPackage.Code, OpensOn = opensOn,
            State = ObligationState.Pending, CountsPresence = true, IsOnce = once, TermFrom = from ?? new DateOnly(2025, 1, 1), TermTo = to ?? new DateOnly(2028, 12, 31),
        };
        context.Obligations.Add(duty);
        await context.SaveChangesAsync();
        return duty.Id;
    });

    public Task<Result<Guid>> EnterAsync(CurrentUser by, string from, string to, ProofKind[]? proofs = null, Guid? of = null) => Host.UseAsync<EnterPresence, Result<Guid>>(
        u => u.HandleAsync(new EnterPresence.Request(held.PersonId, of ?? employer, Day(from), Day(to), proofs ?? ClassA), by, default));

    public async Task<PresenceLedgerDto> ReadAsync(CurrentUser by, int year = 2026) => (await TryReadAsync(by, year)).Value;

    public Task<Result<PresenceLedgerDto>> TryReadAsync(CurrentUser by, int year = 2026) =>
        Host.UseAsync<PresenceLedger, Result<PresenceLedgerDto>>(u => u.ReadAsync(held.PersonId, year, by, default));

    public async Task<string> EtagAsync(Guid entry) => Etag.Of(await Host.ReadAsync(c => c.PresenceIntervals.AsNoTracking().SingleAsync(p => p.Id == entry)));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
