using System.Security.Cryptography;
using System.Text;

namespace Approvals.Application.Database;

/// <summary>Ids that follow from what a row stands for: writing the same thing twice meets itself.</summary>
public static class StableId
{
    /// <summary>The id of a thing of an owner, by kind and key.</summary>
    public static Guid Of(Guid owner, string kind, string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner:N}\n{kind}\n{key}")).AsSpan(0, 16), bigEndian: true);
}
