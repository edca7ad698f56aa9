using System.Xml.Linq;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Secrets;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Approvals.Web.Session;

/// <summary>The key ring of cookies and tokens in the database: any node reads what another has signed.</summary>
internal sealed class DatabaseKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        return [.. context.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        if (context.DataProtectionKeys.Any(k => k.Name == friendlyName))
        {
            return;
        }

        context.DataProtectionKeys.Add(new DataProtectionKey
        {
            Id = scope.ServiceProvider.GetRequiredService<IIdSource>().Next(),
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = clock.GetUtcNow(),
        });
        context.SaveChanges();
    }

    /// <summary>Makes the key ring use the database, sealed.</summary>
    internal sealed class Setup(IXmlRepository keys, ICryptography cryptography, IMasterKeys masters) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options) => (options.XmlRepository, options.XmlEncryptor) = (keys, new SealedKeys(cryptography, masters));
    }
}
