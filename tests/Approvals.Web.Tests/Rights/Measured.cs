using Approvals.Web.Tests.BadInput;

namespace Approvals.Web.Tests.Rights;

/// <summary>What came of one request.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Role">By whom.</param>
/// <param name="Whose">Of whose thing; null where it is nobody's.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The problem's code, or empty.</param>
internal sealed record Cell(string Operation, string Role, Whose? Whose, int Status, string Code)
{
    /// <summary>Whether the asker was kept out: not signed in, not allowed, or not told that there is such a thing.</summary>
    public bool IsRefused => Status is 401 or 403 or 404;
}

/// <summary>Asks every operation of the product as everybody.</summary>
internal static class Measured
{
    public static async Task<IReadOnlyList<Cell>> AllAsync(MeasuredProduct server, Office office)
    {
        var addresses = new Addresses(office);
        var cells = new List<Cell>();
        foreach (var operation in Contract.Operations)
        {
            Whose?[] relations = Addresses.IsOfSomebody(operation) ? [Whose.Own, Whose.Here, Whose.There] : [null];
            foreach (var whose in relations)
            {
                foreach (var asker in Office.Askers)
                {
                    if (addresses.Of(operation, asker, whose ?? Whose.Here) is { } address)
                    {
                        cells.Add(await AskAsync(server, office, addresses, new Question(operation, asker, whose, address)));
                    }
                }
            }
        }

        return cells;
    }

    private static async Task<Cell> AskAsync(MeasuredProduct server, Office office, Addresses addresses, Question question)
    {
        var (operation, asker, whose, address) = question;
        using var body = addresses.Body(operation, asker);
        var answer = await office.Callers[asker.Role].SendAsync(new HttpMethod(operation.Method), address, body);
        var cell = new Cell(operation.Name, asker.Role, whose, answer.Status, answer.Code);
        if (!cell.IsRefused && (operation.IsChange || operation.Name == MakesAKey))
        {
            server.PutBack();
        }

        return cell;
    }

    /// <summary>Who looks at how to set up the second factor gets a new key for it, which ends the session of the old cookie.</summary>
    private const string MakesAKey = "GET /api/account/two-factor";

    private sealed record Question(Operation Operation, Asker Asker, Whose? Whose, string Address);
}
