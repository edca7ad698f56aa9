using Approvals.Decisions;
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
        Assert.Empty(whys.Where(w => w.En.Any(IsChinese)).Select(w => w.En).Distinct());
    }

    [Fact]
    public void Annotations_OfEveryShippedTable_AreSaidInBothLanguages()
    {
        var said = PackageFolders.Services.Select(Load).SelectMany(package => Rules(package).SelectMany(r => r.Annotations.Values)
            .Where(text => text.Any(IsChinese)).Distinct().Select(text => (Text: text, Term: package.Service.Terms.GetValueOrDefault(text)))).ToList();

        Assert.True(said.Count > 30, $"{said.Count}");
        Assert.Empty(said.Where(s => s.Term is null || s.Term.En.Any(IsChinese) || s.Term.Zh.Contains(" / ", StringComparison.Ordinal)).Select(s => s.Text));
    }

    [Fact]
    public void Tables_OfEveryShippedPackage_HaveANameInBothLanguages()
    {
        var tables = PackageFolders.Services.Select(Load)
            .SelectMany(package => Tables(package).Select(table => (Table: table, Term: package.Service.Terms.GetValueOrDefault($"table-{table}")))).ToList();

        Assert.True(tables.Count > 4, $"{tables.Count}");
        Assert.Empty(tables.Where(t => t.Term is null || t.Term.En.Any(IsChinese)).Select(t => t.Table));
    }

    [Fact]
    public void Rules_OfEveryShippedTable_AreCalledSomething() =>
        Assert.Empty(PackageFolders.Services.Select(Load).SelectMany(Rules)
            .Where(r => !new[] { "title", "clause", "text" }.Any(n => r.Annotations.GetValueOrDefault(n) is { Length: > 0 }))
            .Select(r => $"{r.Number}: {string.Join(", ", r.Annotations.Values)}"));

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

    private static List<LocalText> Failed(string service) => [.. Rules(Load(service)).SelectMany(r => r.FailedCells).Select(c => c.Why)];

    private static IEnumerable<string> Tables(ServicePackage package) =>
        package.Decisions.Models.SelectMany(m => m.Decisions).Select(d => d.Name).Where(name => package.Explain(name, FeelContext.Empty).IsSuccess);

    private static IEnumerable<RuleExplanation> Rules(ServicePackage package) =>
        Tables(package).SelectMany(name => package.Explain(name, FeelContext.Empty).Value.Rules);

    private static bool IsChinese(char letter) => letter is >= '一' and <= '鿿';

    private static IEnumerable<string> Quoted(string text) => text.Split(Quotes, StringSplitOptions.None).Where((_, at) => at % 2 == 1);

    private static bool IsCode(string text) => text.Length > 0 && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-');
}
