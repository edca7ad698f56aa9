using Approvals.Web.Tests.BadInput;

namespace Approvals.Web.Tests.Rights;

/// <summary>
/// Who may do what with whose thing, measured on the running product for every address, and what was meant. Run with
/// APPROVALS_WRITE_MATRIX=1 to print it anew into docs/security.md.
/// </summary>
public sealed class RightsMatrixTests(MeasuredProduct server) : IClassFixture<MeasuredProduct>
{
    private const string Renew = "docs/security.md is behind: APPROVALS_WRITE_MATRIX=1 dotnet test tests/Approvals.Web.Tests --filter FullyQualifiedName~RightsMatrixTests";

    [Fact]
    public async Task Everybody_AtEveryAddress_ComesAsFarAsMeant()
    {
        var cells = await Measured.AllAsync(server, await Office.OpenAsync(server));
        if (Environment.GetEnvironmentVariable("APPROVALS_WRITE_MATRIX") == "1")
        {
            MatrixTable.Write(MatrixTable.Of(cells));
        }

        Assert.Empty(cells.Where(c => c.Status is >= 300 and < 400 or >= 500 || c.Code == "request.malformed").Select(c => $"{c.Operation} by {c.Role}: {c.Status} {c.Code}, which tells nothing of rights"));
        Assert.Empty(
            from cell in cells
            let asker = Office.Askers.Single(a => a.Role == cell.Role)
            let rule = Rules.Of(cell.Operation)
            where !rule.Fits(asker, cell)
            select $"{cell.Operation} by {cell.Role}, {cell.Whose}: {cell.Status} {cell.Code}, meant is {rule.Of(asker, cell.Whose)}");
        Assert.True(MatrixTable.Of(cells) == MatrixTable.InDocument(), Renew);
    }

    /// <summary>An address that keeps everybody out has not been asked for a real thing, unless it comes after something that nobody has done here.</summary>
    [Fact]
    public void Rules_OfEachAddress_LetSomebodyThrough() =>
        Assert.Equal(Rules.Closed.Order(StringComparer.Ordinal), Rules.Names.Where(n => !Rules.Of(n).LetsAnybody).Order(StringComparer.Ordinal));

    [Fact]
    public void Rules_AgainstTheDocumentOfTheApi_NameEachAddressOnce() =>
        Assert.Equal(Contract.Operations.Select(o => o.Name).Order(StringComparer.Ordinal), Rules.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void Matrix_InTheDocument_IsTheOneThatIsMeant()
    {
        var lines = MatrixTable.InDocument().Split('\n').Where(l => l.Contains(" /api/", StringComparison.Ordinal))
            .Select(l => l[2..^2].Split(" | ")).ToList();

        Assert.Equal(Contract.Operations.Select(o => o.Name).Order(StringComparer.Ordinal), lines.Select(l => l[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.All(Office.Askers.Index(), asker =>
        {
            var said = line[asker.Index + 2].Trim();
            Assert.All(MatrixTable.KindsOf(line[1]), kind => Assert.True(
                said.Length == 0 || said == MatrixTable.Word(Rules.Of(line[0]).Of(asker.Item, kind)), $"{line[0]}, {line[1]}, {asker.Item.Role}: {said}. {Renew}"));
        }));
    }
}
