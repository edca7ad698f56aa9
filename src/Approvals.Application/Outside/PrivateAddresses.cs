using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Approvals.Application.Outside;

/// <summary>Addresses that are not of the public network (IANA's special-purpose registries), among them this machine's own.</summary>
public static class PrivateAddresses
{
    private static readonly ImmutableArray<IPNetwork> Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address, or the IPv4 one that it carries inside, is of a private network.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Networks.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain))
            || (plain.AddressFamily == AddressFamily.InterNetworkV6 && Embedded(plain.GetAddressBytes()) is { } inner && Contains(inner));
    }

    /// <summary>The IPv4 address inside a translated (64:ff9b::/96, 64:ff9b:1::/48) or tunnelled (2002::/16) one.</summary>
    private static IPAddress? Embedded(byte[] bytes) => bytes switch
    {
        [0x00, 0x64, 0xff, 0x9b, ..] => new IPAddress(bytes.AsSpan(12, 4)),
        [0x20, 0x02, ..] => new IPAddress(bytes.AsSpan(2, 4)),
        _ => null,
    };
}
