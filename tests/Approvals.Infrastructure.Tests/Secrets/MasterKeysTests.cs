using System.Security.Cryptography;
using Approvals.Infrastructure.Secrets;

namespace Approvals.Infrastructure.Tests.Secrets;

public sealed class MasterKeysTests : IDisposable
{
    private readonly AesCryptography _cryptography = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_FileMissingInDevelopment_IsMadeOnceAndReadAgain()
    {
        var first = MasterKeys.Load(Options(mayCreate: true), _cryptography);
        var second = MasterKeys.Load(Options(mayCreate: true), _cryptography);

        Assert.Equal(first.LookUpKey, second.LookUpKey);
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Options(true).File) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Load_FileMissingInProduction_Throws() =>
        Assert.Throws<InvalidOperationException>(() => MasterKeys.Load(Options(mayCreate: false), _cryptography));

    [Fact]
    public void Parse_KeyAdded_WrapsWithTheNewAndKeepsTheOldAndTheLookUp()
    {
        var (one, two) = ($"1 {Key()}", $"2 {Key()}");
        var before = MasterKeys.Parse(one, _cryptography);
        var after = MasterKeys.Parse($"{one}\n{two}", _cryptography);

        Assert.Equal(("1", "2"), (before.CurrentId, after.CurrentId));
        Assert.Equal(before.Find("1"), after.Find("1"));
        Assert.Equal(before.LookUpKey, after.LookUpKey);
        Assert.Equal(before.AuditKey, after.AuditKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 short")]
    [InlineData("1")]
    [InlineData("1 AAAA")]
    public void Parse_NotAKey_Throws(string text) => Assert.Throws<InvalidOperationException>(() => MasterKeys.Parse(text, _cryptography));

    [Fact]
    public void Derive_Purposes_GiveDifferentKeys()
    {
        var keys = MasterKeys.Parse($"1 {Key()}", _cryptography);

        Assert.NotEqual(keys.AuditKey, keys.LookUpKey);
        Assert.NotEqual(keys.AuditKey, keys.Find("1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(-1)]
    public void Decrypt_OneBitChanged_Throws(int at)
    {
        var key = _cryptography.NewKey();
        var payload = _cryptography.Encrypt(key, new byte[64], "place"u8);
        payload[at < 0 ? payload.Length + at : at] ^= 4;

        Assert.ThrowsAny<CryptographicException>(() => _cryptography.Decrypt(key, payload, "place"u8));
    }

    [Fact]
    public void Encrypt_SameTwice_Differs()
    {
        var key = _cryptography.NewKey();

        Assert.NotEqual(_cryptography.Encrypt(key, "a"u8, []), _cryptography.Encrypt(key, "a"u8, []));
    }

    private string Key() => Convert.ToBase64String(_cryptography.NewKey());

    private MasterKeyOptions Options(bool mayCreate) => new() { File = Path.Combine(_folder.FullName, "keys", "master.keys"), MayCreate = mayCreate };
}
