using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Secrets;
using Approvals.Domain.Scenarios;
using Approvals.Feel;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>
/// The pool of experts of a scenario: everybody with the role, and what the facts <c>experts</c> say of them: <c>fields</c>, <c>employer</c>,
/// <c>coAuthors</c> (names), <c>away</c> (a list of <c>from</c> and <c>to</c>).
/// </summary>
internal static class KnownExperts
{
    /// <summary>What is said of an expert; empty when nothing is.</summary>
    internal static FeelContext Of(Scenario scenario, string key) => scenario.Fact("experts", key).TryGetContext(out var known) ? known : FeelContext.Empty;

    /// <summary>Takes somebody into the pool.</summary>
    internal static async Task AddAsync(IServiceProvider services, Guid user, (string Code, string Path) region, FeelContext known, DateTimeOffset now)
    {
        var (context, vault, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<Vault>(), services.GetRequiredService<IIdSource>());
        var expert = new Expert
        {
            Id = ids.Next(), UserId = user, RegionCode = region.Code, RegionPath = region.Path, KeyId = vault.Create("expert").Id, CreatedAt = now,
            EmployerName = known["employer"].TryGetString(out var employer) ? employer : null,
        };
        context.Experts.Add(expert);
        context.ExpertFields.AddRange(Texts(known["fields"]).Select(code => new ExpertField { ExpertId = expert.Id, Code = code }));
        context.ExpertAbsences.AddRange(Rows(known["away"]).Select(days => new ExpertAbsence
        {
            Id = ids.Next(), ExpertId = expert.Id, From = Day(days["from"]), To = Day(days["to"]),
        }));
        foreach (var name in Texts(known["coAuthors"]))
        {
            context.ExpertCoAuthors.Add(await CoAuthors.SealAsync(expert, new CoAuthorEntry(name, null), vault, ids, CancellationToken.None));
        }
    }

    private static IEnumerable<string> Texts(FeelValue value) =>
        value.TryGetList(out var list) ? [.. list.Select(v => v.AsString())] : [];

    private static IEnumerable<FeelContext> Rows(FeelValue value) =>
        value.TryGetList(out var list) ? [.. list.Select(v => v.AsContext())] : [];

    private static DateOnly Day(FeelValue value) => value.TryGetDate(out var day) ? day : DateOnly.Parse(value.AsString(), System.Globalization.CultureInfo.InvariantCulture);
}
