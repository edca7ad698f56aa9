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
        var questions = Questions(addresses).ToList();
        var cells = new Cell[questions.Count];
        await Parallel.ForEachAsync(questions.Index().Where(q => !Changes(q.Item.Operation)), async (question, _) =>
            cells[question.Index] = await AskAsync(office, addresses, question.Item));
        server.PutBack();
        foreach (var (index, question) in questions.Index().Where(q => Changes(q.Item.Operation)))
        {
            cells[index] = await AskAsync(office, addresses, question);
            if (!cells[index].IsRefused)
            {
                server.PutBack();
            }
        }

        return cells;
    }

    private static IEnumerable<Question> Questions(Addresses addresses) =>
        from operation in Contract.Operations
        from whose in Addresses.IsOfSomebody(operation) ? new Whose?[] { Whose.Own, Whose.Here, Whose.There } : [null]
        from asker in Office.Askers
        let address = addresses.Of(operation, asker, whose ?? Whose.Here)
        where address is not null
        select new Question(operation, asker, whose, address);

    /// <summary>Whether what is asked leaves other things behind than it found; what only reads is asked by all at once.</summary>
    private static bool Changes(Operation operation) => operation.IsChange || operation.Name == MakesAKey;

    private static async Task<Cell> AskAsync(Office office, Addresses addresses, Question question)
    {
        var (operation, asker, whose, address) = question;
        using var body = addresses.Body(operation, asker);
        var answer = await office.Callers[asker.Role].SendAsync(new HttpMethod(operation.Method), address, body);
        return new Cell(operation.Name, asker.Role, whose, answer.Status, answer.Code);
    }

    /// <summary>Who looks at how to set up the second factor gets a new key for it, which ends the session of the old cookie.</summary>
    private const string MakesAKey = "GET /api/account/two-factor";

    private sealed record Question(Operation Operation, Asker Asker, Whose? Whose, string Address);
}
