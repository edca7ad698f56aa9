using System.Text;
using System.Xml.Linq;
using Approvals.Decisions.Tests.Analysis;

namespace Approvals.Decisions.Tests.Writing;

/// <summary>What is read is written as DMN 1.5 and means the same; what is not understood is kept.</summary>
public sealed class WritingTests
{
    public static TheoryData<string> Files() => [.. DmnFiles.Shipped().Select(file => Path.GetRelativePath(DmnFiles.Root, file))];

    public static TheoryData<string, string, string> Versions() => new()
    {
        { "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/FEEL/20140401", "" },
        { "http://www.omg.org/spec/DMN/20180521/MODEL/", "http://www.omg.org/spec/DMN/20180521/FEEL/", "http://www.omg.org/spec/DMN/20180521/DMNDI/" },
        { "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20191111/FEEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/" },
        { "https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20211108/FEEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/" },
        { "https://www.omg.org/spec/DMN/20230324/MODEL/", "https://www.omg.org/spec/DMN/20230324/FEEL/", "https://www.omg.org/spec/DMN/20230324/DMNDI/" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Write_ShippedFile_TheSameButForItsLastLine(string file)
    {
        var xml = File.ReadAllText(Path.Combine(DmnFiles.Root, file));
        var written = Encoding.UTF8.GetString(DecisionDocument.Read(Encoding.UTF8.GetBytes(xml)).Value.Write());
        Assert.True(XNode.DeepEquals(XDocument.Parse(xml), XDocument.Parse(written)));
        Assert.Equal(xml.Count(letter => letter == '\n'), written.Count(letter => letter == '\n'));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void WithTable_EveryShippedTableUnchanged_SameModelAndFindings(string file)
    {
        var document = DecisionDocument.Read(File.ReadAllBytes(Path.Combine(DmnFiles.Root, file))).Value;
        var model = document.Compile().Value;
        var again = document.Tables.Aggregate(document, (sum, table) => sum.WithTable(table, sum.Table(table).Value).Value);
        Assert.Empty(again.Compile().Value.Check());
        Assert.True(XNode.DeepEquals(Bare(document), Bare(again)));
        Assert.Equal(Findings(model), Findings(again.Compile().Value));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Write_EachVersion_SameAnswersAsOneFive(string space, string feel, string diagram)
    {
        var xml = Encoding.UTF8.GetBytes(Old(space, feel, diagram));
        var document = DecisionDocument.Read(xml).Value;
        var root = XDocument.Parse(Encoding.UTF8.GetString(document.Write())).Root!;

        Assert.Equal("https://www.omg.org/spec/DMN/20230324/MODEL/", root.Name.NamespaceName);
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName == "typeRef" && attribute.Value.Contains(':', StringComparison.Ordinal));
        var (before, after) = (DecisionModel.Read(xml).Value, document.Compile().Value);
        Assert.Empty(after.Check());
        Assert.Equal(before.Decisions.Select(decision => decision.Inputs[0]), after.Decisions.Select(decision => decision.Inputs[0]));
        foreach (var inputs in new[] { "{n: 3}", "{n: 7}", "{n: 99}" })
        {
            Assert.Equal(before.Evaluate("fee", Models.Inputs(inputs)).Value.Value, after.Evaluate("fee", Models.Inputs(inputs)).Value.Value);
        }
    }

    [Fact]
    public void Write_UnknownPartsAndDiagram_Kept()
    {
        var xml = Old("https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20191111/FEEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/");
        var document = DecisionDocument.Read(Encoding.UTF8.GetBytes(xml)).Value;
        var changed = document.WithTable("fee", document.Table("fee").Value.WithCell(1, 1, "< 4")).Value;
        var root = XDocument.Parse(Encoding.UTF8.GetString(changed.Write())).Root!;

        var shape = Assert.Single(root.Descendants("{https://www.omg.org/spec/DMN/20230324/DMNDI/}DMNShape"));
        Assert.Equal("d", shape.Attribute("dmnElementRef")!.Value);
        Assert.Equal("80", Assert.Single(root.Descendants("{http://www.omg.org/spec/DMN/20180521/DC/}Bounds")).Attribute("x")!.Value);
        Assert.Equal("kept", Assert.Single(root.Descendants("{urn:other}note")).Value);
        Assert.Equal("blue", Assert.Single(root.Descendants(), element => element.Attribute("{urn:other}colour") is not null).Attribute("{urn:other}colour")!.Value);
        Assert.Contains(root.Elements(), element => element.Name.LocalName == "textAnnotation");
    }

    private static string Old(string space, string feel, string diagram) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <m:definitions xmlns:m="{space}" xmlns:feel="{feel}" xmlns:own="urn:old" xmlns:o="urn:other" name="old" namespace="urn:old" expressionLanguage="{feel}">
          <m:itemDefinition name="Amount"><m:typeRef>feel:number</m:typeRef><m:allowedValues><m:text>[0..50]</m:text></m:allowedValues></m:itemDefinition>
          <m:inputData id="i" name="n"><m:variable name="n" typeRef="own:Amount"/></m:inputData>
          <m:decision id="d" name="fee" o:colour="blue"><m:extensionElements><o:note>kept</o:note></m:extensionElements><m:variable name="fee" typeRef="feel:string"/>
            <m:informationRequirement><m:requiredInput href="#i"/></m:informationRequirement>
            <m:decisionTable id="t"><m:input id="c"><m:inputExpression typeRef="feel:number"><m:text>n</m:text></m:inputExpression></m:input><m:output/>
              <m:rule id="r1"><m:inputEntry><m:text>&lt; 5</m:text></m:inputEntry><m:outputEntry><m:text>"low"</m:text></m:outputEntry></m:rule>
              <m:rule id="r2"><m:inputEntry><m:text>&gt;= 5</m:text></m:inputEntry><m:outputEntry><m:text>"high"</m:text></m:outputEntry></m:rule>
            </m:decisionTable>
          </m:decision>
          <m:textAnnotation id="a"><m:text>a remark</m:text></m:textAnnotation>
          {(diagram.Length == 0 ? "" : $"""<di:DMNDI xmlns:di="{diagram}" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"><di:DMNDiagram><di:DMNShape id="s" dmnElementRef="d"><dc:Bounds x="80" y="1" width="2" height="3"/></di:DMNShape></di:DMNDiagram></di:DMNDI>""")}
        </m:definitions>
        """;

    private static IEnumerable<string> Findings(DecisionModel model) => TableAnalysis.Of(model).SelectMany(TypedTables.Lines);

    /// <summary>The document without its layout.</summary>
    private static XDocument Bare(DecisionDocument document) => XDocument.Parse(Encoding.UTF8.GetString(document.Write()), LoadOptions.None);
}
