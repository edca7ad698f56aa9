using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Approvals.Database.SqlServer.Tests;

/// <summary>What a SQL Server would refuse on the first start, found without one.</summary>
public sealed class LimitTests
{
    private const int ClusteredKeyBytes = 900;
    private const int IndexKeyBytes = 1700;
    private const int NameLength = 128;

    [Fact]
    public void Keys_AreNoLongerThanTheServerTakes()
    {
        using var model = new OfflineModel();

        var keys = model.Tables.SelectMany(t => t.UniqueConstraints)
            .Select(k => (k.Name, Bytes: Bytes(k.Columns), Most: k.GetIsPrimaryKey() ? ClusteredKeyBytes : IndexKeyBytes));
        var indexes = model.Tables.SelectMany(t => t.Indexes).Select(i => (i.Name, Bytes: Bytes(i.Columns), Most: IndexKeyBytes));

        Assert.Empty(keys.Concat(indexes).Where(k => k.Bytes > k.Most).Select(k => $"{k.Name}: {k.Bytes} of {k.Most} bytes"));
    }

    [Fact]
    public void Names_AreNoLongerThanTheServerTakes()
    {
        using var model = new OfflineModel();

        var names = model.Tables.SelectMany(t => (string[])
        [
            t.Name, .. t.Columns.Select(c => c.Name), .. t.Indexes.Select(i => i.Name),
            .. t.UniqueConstraints.Select(k => k.Name), .. t.ForeignKeyConstraints.Select(k => k.Name),
        ]);

        Assert.DoesNotContain(names, n => n.Length > NameLength);
    }

    /// <summary>SQL Server refuses a table that a delete could reach from one row on two ways, or by a cycle (error 1785).</summary>
    [Fact]
    public void Deletes_ReachEachTableOnOneWay()
    {
        using var model = new OfflineModel();
        var dependants = model.Tables.SelectMany(t => t.ForeignKeyConstraints)
            .Where(k => k.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault)
            .ToLookup(k => k.PrincipalTable, k => k.Table);

        var twice = model.Tables.SelectMany(start => Reached(start, dependants, [])
            .GroupBy(t => t).Where(g => g.Count() > 1 || g.Key == start).Select(g => $"{start.Name} → {g.Key.Name}"));

        Assert.Empty(twice);
    }

    private static IEnumerable<ITable> Reached(ITable from, ILookup<ITable, ITable> dependants, HashSet<ITable> way) =>
        way.Add(from) ? dependants[from].SelectMany(t => Reached(t, dependants, [.. way]).Prepend(t)) : [];

    private static int Bytes(IEnumerable<IColumn> columns) => columns.Sum(c => Bytes(c.StoreType));

    private static int Bytes(string storeType)
    {
        var (name, size) = storeType.Split('(', ')') is [var n, var s, ..] ? (n, s) : (storeType, "");
        return name switch
        {
            _ when size == "max" => int.MaxValue / 4,
            "nvarchar" or "nchar" => 2 * Size(size),
            "varchar" or "char" or "varbinary" or "binary" => Size(size),
            "uniqueidentifier" => 16,
            "bigint" or "datetime2" or "float" => 8,
            "datetimeoffset" => 10,
            "decimal" => 17,
            "int" or "date" or "time" or "real" => 5,
            "smallint" or "tinyint" or "bit" => 2,
            _ => throw new NotSupportedException($"How long is {storeType}?"),
        };
    }

    private static int Size(string size) => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture);
}
