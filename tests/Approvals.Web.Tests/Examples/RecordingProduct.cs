using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Approvals.Web.ApiKeys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Examples;

/// <summary>A product that keeps what is sent to and answered by each address that a key opens.</summary>
internal sealed class RecordingProduct : ProductServer
{
    private const int LongestList = 2;

    /// <summary>The first whole exchange of each operation.</summary>
    public ConcurrentDictionary<string, JsonObject> Exchanges { get; } = new(StringComparer.Ordinal);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Outside:Hosts:0", "https://told.example.org");
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Filter(Keep)));
    }

    private void Keep(HttpContext http, string request, string response)
    {
        if (http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } endpoint && endpoint.Metadata.GetMetadata<KeyScope>() is not null
            && http.Response.StatusCode is 200 or 204)
        {
            var exchange = new JsonObject();
            Add(exchange, "request", http.Request.HasJsonContentType() ? request : "");
            Add(exchange, "response", http.Response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true ? response : "");
            Exchanges.TryAdd($"{http.Request.Method} {pattern.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).TrimEnd('/')}", exchange);
        }
    }

    private static void Add(JsonObject exchange, string name, string text)
    {
        if (text.Length > 0 && JsonNode.Parse(text) is { } json)
        {
            Shorten(json);
            exchange[name] = json;
        }
    }

    /// <summary>An example shows the shape: of a long list two are enough.</summary>
    private static void Shorten(JsonNode? json)
    {
        if (json is JsonArray list)
        {
            while (list.Count > LongestList)
            {
                list.RemoveAt(list.Count - 1);
            }
        }

        foreach (var inner in json switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] })
        {
            Shorten(inner);
        }
    }

    private sealed class Filter(Action<HttpContext, string, string> keep) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, then) =>
            {
                http.Request.EnableBuffering();
                var (real, copy) = (http.Response.Body, new MemoryStream());
                http.Response.Body = copy;
                await then(http);
                http.Response.Body = real;
                http.Request.Body.Position = 0;
                using var reader = new StreamReader(http.Request.Body, Encoding.UTF8, leaveOpen: true);
                var request = http.Request.HasJsonContentType() ? await reader.ReadToEndAsync() : "";
                keep(http, request, Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length));
                copy.Position = 0;
                await copy.CopyToAsync(real);
            });
            next(app);
        };
    }
}
