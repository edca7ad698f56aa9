using System.Text;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Clauses;

namespace Approvals.Domain.Tests.Studio;

public sealed class ClauseChangesTests
{
    private const string Service = """
        { "legalBasis": [{ "id": "policy", "title": { "zh-CN": "实施办法（试行）" }, "clause": { "zh-CN": "第三条、第七条" } }],
          "limits": { "promised": { "length": 20, "unit": "workingDays", "source": { "zh-CN": "办法第七条" } } } }
        """;

    private const string Flow = """
        { "id": "flow", "root": { "id": "Flowchart1", "activities": [
          { "id": "check", "limit": 3, "metadata": { "displayText": "核对", "designer": { "position": { "x": 1 } } }, "note": "依据第七条" } ] } }
        """;

    private const string Table = """
        <definitions><decision id="cards" name="cards" label="发卡"><question>第七条怎么办？</question><decisionTable>
        <rule id="r1"><inputEntry><text>"A"</text></inputEntry><annotationEntry><text>其他</text></annotationEntry></rule>
        <rule id="r2"><inputEntry><text>"B"</text></inputEntry><annotationEntry><text>办法第七条</text></annotationEntry></rule>
        </decisionTable></decision></definitions>
        """;

    private const string Letter = "根据办法第七条发卡。请按办法第三条保留合同。\n";

    [Fact]
    public void Between_SameFiles_IsEmpty() => Assert.Empty(ClauseChanges.Between(Files(), Files()));

    [Fact]
    public void Between_LimitChanged_LeavesTheOthersToLookAt()
    {
        var clause = Assert.Single(ClauseChanges.Between(Files(), Files(service: Service.Replace("20", "15", StringComparison.Ordinal))));

        Assert.Equal((7, ClauseAct.Application), (clause.Article, clause.Act));
        Assert.Equal(ClauseUseState.Changed, StateOf(clause, ClauseArea.Setting));
        Assert.All(clause.Uses.Where(u => u.Use.Area != ClauseArea.Setting), u => Assert.Equal(ClauseUseState.ToLookAt, u.State));
        Assert.Equal(5, clause.Uses.Length);
    }

    [Fact]
    public void Between_RuleChanged_NamesDecisionAndRow()
    {
        var clause = Assert.Single(ClauseChanges.Between(Files(), Files(table: Table.Replace("\"B\"", "\"C\"", StringComparison.Ordinal))));

        var changed = Assert.Single(clause.Uses, u => u.State == ClauseUseState.Changed);
        Assert.Equal(("r2", "cards", "发卡", (int?)2), (changed.Use.Place, changed.Use.Decision, changed.Use.Owner?.Zh, changed.Use.Row));
        Assert.Contains(clause.Uses, u => u.Use.Place == "cards" && u.State == ClauseUseState.ToLookAt);
    }

    [Fact]
    public void Between_StepChangedOrOnlyMoved_TellsOne()
    {
        var clause = Assert.Single(ClauseChanges.Between(Files(), Files(flow: Flow.Replace("\"limit\": 3", "\"limit\": 5", StringComparison.Ordinal))));

        Assert.Equal(("check", "核对"), (clause.Uses.Single(u => u.State == ClauseUseState.Changed).Use.Place, clause.Uses.Single(u => u.State == ClauseUseState.Changed).Use.Owner?.Zh));
        Assert.Empty(ClauseChanges.Between(Files(), Files(flow: Flow.Replace("\"x\": 1", "\"x\": 9", StringComparison.Ordinal))));
    }

    [Fact]
    public void Between_LetterSentence_IsToldApartFromItsNeighbours()
    {
        var clause = Assert.Single(ClauseChanges.Between(Files(), Files(letter: "您好。\n根据办法第七条发卡。请按办法第三条保留合同和凭证。\n")));

        Assert.Equal((3, ClauseUseState.Changed), (clause.Article, Assert.Single(clause.Uses).State));
    }

    [Fact]
    public void Between_AnotherDocument_ChangesAllItsClauses()
    {
        var clauses = ClauseChanges.Between(Files(), Files(service: Service.Replace("（试行）", "", StringComparison.Ordinal)));

        Assert.Equal([3, 7], clauses.Select(c => c.Article));
        Assert.All(clauses, c => Assert.Equal(ClauseAct.Document, c.Act));
        Assert.All(clauses.SelectMany(c => c.Uses), u => Assert.Equal(ClauseUseState.ToLookAt, u.State));
    }

    [Fact]
    public void Between_ListedArticlesDiffer_ChangesThose()
    {
        var clauses = ClauseChanges.Between(Files(), Files(service: Service.Replace("第三条、第七条", "第七条", StringComparison.Ordinal)));

        Assert.Equal((3, ClauseAct.Document), Assert.Single(clauses.Select(c => (c.Article, c.Act))));
    }

    [Fact]
    public void Between_OtherArticleNamed_IsAddedAndRemoved()
    {
        var clauses = ClauseChanges.Between(Files(), Files(letter: "根据办法第七条发卡。请按办法第四条保留合同。\n", service: Service.Replace("第三条、", "", StringComparison.Ordinal)));

        Assert.Equal([(4, ClauseAct.Added, ClauseUseState.Added), (3, ClauseAct.Removed, ClauseUseState.Removed)], clauses.Select(c => (c.Article, c.Act, Assert.Single(c.Uses).State)));
    }

    private static ClauseUseState StateOf(ChangedClause clause, ClauseArea area) => clause.Uses.Single(u => u.Use.Area == area).State;

    private static DraftFiles Files(string service = Service, string flow = Flow, string table = Table, string letter = Letter) => DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["service.json"] = Encoding.UTF8.GetBytes(service), ["workflow.json"] = Encoding.UTF8.GetBytes(flow), ["decisions/cards.dmn"] = Encoding.UTF8.GetBytes(table),
        ["letters/card.zh-CN.md"] = Encoding.UTF8.GetBytes(letter),
    });
}
