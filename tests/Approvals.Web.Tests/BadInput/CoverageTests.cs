using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.BadInput;

/// <summary>A new address is not done until somebody has said what happens when it is used wrongly.</summary>
[Collection(SharedCare.Name)]
public sealed class CoverageTests(CarefulProduct server)
{
    [Fact]
    public void Matrix_AgainstTheAddressesThatRun_HoldsEachOnce()
    {
        using var started = server.CreateClient();
        var running = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && !e.RoutePattern.RawText.StartsWith("/api/{**", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {Plain(e.RoutePattern.RawText!)}"));

        Assert.Equal(running.Order(), Matrix.Rows.Select(r => r.Operation).Order());
    }

    [Fact]
    public void Matrix_AgainstTheDocument_HoldsEachOnce() =>
        Assert.Equal(Contract.Operations.Select(o => o.Name).Order(), Matrix.Rows.Select(r => r.Operation).Order());

    [Fact]
    public void Matrix_OfAnOperationWithABody_HasABodyThatIsWellFormed() =>
        Assert.All(Contract.Operations, o => Assert.Equal(o.Body is not null, Matrix.Find(o.Name).Body is not null));

    [Fact]
    public void Matrix_OfAnAddressWithAnId_SaysWhoseItIs() =>
        Assert.All(Contract.Operations.Where(o => o.Parameters.Any(p => p.InPath && p.IsId)), o => Assert.NotEqual(Thing.None, Matrix.Find(o.Name).Thing));

    [Fact]
    public void Changes_AllOfThem_AreTriedTwiceAtOnce() =>
        Assert.Equal(Contract.Operations.Where(o => o.IsChange).Select(o => o.Name).Order(), Held(Bad.Twice).Order());

    [Fact]
    public void Changes_WithAVersion_AreTriedWithAStaleOne() =>
        Assert.Equal(
            Contract.Operations.Where(o => o.Body?.GetProperty("properties").TryGetProperty("etag", out _) == true).Select(o => o.Name).Order(),
            Held(Bad.Stale).Order());

    private static IEnumerable<string> Held(Bad bad) =>
        typeof(CoverageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<FactAttribute>() is not null)
            .SelectMany(m => m.GetCustomAttributes<HoldsAttribute>())
            .Where(h => h.Bad == bad).Select(h => h.Operation);

    private static string Plain(string pattern) => pattern.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).Replace("{**", "{", StringComparison.Ordinal).TrimEnd('/');
}
