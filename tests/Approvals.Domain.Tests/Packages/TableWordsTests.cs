using Approvals.Domain.Packages;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Packages;

/// <summary>What a table says of the rules that did not decide is read by people: every code in it has a name.</summary>
public sealed class TableWordsTests
{
    private static readonly string[] Quotes = ["“", "”"];

    [Fact]
    public void Explain_OfEveryShippedTable_NamesEveryCodeInBothLanguages()
    {
        var whys = PackageFolders.Services.SelectMany(Failed).ToList();

        Assert.True(whys.Count > 50, $"{whys.Count}");
        Assert.Empty(whys.SelectMany(w => Quoted(w.Zh).Where(IsCode).Select(code => $"{code}: {w.Zh}")).Distinct());
        Assert.Empty(whys.SelectMany(w => Quoted(w.En).Where(IsCode).Where(code => !Quoted(w.Zh).Any(z => z != code)).Select(code => $"{code}: {w.En}")).Distinct());
        Assert.Empty(whys.Where(w => w.En.Any(c => c is >= '一' and <= '鿿')).Select(w => w.En).Distinct());
    }

    [Fact]
    public void Explain_OfAChoiceInAForm_SaysItsLabel()
    {
        var failed = Load("talent-classification").Explain("ageRule", FeelContext.Of(
            ("level", FeelValue.Of("B")), ("way", FeelValue.Of("part-time")), ("line", FeelValue.Of("professional")),
            ("birthDate", FeelValue.Of(new DateOnly(1980, 1, 1))), ("submittedOn", FeelValue.Of(new DateOnly(2026, 1, 1))),
            ("urgent", FeelValue.False), ("cityOpinion", FeelValue.Of("oppose"))));

        var whys = failed.Value.Rules.SelectMany(r => r.FailedCells).ToList();
        Assert.Contains(whys, w => w.Why.Zh == "引进方式为“兼职引进”，要求：“退休特聘”。");
        Assert.DoesNotContain(whys, w => w.Why.En.Contains("part-time", StringComparison.Ordinal));
    }

    private static ServicePackage Load(string service) => ServicePackage.Load(PackageFolders.Files(service), PackageFolders.Files("_shared")).Package!;

    private static IEnumerable<LocalText> Failed(string service)
    {
        var package = Load(service);
        return package.Decisions.Models.SelectMany(m => m.Decisions)
            .Select(d => package.Explain(d.Name, FeelContext.Empty)).Where(e => e.IsSuccess)
            .SelectMany(e => e.Value.Rules).SelectMany(r => r.FailedCells).Select(c => c.Why).ToList();
    }

    private static IEnumerable<string> Quoted(string text) => text.Split(Quotes, StringSplitOptions.None).Where((_, at) => at % 2 == 1);

    private static bool IsCode(string text) => text.Length > 0 && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-');
}
