using System.Security.Cryptography;
using System.Text;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Secrets;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Secrets;

public sealed class VaultTests
{
    private static readonly PersonDetails Person = new("张晓明") { IdentifierNumber = "220102199003079918", BirthDate = new DateOnly(1990, 3, 7) };

    [Theory, AllDatabases]
    public async Task OpenJsonAsync_SealedInAnotherScope_GivesTheValueBack(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var (key, payload) = await SealAsync(host, "person:1");

        var opened = await OpenAsync(host, key, payload, "person:1");

        Assert.Equal(Person, opened.Value);
    }

    [Fact]
    public async Task SealJsonAsync_Payload_ShowsNothingOfTheValue()
    {
        await using var host = await TestHost.CreateAsync();

        var (_, payload) = await SealAsync(host, "person:1");

        Assert.Equal(-1, payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes("张晓明")));
        Assert.Equal(-1, payload.AsSpan().IndexOf("220102199003079918"u8));
    }

    [Fact]
    public async Task OpenJsonAsync_PayloadMovedToAnotherPlace_Throws()
    {
        await using var host = await TestHost.CreateAsync();
        var (key, payload) = await SealAsync(host, "person:1");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(host, key, payload, "person:2"));
    }

    [Theory, AllDatabases]
    public async Task OpenJsonAsync_KeyDestroyed_SaysErased(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var (key, payload) = await SealAsync(host, "person:1");
        await host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Vault>().DestroyAsync(key, CancellationToken.None);
            await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        var opened = await OpenAsync(host, key, payload, "person:1");

        Assert.Equal("secrets.erased", opened.Error?.Code);
        Assert.Empty(await host.WithContextAsync(c => c.ContentKeys.Select(k => k.WrappedKey).SingleAsync()));
    }

    [Fact]
    public async Task LookUp_SameValue_IsStableAndDependsOnKindAndKey()
    {
        await using var host = await TestHost.CreateAsync();
        await using var other = await TestHost.CreateAsync();

        var hash = await LookUpAsync(host, "resident-id", "220102199003079918");

        Assert.Equal(hash, await LookUpAsync(host, "resident-id", "220102199003079918"));
        Assert.NotEqual(hash, await LookUpAsync(host, "passport", "220102199003079918"));
        Assert.NotEqual(hash, await LookUpAsync(other, "resident-id", "220102199003079918"));
    }

    private static Task<(Guid Key, byte[] Payload)> SealAsync(TestHost host, string place) => host.InScopeAsync(async services =>
    {
        var vault = services.GetRequiredService<Vault>();
        var key = vault.Create("person");
        var payload = await vault.SealJsonAsync(key.Id, Person, place, CancellationToken.None);
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return (key.Id, payload);
    });

    private static Task<Result<PersonDetails>> OpenAsync(TestHost host, Guid key, byte[] payload, string place) =>
        host.InScopeAsync(services =>
            services.GetRequiredService<Vault>().OpenJsonAsync<PersonDetails>(key, payload, place, CancellationToken.None).AsTask());

    private static Task<byte[]> LookUpAsync(TestHost host, string kind, string value) =>
        host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<Vault>().LookUp(kind, value)));
}
