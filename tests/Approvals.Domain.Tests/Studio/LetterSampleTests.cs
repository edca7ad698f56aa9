using System.Text;
using Approvals.Domain.Letters;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Letters;
using Approvals.Domain.Tests.Packages;

namespace Approvals.Domain.Tests.Studio;

public sealed class LetterSampleTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(LetterSample).Assembly);

    [Fact]
    public void Render_EveryShippedLetterOnASample_HasNoUnknownName()
    {
        foreach (var service in PackageFolders.Services)
        {
            var files = PackageFolders.Files(service);
            var sample = Sample(files);
            foreach (var (path, content) in files.Where(f => f.Key.EndsWith(".zh-CN.md", StringComparison.Ordinal)))
            {
                var letter = Letter.Parse(path, "a", "zh-CN", Encoding.UTF8.GetString(content.Span)).Letter!;

                Assert.Empty(sample.Unknown(letter).Select(n => $"{path}: {n}"));
                Assert.True(letter.Render(sample.Context).IsSuccess);
            }
        }
    }

    [Fact]
    public void Render_FieldOfAForm_ShowsItsLabel()
    {
        var sample = Sample(PackageFolders.Files("talent-classification"));
        var name = sample.Names.First(n => n.Expression.StartsWith("form.application.", StringComparison.Ordinal));
        var letter = Letter.Parse("a", "a", "zh-CN", $"---\nsubject: 样例\n---\n{{{{ applicant.name }}}} {{{{ nobody.knows }}}} {{{{ {name.Expression} }}}}").Letter!;

        Assert.Contains("申请人姓名", letter.Render(sample.Context).Value.Markdown, StringComparison.Ordinal);
        Assert.Equal("nobody.knows", Assert.Single(sample.Unknown(letter)));
    }

    [Fact]
    public void Names_OfABrokenDraft_AreThoseThatEveryLetterHas() =>
        Assert.Contains(Sample(new Dictionary<string, ReadOnlyMemory<byte>> { ["service.json"] = "{"u8.ToArray() }).Names, n => n.Expression == "case.number");

    private static LetterSample Sample(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        LetterSample.Of(DraftFiles.Of(files), Texts, new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)), new DateOnly(2026, 11, 20));
}
