using System.Text;
using System.Xml.Linq;
using Approvals.Application.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Approvals.Web.Session;

/// <summary>
/// Seals the keys of cookies and mail tokens with a key derived from the master key, so that whoever has only the database cannot sign a
/// cookie with them.
/// </summary>
internal sealed class SealedKeys(ICryptography cryptography, IMasterKeys masters) : IXmlEncryptor
{
    private const string Element = "sealedKey";
    private const string Key = "key";
    private const string Purpose = "cookies";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var id = masters.CurrentId;
        var payload = cryptography.Encrypt(
            cryptography.Derive(masters.Find(id), Purpose), Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Encoding.UTF8.GetBytes(Purpose));
        return new EncryptedXmlInfo(new XElement(Element, new XAttribute(Key, id), Convert.ToBase64String(payload)), typeof(Opener));
    }

    /// <summary>Opens what was sealed; made by the framework, which names it beside each key.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement)
        {
            var cryptography = services.GetRequiredService<ICryptography>();
            var key = services.GetRequiredService<IMasterKeys>().Find(encryptedElement.Attribute(Key)!.Value);
            return XElement.Parse(Encoding.UTF8.GetString(
                cryptography.Decrypt(cryptography.Derive(key, Purpose), Convert.FromBase64String(encryptedElement.Value), Encoding.UTF8.GetBytes(Purpose))));
        }
    }
}
