using System.Collections.Immutable;
using System.Text;
using Approvals.Decisions.Tests.Analysis;

namespace Approvals.Decisions.Tests.Spreadsheets;

/// <summary>A table as rows of a sheet and back, and mistakes by cell.</summary>
public sealed class TableSheetTests
{
    private static readonly DecisionModel Model = Models.Sound(TypedTables.Xml(
        "hitPolicy=\"FIRST\"", ["n: number = [0..9]", "s: string = \"a\", \"b\""], ["x: number = 1, 2 default 2", "y: string"], ["< 5; - => 1; \"k\" # first"]));

    public static TheoryData<int, int, string, string, string> Mistakes() => new()
    {
        { 0, 1, "SOMETIMES", "S!B1", "SOMETIMES" },
        { 1, 2, "column", "S!C2", "column" },
        { 3, 1, "n +", "S!B4", "" },
        { 4, 1, "numbr", "S!B5", "numbr" },
        { 5, 2, "\"a", "S!C6", "" },
        { 6, 3, "1 +", "S!D7", "" },
        { 7, 1, "< <", "S!B8", "" },
        { 7, 3, "", "S!D8", "" },
        { 3, 3, "", "S!D4", "" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_Mistake_NamedByItsCell(int row, int column, string text, string address, string told)
    {
        var rows = TableSheet.Rows(Document().Table("Result").Value);
        var reading = TableSheet.Read("S", rows.SetItem(row, rows[row].SetItem(column, text)), Model);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(address, problem.Address);
        Assert.StartsWith(address + ": ", problem.Message.En, StringComparison.Ordinal);
        Assert.StartsWith(address + "：", problem.Message.Zh, StringComparison.Ordinal);
        Assert.Contains(told, problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameIdTwiceOrNothingOrTooMuch_Named()
    {
        var rows = TableSheet.Rows(Document().Table("Result").Value);
        Assert.Equal(["S!A9"], TableSheet.Read("S", rows.Add(rows[7]), Model).Problems.Select(problem => problem.Address));
        Assert.Null(TableSheet.Read("S", []).Table);
        Assert.Null(TableSheet.Read("S", [.. Enumerable.Repeat(ImmutableArray<string>.Empty, TableSheet.MostRows + 1)]).Table);
    }

    [Fact]
    public void Read_RowsOfATable_TheTable()
    {
        foreach (var file in DmnFiles.Shipped())
        {
            var document = DecisionDocument.Read(File.ReadAllBytes(file)).Value;
            var model = document.Compile().Value;
            foreach (var table in document.Tables.Select(name => document.Table(name).Value))
            {
                var reading = TableSheet.Read("S", TableSheet.Rows(table), model);
                Assert.Empty(reading.Problems.Select(problem => problem.Message.En));
                Assert.Equal(Text(table), Text(reading.Table!));
            }
        }
    }

    [Theory]
    [InlineData(0, 0, "A1")]
    [InlineData(6, 2, "C7")]
    [InlineData(9, 26, "AA10")]
    [InlineData(19_999, 701, "ZZ20000")]
    public void Address_OfACell_AndBack(int row, int column, string address)
    {
        Assert.Equal(address, SheetAddress.Of(row, column));
        Assert.Equal((row, column), SheetAddress.Parse(address));
    }

    private static DecisionDocument Document() => DecisionDocument.Read(Encoding.UTF8.GetBytes(Models.Xml(TypedTables.Xml(
        "hitPolicy=\"FIRST\"", ["n: number = [0..9]", "s: string = \"a\", \"b\""], ["x: number = 1, 2 default 2", "y: string"], ["< 5; - => 1; \"k\" # first"])))).Value;

    private static string Text(TableGrid table) => string.Join('\n', TableSheet.Rows(table).Select(row => string.Join('|', row)));
}
