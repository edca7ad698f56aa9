namespace Approvals.Web.Tests.BadInput;

/// <summary>Queries that are not as the document says.</summary>
[Collection(SharedCare.Name)]
public sealed class QueryTests(CarefulProduct server)
{
    private static readonly string[] WrongCursors = ["zzz!", "e30", "W10", "bnVsbA", "eyJJZCI6Im5vbmUifQ"];

    /// <summary>Every value of every query.</summary>
    public static TheoryData<string, string> Values { get; } = Matrix.Pairs(
        from operation in Contract.Operations
        from parameter in operation.Parameters
        where !parameter.InPath
        select (operation.Name, parameter.Name));

    [Theory, MemberData(nameof(Values))]
    public async Task Query_WithAValueThatCannotBe_IsRefused(string operation, string name)
    {
        var parameter = Contract.Find(operation).Parameters.Single(p => p.Name == name);
        IEnumerable<string> wrong = [new string('x', 5000), "a%00b", .. parameter.IsId || parameter.IsChoice ? ["nothing", ""] : name == "cursor" ? WrongCursors : Array.Empty<string>()];
        var others = operation == "POST /api/documents" && name != "type" ? "&type=contract" : "";
        foreach (var value in wrong.Where(v => v.Length > 0))
        {
            await server.RefusedAsync(Matrix.Find(operation).By, visitor => visitor.SendAsync(Contract.Find(operation), query: $"?{name}={value}{others}"), 400);
        }
    }

    /// <summary>Every day of every query.</summary>
    public static TheoryData<string, string> Days { get; } = Matrix.Pairs(
        from operation in Contract.Operations
        from parameter in operation.Parameters
        where parameter.IsDay
        select (operation.Name, parameter.Name));

    /// <summary>Where calendars end, adding a day would fail.</summary>
    [Theory, MemberData(nameof(Days))]
    public async Task Query_WithADayAtTheEdgeOfTheCalendar_IsRefused(string operation, string name)
    {
        foreach (var day in new[] { "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31" })
        {
            await server.RefusedAsync(Matrix.Find(operation).By, visitor => visitor.SendAsync(Contract.Find(operation), query: $"?{name}={day}"), 422);
        }
    }

    [Fact]
    public async Task Name_InAnAddress_ThatIsFarTooLong_IsRefused() =>
        await server.RefusedAsync("zhou.jianhua", visitor => visitor.GetAsync($"/api/services/{new string('x', 5000)}"), 400, 404);
}
