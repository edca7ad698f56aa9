using System.Text;
using System.Xml.Linq;
using Approvals.Decisions.Tests.Analysis;

namespace Approvals.Decisions.Tests.Writing;

/// <summary>A table is replaced by another; everything else stays.</summary>
public sealed class EditingTests
{
    private static readonly DecisionDocument Document = Read(TypedTables.Xml(
        "hitPolicy=\"UNIQUE\" o:keep=\"yes\" xmlns:o=\"urn:o\"", ["n: number", "s: string = \"a\", \"b\""], ["x: number"], ["< 5; - => 1 # first", ">= 5; - => 2 # second"]));

    [Fact]
    public void Table_OfADecision_ItsTexts()
    {
        var grid = Document.Table("Result").Value;
        Assert.Equal(["Result"], Document.Tables.ToArray());
        Assert.Equal([new GridInput("n", null, "number"), new GridInput("s", null, "string", "\"a\", \"b\"")], grid.Inputs.ToArray());
        Assert.Equal([new GridOutput("x", null, "number")], grid.Outputs.ToArray());
        Assert.Equal(["< 5", "-"], grid.Rules[0].Cells.ToArray());
        Assert.Equal(("r2", "second"), (grid.Rules[1].Id, grid.Rules[1].Annotations[0]));
    }

    [Fact]
    public void WithTable_OtherCellsColumnsAndRules_AnswersAsTheNewTable()
    {
        var grid = Document.Table("d").Value;
        var changed = grid with
        {
            HitPolicy = "COLLECT",
            Aggregation = "SUM",
            Inputs = [grid.Inputs[1] with { AllowedValues = "\"a\", \"b\", \"c\"" }, grid.Inputs[0]],
            Outputs = [grid.Outputs[0] with { Default = "0" }],
            Rules =
            [
                grid.Rules[1] with { Cells = ["\"c\"", ">= 5"] },
                new GridRule(["-", "> 6"], ["40"], ["new"]) { Description = "a new rule" },
            ],
        };
        var model = Document.WithTable("Result", changed).Value.Compile().Value;

        Assert.Empty(model.Check());
        Assert.Equal("42", model.Evaluate("Result", "{n: 7, s: \"c\"}").Value.ToString());
        Assert.Equal("0", model.Evaluate("Result", "{n: 1, s: \"a\"}").Value.ToString());
        var rules = model.Evaluate("Result", "{n: 7, s: \"c\"}").Matched;
        Assert.Equal(["r2", null], rules.Select(rule => rule.Id));
        Assert.Equal("a new rule", rules[1].Annotations["description"]);
    }

    [Fact]
    public void WithTable_Unknown_KeptAndTheOldDocumentUnchanged()
    {
        var before = Document.Write();
        var after = Document.WithTable("Result", Document.Table("Result").Value.WithResult(1, 1, "9")).Value;
        var table = XDocument.Parse(Encoding.UTF8.GetString(after.Write())).Descendants().Single(element => element.Name.LocalName == "decisionTable");

        Assert.Equal(before, Document.Write());
        Assert.Equal("yes", table.Attribute("{urn:o}keep")!.Value);
        Assert.Equal("9", after.Table("Result").Value.Rules[0].Results[0]);
    }

    [Fact]
    public void WithTable_UnevenRuleOrNoTable_Refused()
    {
        var grid = Document.Table("Result").Value;
        var uneven = Document.WithTable("Result", grid with { Rules = grid.Rules.SetItem(1, new GridRule(["-"], ["1"], [])) });
        Assert.Equal(("decisions.wrongCellCount", "2"), (uneven.Error?.Code, uneven.Error?.Data["rule"]));
        Assert.Equal("decisions.unknownDecision", Document.Table("nothing").Error?.Code);
        Assert.Equal("decisions.notTable", Read("<decision id=\"e\" name=\"E\"><literalExpression><text>1</text></literalExpression></decision>").Table("E").Error?.Code);
    }

    private static DecisionDocument Read(string content) => DecisionDocument.Read(Encoding.UTF8.GetBytes(Models.Xml(content))).Value;
}
