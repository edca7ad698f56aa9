using Approvals.Application.Audit;
using Approvals.Infrastructure.Audit;

namespace Approvals.Infrastructure.Tests.Audit;

public sealed class AuditHeadFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-heads-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ReadAsync_LineTornByAPowerCut_KeepsTheOthers()
    {
        var path = Path.Combine(_folder.FullName, "audit", "heads.jsonl");
        using var heads = new AuditHeadFile(path);
        var (one, two) = (Head(1), Head(2));

        await heads.AppendAsync(one, CancellationToken.None);
        await File.AppendAllTextAsync(path, """{"Number":2,"La""");
        await heads.AppendAsync(two, CancellationToken.None);

        Assert.Equal([one, two], await heads.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ReadAsync_NothingWritten_IsEmpty()
    {
        using var heads = new AuditHeadFile(Path.Combine(_folder.FullName, "none.jsonl"));

        Assert.Empty(await heads.ReadAsync(CancellationToken.None));
    }

    private static AuditHead Head(long number) => new(number, number * 10, "00ff", new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
}
