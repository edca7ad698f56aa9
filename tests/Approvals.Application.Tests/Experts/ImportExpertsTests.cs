using System.Text;
using Approvals.Application.Experts;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Experts;

/// <summary>The pool from a file that people make with a spreadsheet.</summary>
public sealed class ImportExpertsTests
{
    private const string Head = "用户名,区划代码,专业领域,工作单位,不在岗日期,合作发表人员\n";

    [Theory, AllDatabases]
    public async Task Import_OnTrial_WritesNothing_AndThenEntersAllOnce(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind, "e1", "e2");
        const string Rows = Head + "e1,220104,optics;materials,甲研究所,2026-03-01~2026-03-10；2026-05-01,钱试例/22010419800101999X\ne2,220104,optics,,,\n";

        var trial = await ImportAsync(office, Rows, trial: true);
        Assert.Equal((false, 2, 0), (trial.Value.Applied, trial.Value.Added, await office.Host.ReadAsync(c => c.Experts.CountAsync())));
        Assert.True((await ImportAsync(office, Rows)).Value.Applied);
        var again = await ImportAsync(office, Rows);

        Assert.Equal((0, 0, 2), (again.Value.Added, again.Value.Changed, again.Value.Unchanged));
        var row = await office.Host.ReadAsync(c => c.Experts.AsNoTracking().Include(e => e.Fields).Include(e => e.Absences).Include(e => e.CoAuthors)
            .SingleAsync(e => e.UserId == office.Experts["e1"].Id));
        Assert.Equal((2, 2, "甲研究所"), (row.Fields.Count, row.Absences.Count, row.EmployerName));
        var author = Assert.Single(row.CoAuthors);
        Assert.All(new[] { "钱试例", "22010419800101999X" }, told => Assert.Equal(-1, author.Payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(told))));
        Assert.Equal(1, await office.Host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "experts.imported")));
    }

    [Theory, AllDatabases]
    public async Task Import_OfAChangedRow_ChangesThatEntryAlone(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind, "e1", "e2");
        await ImportAsync(office, Head + "e1,220104,optics,甲研究所,,钱试例\ne2,220104,optics,,,\n");

        var changed = await ImportAsync(office, Head + "e1,220104,medicine,乙大学,2026-03-01,\n");

        Assert.Equal((0, 1), (changed.Value.Added, changed.Value.Changed));
        var rows = await office.Host.ReadAsync(c => c.Experts.AsNoTracking().Include(e => e.Fields).Include(e => e.CoAuthors).ToDictionaryAsync(e => e.UserId));
        var (first, second) = (rows[office.Experts["e1"].Id], rows[office.Experts["e2"].Id]);
        Assert.Equal(("medicine", "乙大学", 0, "optics"), (Assert.Single(first.Fields).Code, first.EmployerName, first.CoAuthors.Count, Assert.Single(second.Fields).Code));
    }

    [Theory, AllDatabases]
    public async Task Import_WithMistakes_CallsEachColumnAsTheFileDoes_AndTakesNothing(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind, "e1");
        const string Rows = "\nnobody,220104,optics,,,\ne1,999999,No Field,,2026-03-09~2026-03-01,/x\n";

        var chinese = await ImportAsync(office, Head.TrimEnd() + Rows);
        var english = await ImportAsync(office, "user name,Region code,fields,employer,days away,co-authors" + Rows, language: "en");
        var program = await ImportAsync(office, "user,region,fields,employerName,away,coAuthors" + Rows);

        Assert.Equal(["2 用户名", "3 不在岗日期", "3 专业领域", "3 区划代码", "3 合作发表人员"], Told(chinese));
        Assert.Equal(["2 user name", "3 Region code", "3 co-authors", "3 days away", "3 fields"], Told(english));
        Assert.Equal(["2 user", "3 away", "3 coAuthors", "3 fields", "3 region"], Told(program));
        Assert.Equal(0, await office.Host.ReadAsync(c => c.Experts.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Import_OfEntriesThatWereTakenOutOrAreAnotherOfficesOrTooLong_NamesTheirRows(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind, "e1", "e2", "e3");
        await ImportAsync(office, Head + "e1,220104,optics,,,\ne2,220104,optics,,,\n");
        await office.Host.ReadAsync(c => c.Experts.Where(e => e.UserId == office.Experts["e1"].Id)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.ClosedAt, office.Host.Host.Time.GetUtcNow())));
        await office.Host.ReadAsync(c => c.Experts.Where(e => e.UserId == office.Experts["e2"].Id)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.RegionPath, "/990000/")));

        var fixedRows = await ImportAsync(office, Head + "e1,220104,medicine,,,\ne2,220104,medicine,,,\n");
        var wrong = await ImportAsync(office, Head + $"e3,220104,optics,,9998-01-01~9999-12-31,{string.Join(';', Enumerable.Range(0, ExpertEntry.Most + 1).Select(i => $"钱{i}"))}\n");

        Assert.Equal(["2 用户名", "3 用户名"], Told(fixedRows));
        Assert.Equal(["2 不在岗日期", "2 合作发表人员"], Told(wrong).Distinct());
        Assert.Equal(["optics"], await office.Host.ReadAsync(c => c.ExpertFields.Select(f => f.Code).Distinct().ToListAsync()));
    }

    [Theory, AllDatabases]
    public async Task Import_WithoutAColumn_NamesItInWordsAndNothingElse(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind, "e1");

        var problem = Assert.Single((await ImportAsync(office, "用户名,专业领域\nnobody,optics\n")).Value.Problems);

        Assert.Equal((1, "", "缺少“区划代码”（region code）列。"), (problem.Row, problem.Column, problem.Text));
    }

    [Theory, AllDatabases]
    public async Task Import_BySomebodyWhoKeepsNoPool_IsRefused(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind, "e1");

        foreach (var user in new[] { office.Auditor, office.Host.First, office.Experts["e1"] })
        {
            var refused = await office.Host.UseAsync<ImportExperts, Result<SheetImportDto>>(u => u.HandleAsync(new ImportExperts.Request("a.csv", Bytes(Head), false), user, default));
            Assert.Equal(Refusals.Forbidden.Code, refused.Error?.Code);
        }
    }

    private static async Task<PanelOffice> OfficeAsync(DatabaseKind kind, params string[] names)
    {
        var office = await PanelOffice.CreateAsync(kind);
        foreach (var name in names)
        {
            await office.AppointAsync(name);
        }

        return office;
    }

    private static IEnumerable<string> Told(Result<SheetImportDto> report) => report.Value.Problems.Select(p => $"{p.Row} {p.Column}").Order(StringComparer.Ordinal);

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Task<Result<SheetImportDto>> ImportAsync(PanelOffice office, string text, bool trial = false, string language = "zh-CN") =>
        office.Host.UseAsync<ImportExperts, Result<SheetImportDto>>(
            u => u.HandleAsync(new ImportExperts.Request("experts.csv", Bytes(text), trial), office.Lead with { Language = language }, default));
}
