using System.Xml.Linq;

namespace Approvals.Decisions;

/// <summary>Accepts findings of a table's analysis, and takes that back.</summary>
public static class FindingEdits
{
    /// <summary>The document in which a finding of a table is accepted; an earlier acceptance of the same gives way.</summary>
    public static Result<DecisionDocument> WithAccepted(this DecisionDocument document, string decision, AcceptedFinding accepted) =>
        string.IsNullOrWhiteSpace(accepted.Reason) || accepted.Reason.Length > 2_000 || accepted.Rules.Any(rule => rule.Any(char.IsWhiteSpace))
            ? new Error("decisions.edit.noReason")
            : Changed(document, decision, accepted, add: true);

    /// <summary>The document in which a finding is accepted no more.</summary>
    public static Result<DecisionDocument> WithoutAccepted(this DecisionDocument document, string decision, AcceptedFinding accepted) => Changed(document, decision, accepted, add: false);

    private static Result<DecisionDocument> Changed(DecisionDocument document, string decision, AcceptedFinding accepted, bool add) => document.Changed(root =>
    {
        if (DecisionDocument.ElementOf(root, decision) is not { } element)
        {
            return new Error("decisions.unknownDecision", ErrorKind.NotFound).With("decision", decision).With("model", document.Name);
        }

        if (DocumentElements.LogicOf(element) is not { Name.LocalName: "decisionTable" } table)
        {
            return new Error("decisions.notTable").With("decision", DecisionDocument.NameOf(element));
        }

        var extensions = table.One("extensionElements");
        extensions?.Elements(AcceptedFindings.Name).Where(known => Same(known, accepted)).ToList().ForEach(known => known.Remove());
        if (add)
        {
            if (extensions is null)
            {
                table.AddFirst(extensions = new XElement(table.Name.Namespace + "extensionElements"));
            }

            var made = new XElement(AcceptedFindings.Name, new XAttribute("finding", AcceptedFindings.NameOf(accepted.Kind)), accepted.Reason.Trim());
            made.SetAttributeValue("rules", accepted.Rules.IsEmpty ? null : string.Join(' ', accepted.Rules));
            made.SetAttributeValue("example", accepted.Example);
            extensions.Add(made);
        }
        else if (extensions is { HasElements: false })
        {
            extensions.Remove();
        }

        XmlLayout.Indent(table);
        return null;
    });

    private static bool Same(XElement known, AcceptedFinding accepted) =>
        known.Text("finding") == AcceptedFindings.NameOf(accepted.Kind)
        && known.Text("example") == accepted.Example
        && (known.Text("rules") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).SequenceEqual(accepted.Rules, StringComparer.Ordinal);
}
