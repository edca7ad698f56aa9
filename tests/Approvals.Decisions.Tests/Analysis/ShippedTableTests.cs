using System.Xml.Linq;
using System.Xml.Schema;

namespace Approvals.Decisions.Tests.Analysis;

/// <summary>The shipped tables have no finding that nobody has accepted.</summary>
public sealed class ShippedTableTests
{
    public static TheoryData<string> Files() => [.. DmnFiles.Shipped().Select(file => Path.GetRelativePath(DmnFiles.Root, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Of_ShippedModel_OnlyAcceptedFindings(string file)
    {
        var model = DecisionModel.Read(File.ReadAllBytes(Path.Combine(DmnFiles.Root, file)));
        Assert.Empty(model.Value.Check());
        Assert.All(TableAnalysis.Of(model.Value), report =>
        {
            Assert.Empty(report.Open.Select(finding => finding.Message.En));
            Assert.Empty(report.Outdated);
            Assert.DoesNotContain(report.NotAnalysed, left => left.Rule is not null);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Accepted_InShippedModel_AsTheSchemaSays(string file)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add("urn:approvals:decisions", Path.Combine(DmnFiles.Root, "docs", "schemas", "accepted-findings.xsd"));
        var accepted = XDocument.Load(Path.Combine(DmnFiles.Root, file)).Descendants(XName.Get("accepted", "urn:approvals:decisions"));
        Assert.All(accepted, element => new XDocument(element).Validate(schemas, (_, problem) => Assert.Fail(problem.Message)));
    }
}
