using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Approvals.Web.Hosting;

/// <summary>
/// Whom the product believes when a request says where it came from and how: the proxies that <c>Site:Proxies</c> names, and nobody
/// where none is named. Without that everybody behind a proxy would share one address, and anybody could claim another.
/// </summary>
internal static class Proxies
{
    public const string Setting = "Site:Proxies";

    public static void UseProxies(this WebApplication app)
    {
        var known = app.Configuration.GetSection(Setting).Get<string[]>() ?? [];
        if (known.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = known.Length };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }
}
