using System.Text;
using System.Text.Json;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Nobody, a forged change, somebody else's thing, and things that are not there.</summary>
[Collection(SharedCare.Name)]
public sealed class AccessTests(CarefulProduct server)
{
    public static TheoryData<string> Closed => Matrix.Where((row, _) => row.By is not null);

    public static TheoryData<string> Changes => Matrix.Where((_, operation) => operation.IsChange);

    public static TheoryData<string> Owned => Matrix.Where((row, _) => row.Thing is not (Thing.None or Thing.Public));

    public static TheoryData<string> Addressed => Matrix.Where((_, operation) => operation.Parameters.Any(p => p.InPath && p.IsId));

    public static TheoryData<string> Named => Matrix.Where((_, operation) => operation.Parameters.Any(p => p.InPath && !p.IsId && p.Name != "act"));

    [Theory, MemberData(nameof(Closed))]
    public async Task Operation_ByNobody_AsksToSignIn(string operation)
    {
        var answer = await server.RefusedAsync(null, visitor => visitor.SendAsync(Contract.Find(operation)), 401);

        Assert.Equal("request.signInFirst", answer.Code);
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task Change_WithoutTheAntiforgeryToken_IsRefused(string operation)
    {
        var (row, described) = (Matrix.Find(operation), Contract.Find(operation));
        var visitor = await server.AsAsync(row.By, "zh-CN");
        var before = server.Writes();
        var address = described.Template.Replace("{act}", "approve", StringComparison.Ordinal).Replace("{code}", "talent-classification", StringComparison.Ordinal)
            .Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("{assignmentId}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace("{sessionId}", Guid.NewGuid().ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(described.Method), address + (operation == "POST /api/documents" ? "?type=contract" : ""))
        {
            Content = row.Body is null ? null : new StringContent(JsonSerializer.Serialize(row.Body), Encoding.UTF8, "application/json"),
        };

        using var response = await visitor.Client.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("request.antiforgery", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, server.Writes());
    }

    [Theory, MemberData(nameof(Owned))]
    public async Task Thing_OfSomebodyElse_IsNeitherShownNorChanged(string operation)
    {
        var row = Matrix.Find(operation);
        var id = (await server.BelongingsAsync()).Ids[row.Thing];

        var answer = await server.RefusedAsync(row.Outsider, visitor => visitor.SendAsync(Contract.Find(operation), id), 403, 404);

        Assert.StartsWith(answer.Status == 404 ? "" : row.Thing == Thing.Office ? "rights." : "", answer.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", Thing.Draft)]
    [InlineData("task", Thing.Correction)]
    [InlineData("task", Thing.Task)]
    internal async Task Upload_ForSomethingOfSomebodyElse_IsRefused(string place, Thing thing)
    {
        var id = (await server.BelongingsAsync()).Ids[thing];

        await server.RefusedAsync(
            "li.ruolan", visitor => visitor.UploadAsync($"/api/documents?{place}={id}&type=contract", CaseStory.Pdf, "a.pdf", "application/pdf"), 403, 404);
    }

    [Theory, MemberData(nameof(Addressed))]
    public async Task Thing_ThatDoesNotExist_IsNotFound(string operation) =>
        await server.RefusedAsync(Matrix.Find(operation).By, visitor => visitor.SendAsync(Contract.Find(operation)), 404);

    [Theory, MemberData(nameof(Addressed))]
    public async Task Thing_WhoseIdIsNoId_IsNotFound(string operation) =>
        await server.RefusedAsync(Matrix.Find(operation).By, visitor => visitor.SendAsync(Contract.Find(operation), "not-an-id"), 404);

    [Theory, MemberData(nameof(Named))]
    public async Task Thing_WhoseNameIsUnknown_IsNotFound(string operation) =>
        await server.RefusedAsync(Matrix.Find(operation).By, visitor => visitor.SendAsync(Contract.Find(operation)), 404);

    [Theory]
    [InlineData("GET", "/api/nothing-here")]
    [InlineData("POST", "/api/home")]
    [InlineData("PUT", "/api/session")]
    public async Task Address_OrMethodThatDoesNotExist_IsNotFound(string method, string address) =>
        await server.RefusedAsync("zhou.jianhua", visitor => visitor.SendRawAsync(new HttpMethod(method), address, null), 404, 405);
}
