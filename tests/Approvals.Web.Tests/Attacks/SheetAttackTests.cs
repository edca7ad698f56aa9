using System.Globalization;
using System.IO.Compression;
using System.Text;
using Approvals.Application.Sheets;
using Approvals.Infrastructure.Spreadsheets;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Spreadsheets that nobody makes by mistake, at every address that takes one: the list comes from the document.</summary>
[Collection(SharedCare.Name)]
public sealed class SheetAttackTests(CarefulProduct server)
{
    /// <summary>Addresses that take a file which is no spreadsheet.</summary>
    private static readonly string[] Others =
    [
        "POST /api/documents", "POST /api/policy/versions", "POST /api/mandates/{id}/documents", "POST /api/represented/{id}/consent", "POST /api/presence/entries/{id}/documents",
        "POST /api/admin/calendars/import",
    ];

    /// <summary>What is sent, and the code it is refused with; none where its mistakes are told cell by cell.</summary>
    private static readonly Dictionary<string, (byte[] Content, string? Code)> Hostile = new(StringComparer.Ordinal)
    {
        ["long.csv"] = (Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 100_000).Select(i => i.ToString("D6", CultureInfo.InvariantCulture) + ",甲,A,province,"))), "sheets.tooManyRows"),
        ["long.xlsx"] = (XlsxWriter.Write("rows", [.. Enumerable.Range(0, 100_000).Select(i => (System.Collections.Immutable.ImmutableArray<string>)[$"{i:D6}", "甲"])]), "sheets.tooManyRows"),
        ["large.csv"] = (new byte[ISheetFiles.MostBytes + 1], "sheets.tooLarge"),
        ["wide.csv"] = (Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 200_000))), null),
        ["bomb.xlsx"] = (Bomb(), "spreadsheets.tooLarge"),
        ["page.xlsx"] = ("<html><script>alert(1)</script>"u8.ToArray(), "sheets.kind"),
        ["cut.xlsx"] = (XlsxWriter.Write("rows", [["code"], ["1"]])[..200], "spreadsheets.notWorkbook"),
        ["empty.csv"] = ([], null),
        ["latin.csv"] = ([0xC3, 0x28, 0x2C, 0xFF, 0xFE], "sheets.encoding"),
        ["quote.csv"] = ("\"never closed,1\n2,3"u8.ToArray(), "sheets.quote"),
    };

    public static TheoryData<string, string> Sheets { get; } = Matrix.Pairs(
        from operation in Contract.Operations
        where !Others.Contains(operation.Name) && operation.Description.TryGetProperty("requestBody", out var body)
            && body.GetProperty("content").TryGetProperty("multipart/form-data", out _)
        from name in Hostile.Keys
        select (operation.Name, name));

    [Theory, MemberData(nameof(Sheets))]
    public async Task Sheet_ThatIsHostile_IsRefusedAndWritesNothing(string operation, string name)
    {
        var (row, described) = (Matrix.Find(operation), Contract.Find(operation));
        var (content, code) = Hostile[name];
        var keeper = await server.AsAsync(row.By, "zh-CN");
        var before = server.Writes();

        var answer = await keeper.UploadAsync(await AddressAsync(described, row.By!), content, name, "application/octet-stream");

        if (code is null)
        {
            // A table is read and not written: it has its mistakes alone.
            Assert.True(
                answer.Status == 200 && (answer.Body.TryGetProperty("applied", out var applied)
                    ? !applied.GetBoolean() && answer["problemCount"].GetInt32() > 0
                    : answer["problems"].GetArrayLength() > 0),
                $"{answer.Status}: {answer.Body}");
        }
        else
        {
            Assert.True(answer.Status is 400 or 413 && answer.Code == code, $"{answer.Status}: {answer.Body}");
        }

        Assert.Equal(before, server.Writes());
    }

    /// <summary>The address; a keeper of an organisation's things sends them for that organisation, an agent for the own employer.</summary>
    private async Task<string> AddressAsync(Operation operation, string keeper) =>
        operation.Parameters.Any(p => p.Name == "organisation") ? $"{operation.Template}?organisation=" + await server.ReadAsync(c => (
            from held in c.RoleAssignments
            join user in c.Users on held.UserId equals user.Id
            where user.UserName == keeper && held.OrganisationId != null
            select held.OrganisationId).FirstAsync())
        : operation.Template.StartsWith("/api/employers/{id}/", StringComparison.Ordinal) ? operation.Template.Replace(
            "{id}",
            $"{await server.ReadAsync(c => c.Mandates.Where(m => c.Users.Any(u => u.Id == m.AgentUserId && u.UserName == keeper)).Select(m => m.OrganisationId).FirstAsync())}",
            StringComparison.Ordinal)
        : operation.Template.StartsWith("/api/studio/drafts/{id}/", StringComparison.Ordinal) ? operation.Template.Replace(
            "{id}", $"{await server.ReadAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == "talent-classification").Select(v => v.Id).FirstAsync())}", StringComparison.Ordinal)
            .Replace("{file}", "cards.dmn", StringComparison.Ordinal).Replace("{decision}", "items", StringComparison.Ordinal)
        : operation.Template.Replace("{name}", "departments", StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/admin/regions/import", "code,nameZh,nameEn,level,parent\n910000,甲省,,province,\n910000,又甲省,,province,\n", 3)]
    [InlineData("/api/admin/dictionaries/departments/import", "code,nameZh,nameEn\nd1,一科,One\nd1,二科,Two\n", 3)]
    [InlineData("/api/admin/organisations/import", "uscc,name,kind,region\n91220100MA99B0001Q,一,enterprise,220100\n91220100MA99B0001Q,二,enterprise,220100\n", 3)]
    public async Task Key_ThatStandsTwice_IsToldByItsRow_AndNothingIsTaken(string address, string text, int row)
    {
        var keeper = await server.AsAsync("admin.system", "zh-CN");
        var before = server.Writes();

        var answer = await keeper.UploadAsync(address, Encoding.UTF8.GetBytes(text), "rows.csv", "text/csv");

        Assert.Equal((200, false), (answer.Status, answer["applied"].GetBoolean()));
        Assert.Contains(answer["problems"].EnumerateArray(), p => p.GetProperty("row").GetInt32() == row);
        Assert.Equal(before, server.Writes());
    }

    /// <summary>A workbook one of whose parts unpacks to 200 MB.</summary>
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        stream.Write(XlsxWriter.Write("rows", [["code"], ["1"]]));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/media/picture.bin").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                entry.Write(zeros);
            }
        }

        return stream.ToArray();
    }
}
