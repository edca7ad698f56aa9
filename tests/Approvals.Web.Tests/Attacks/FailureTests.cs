using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.Attacks;

/// <summary>Something breaks inside, as it does when a table is gone: what whoever asked is told of it.</summary>
public sealed class FailureTests(CarefulProduct server) : IClassFixture<CarefulProduct>
{
    [Theory]
    [InlineData("GET", "zh-CN")]
    [InlineData("POST", "en")]
    public async Task Failure_Inside_SaysAReferenceAndNothingOfTheMachine(string method, string language)
    {
        var reviewer = await server.AsAsync("xu.lei", language);
        await server.ReadAsync(c => c.Database.ExecuteSqlRawAsync("ALTER TABLE SavedViews RENAME TO GoneViews"));
        try
        {
            var answer = await reviewer.SendRawAsync(new HttpMethod(method), "/api/views", method == "GET" ? null : """{"name":"红灯","query":"tab=todo","columns":[]}""");

            Assert.Equal((500, "request.unexpected"), (answer.Status, answer.Code));
            Assert.Matches("^[0-9a-f]{16}$", answer.Text("reference"));
            string[] inner = ["SavedViews", "GoneViews", "SQL", "Exception", "   at ", "Approvals.", ".cs", server.Data];
            Assert.All(inner, word => Assert.DoesNotContain(word, answer.Body.ToString(), StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            await server.ReadAsync(c => c.Database.ExecuteSqlRawAsync("ALTER TABLE GoneViews RENAME TO SavedViews"));
        }
    }
}
