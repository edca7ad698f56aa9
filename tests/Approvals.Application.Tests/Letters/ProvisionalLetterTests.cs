using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Letters;
using Approvals.Application.Policies;
using Approvals.Application.Secrets;
using Approvals.Application.Tests.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Letters;

/// <summary>A letter that names a last day of a year without a notice says that the day may still move.</summary>
public sealed class ProvisionalLetterTests
{
    private const string Sentence = "2027 年放假安排尚未公布，上述日期暂按周末计算，公布后可能调整。";
    private const string English = "The holidays of 2027 are not published yet; the day was counted by weekends and may still move.";
    private static readonly DateTimeOffset YearsEnd = new(2026, 12, 28, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [AllDatabases("{{ due }}", true, true)]
    [AllDatabases("{{ due }}", false, false)]
    [AllDatabases("no day is named", true, false)]
    public async Task Letter_OfADay_SaysThatItIsProvisionalWhereItIsAndIsNamed(DatabaseKind kind, string names, bool atYearsEnd, bool says)
    {
        await using var host = await CaseHost.CreateAsync(kind, Packages(names));
        if (atYearsEnd)
        {
            host.Host.Time.SetUtcNow(YearsEnd);
        }

        var id = await host.CaseAsync();
        Assert.True((await host.ExtendAsync(Assert.Single(await host.TasksAsync(id)), host.First, 6)).IsSuccess);

        var text = await TextAsync(host, id);
        Assert.Equal((says, says), (text.Zh.TrimEnd().EndsWith(Sentence, StringComparison.Ordinal), text.En.TrimEnd().EndsWith(English, StringComparison.Ordinal)));
        Assert.Equal(says, text.Zh.Contains("2027", StringComparison.Ordinal));
    }

    private static async Task<LocalText> TextAsync(CaseHost host, Guid id)
    {
        var letter = await host.ReadAsync(c => c.Letters.AsNoTracking().SingleAsync(l => l.CaseId == id));
        var key = (await host.RowAsync(id)).KeyId;
        var content = await host.InAsync(s => s.GetRequiredService<Vault>().OpenJsonAsync<LetterContent>(key, letter.Payload, LetterContent.Place(letter.Id), default).AsTask());
        return content.Value.Body;
    }

    private static PackageTree Packages(string names)
    {
        var body = Encoding.UTF8.GetBytes($"---\nsubject: s\nchannels: [page]\nkind: letter\n---\n{names}\n");
        return SmallPackage.Tree() with { Shared = new[] { "zh-CN", "en" }.ToImmutableSortedDictionary(l => $"letters/extension-notice.{l}.md", _ => new ReadOnlyMemory<byte>(body), StringComparer.Ordinal) };
    }
}
