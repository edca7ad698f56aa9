using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Approvals.Bench.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Scale;

/// <summary>
/// Any number of cases, made set-wise from one that was filed through the use cases: of every ten one is open; they spread over
/// sixty offices, and every hundredth lies at the office of the whole region. The people are invented.
/// </summary>
internal sealed class Caseload(BenchHost host, int cases)
{
    public const int Offices = 60;

    /// <summary>How many cases have an identifier whose keyed hash is the true one, so that it can be looked for.</summary>
    public const int Known = 1_000;

    private const int CaseKind = 1;
    private const int TaskKind = 2;
    private const int PersonKind = 3;
    private const int IdentifierKindOf = 4;
    private const int AccountKind = 5;
    private const int Chunk = 100_000;
    private const string Start = "'2026-01-05 00:00:00'";

    /// <summary>Reads and decides for the whole region; a hundredth of the cases waits or was done there.</summary>
    public CurrentUser Whole { get; } = Clerk(1, BenchHost.Region, BenchHost.Path);

    /// <summary>Reads and decides for one office.</summary>
    public CurrentUser One { get; } = Clerk(2, Office(1), $"{BenchHost.Path}{Office(1)}/");

    /// <summary>Who filed a case, and the two beside it, for oneself.</summary>
    public static CurrentUser ApplicantOf(int n) =>
        new(Dialect.IdOf(AccountKind, n / 3), $"applicant {n / 3}", [new RoleGrant(Roles.Applicant, BenchHost.Region, BenchHost.Path)]) { PersonId = Dialect.IdOf(PersonKind, n / 3) };

    public static string NumberOf(int n) => string.Create(CultureInfo.InvariantCulture, $"100000{n:D10}");

    public static string NameOf(int n) => $"{Family[n % 10]}{Given[n / 10 % 20]}{Given[(n / 200 + 7) % 20]}";

    public static string IdentifierOf(int n) => string.Create(CultureInfo.InvariantCulture, $"TEST{n:D14}");

    public static string TopicOf(int n) => string.Create(CultureInfo.InvariantCulture, $"TOPIC{n % 5_000:D4}");

    /// <summary>Which cases have a known identifier, spread over all of them.</summary>
    public int KnownCase(int i) => 1 + (int)((long)i * (cases - 1) / Known);

    /// <summary>Makes the rows.</summary>
    public async Task MakeAsync()
    {
        var template = await host.SubmitAsync("register", await host.ApplicantAsync());
        await host.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            await context.Database.OpenConnectionAsync();
            await Dialect.Of(context).PrepareForManyAsync(context);
            await AddOfficesAsync(context);
            for (var from = 1; from <= cases; from += Chunk)
            {
                await AddAsync(context, template, from, Math.Min(cases, from + Chunk - 1));
            }

            await MakeKnownAsync(context, services.GetRequiredService<Vault>());
            return true;
        });
        await host.InScopeAsync(services => services.GetRequiredService<JobRunner>().RunAsync("figures.keep", DateTimeOffset.UnixEpoch, CancellationToken.None));
        await host.Store.AnalyseAsync();
    }

    private const string Family = "王李张刘陈杨黄赵周吴";
    private const string Given = "伟芳娜敏静丽强磊军洋艳勇杰涛明超兰霞平刚";

    private static string Office(int i) => string.Create(CultureInfo.InvariantCulture, $"1000{i:D2}");

    private static CurrentUser Clerk(byte number, string region, string path) =>
        new(new Guid(9, number, 0, new byte[8]), $"clerk {number}", [new RoleGrant(Roles.Reviewer, region, path)]);

    private async Task AddOfficesAsync(ApprovalsDbContext context)
    {
        context.AddRange(Enumerable.Range(1, Offices).Select(i => new Region
        {
            Code = Office(i), Path = $"{BenchHost.Path}{Office(i)}/", ParentCode = BenchHost.Region, Level = RegionLevel.County,
            Name = new LocalText($"示例县{i}", $"County {i}"),
        }));
        context.AddRange(new[] { Whole, One }.Select(c => new User { Id = c.Id, UserName = c.Name, NormalizedUserName = c.Name, DisplayName = c.Name }));
        await context.SaveChangesAsync();
    }

    private async Task AddAsync(ApprovalsDbContext context, Guid template, int from, int to)
    {
        var sql = Dialect.Of(context);
        var whole = "s.n % 100 < 2";
        var code = $"CASE WHEN {whole} THEN '{BenchHost.Region}' ELSE '1000' || {sql.Padded($"s.n % {Offices} + 1", 2)} END";
        var path = $"CASE WHEN {whole} THEN '{BenchHost.Path}' ELSE '{BenchHost.Path}1000' || {sql.Padded($"s.n % {Offices} + 1", 2)} || '/' END";
        var name = $"substr('{Family}', s.n % 10 + 1, 1) || substr('{Given}', s.n / 10 % 20 + 1, 1) || substr('{Given}', (s.n / 200 + 7) % 20 + 1, 1)";
        var (id, task, person, account) = (sql.Id(CaseKind, "s.n"), sql.Id(TaskKind, "s.n"), sql.Id(PersonKind, "s.n / 3"), sql.Id(AccountKind, "s.n / 3"));
        var open = "s.n % 10 = 0";
        var due = $"CASE WHEN s.n % 70 = 0 THEN NULL ELSE {sql.Hours(Start, "s.n % 9000")} END";
        var number = $"'100000' || {sql.Padded("s.n", 10)}";
        var series = sql.Numbers(from, to);
        var people = sql.Numbers(from / 3 + (from == 1 ? 0 : 1), to / 3);
        var rows = new RowCopies(context);
        var personOf = (await context.Cases.SingleAsync(c => c.Id == template)).ApplicantPersonId;
        await rows.CopyAsync<Person>(people, personOf, new() { ["Id"] = sql.Id(PersonKind, "s.n") });
        await rows.InsertAsync("PersonIdentifiers", people, new()
        {
            ["Id"] = sql.Id(IdentifierKindOf, "s.n"), ["PersonId"] = sql.Id(PersonKind, "s.n"), ["Kind"] = "'resident-id'",
            ["Hash"] = sql.IsSqlite ? "CAST(printf('%032d', s.n) AS BLOB)" : sql.Hash("s.n"), ["MaskedValue"] = "'TEST****'",
        });
        await rows.CopyAsync<Case>(series, template, new()
        {
            ["Id"] = id, ["Number"] = number, ["ApplicantPersonId"] = person, ["ApplicantUserId"] = account, ["FiledByUserId"] = account, ["ApplicantMaskedName"] = name, ["RegionCode"] = code, ["RegionPath"] = path,
            ["OpenKey"] = "NULL", ["State"] = $"CASE WHEN {open} THEN 'UnderReview' ELSE 'Finished' END", ["SubmittedAt"] = sql.Hours(Start, "s.n % 4900"), ["DueAt"] = due, ["FinishedAt"] = $"CASE WHEN {open} THEN NULL ELSE {sql.Hours(Start, "s.n % 5000")} END",
        });
        await rows.CopyAsync<CaseState>(series, template, new() { ["CaseId"] = id });
        await rows.CopyAsync<TaskItem>(series, await context.TaskItems.Where(t => t.CaseId == template).Select(t => t.Id).SingleAsync(), new()
        {
            ["Id"] = task, ["CaseId"] = id, ["CaseNumber"] = number, ["RegionCode"] = code, ["RegionPath"] = path, ["ApplicantMaskedName"] = name,
            ["State"] = $"CASE WHEN {open} THEN 'Open' ELSE 'Done' END", ["DueAt"] = due, ["YellowAt"] = due,
            ["ClosedAt"] = $"CASE WHEN {open} THEN NULL ELSE {sql.Hours(Start, "s.n % 5000")} END",
            ["ClosedByUserId"] = $"CASE WHEN {open} THEN NULL WHEN {whole} THEN {Id(sql, Whole.Id)} WHEN s.n % {Offices} = 0 THEN {Id(sql, One.Id)} END",
        });
        await rows.InsertAsync("TaskCandidates", series, new()
        {
            ["TaskId"] = task, ["Key"] = $"'r:{Roles.Reviewer}:' || ({code}) || ':-:-'", ["ServiceCode"] = "'register'", ["IsOpen"] = sql.Boolean(open),
            ["DueAt"] = $"COALESCE({due}, {Never(sql)})", ["YellowAt"] = $"COALESCE({due}, {Never(sql)})",
        });
        foreach (var (field, value) in new[] { ("name", name), ("idNumber", sql.HashText("s.n")), ("topic", $"'TOPIC' || {sql.Padded("s.n % 5000", 4)}"), ("months", $"'1' || {sql.Padded("s.n % 60", 12)}") })
        {
            await rows.InsertAsync("SearchValues", series, new()
            {
                ["CaseId"] = id, ["ServiceCode"] = "'register'", ["Field"] = $"'note.{field}'", ["Value"] = value, ["RegionPath"] = path, ["State"] = "'UnderReview'",
            });
        }
    }

    private static string Id(Dialect sql, Guid id) => sql.IsSqlite ? Dialect.Value(id) : Dialect.Value(id) + "::uuid";

    private static string Never(Dialect sql) => sql.IsSqlite ? "'9999-12-31 00:00:00'" : "TIMESTAMPTZ '9999-12-31 00:00:00+00'";

    /// <summary>Half of the known are found by the answer's hash, and all by the person's document.</summary>
    private async Task MakeKnownAsync(ApprovalsDbContext context, Vault vault)
    {
        for (var i = 0; i < Known; i++)
        {
            var n = KnownCase(i);
            var (row, person) = (Dialect.IdOf(CaseKind, n), Dialect.IdOf(PersonKind, n / 3));
            var (field, hash) = (Convert.ToHexStringLower(vault.LookUp("search:idNumber", IdentifierOf(n))), vault.LookUp("resident-id", IdentifierOf(n)));
            await context.SearchValues.Where(v => v.CaseId == row && v.Field == "note.idNumber").ExecuteUpdateAsync(v => v.SetProperty(p => p.Value, field));
            await context.PersonIdentifiers.Where(p => p.PersonId == person).ExecuteUpdateAsync(p => p.SetProperty(i => i.Hash, hash));
        }
    }
}
