using System.Text.RegularExpressions;
using Approvals.TestKit.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Tests.Audit;

/// <summary>An auditor reads what was done in words: every action that is written has a name.</summary>
public sealed partial class AuditNamesTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load([typeof(Approvals.Application.Audit.AuditLog).Assembly]);

    [Fact]
    public void Events_OfCases_AllHaveNames()
    {
        var events = typeof(WorkflowEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WorkflowEvent)) && !t.IsAbstract)
            .Select(t => $"case.{char.ToLowerInvariant(t.Name[0])}{t.Name[1..]}").ToList();

        Assert.True(events.Count > 30, $"{events.Count}");
        Assert.DoesNotContain(events, e => !Texts.Texts.ContainsKey($"auditAction.{e}"));
    }

    /// <summary>An action put together from parts counts by its first part: of <c>feedback.{kind}</c> each that can come must begin like one that is named.</summary>
    [Fact]
    public void Actions_WrittenAnywhere_AllHaveNames()
    {
        var actions = Directory.EnumerateFiles(Path.Combine(CaseHost.Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Written().Matches(File.ReadAllText(f))).Select(m => m.Groups["action"].Value).Distinct().ToList();

        Assert.True(actions.Count > 50, $"{actions.Count}");
        Assert.DoesNotContain(actions, a => !Texts.Texts.Keys.Any(k => Fits(k, a)));
    }

    [Theory]
    [InlineData("feedback.rating")]
    [InlineData("feedback.complaint")]
    [InlineData("feedback.contacted")]
    [InlineData("feedback.answered")]
    [InlineData("personalData.correctionAsked")]
    [InlineData("personalData.erasureAsked")]
    [InlineData("personalData.granted")]
    [InlineData("personalData.refused")]
    [InlineData("batch.handover")]
    [InlineData("batch.incidents")]
    [InlineData("policies.submitted")]
    [InlineData("policies.sentBack")]
    [InlineData("policies.published")]
    [InlineData("policies.recalled")]
    [InlineData("policies.retired")]
    [InlineData("policies.discarded")]
    [InlineData("migration.stopped")]
    [InlineData("migration.rolledBack")]
    [InlineData("mandates.granted")]
    [InlineData("mandates.refused")]
    [InlineData("represented.agreed")]
    [InlineData("represented.refused")]
    [InlineData("entitlement.suspended")]
    [InlineData("entitlement.resumed")]
    [InlineData("entitlement.extended")]
    [InlineData("entitlement.revoked")]
    public void Action_PutTogether_HasAName(string action) => Assert.True(Texts.Texts.ContainsKey($"auditAction.{action}"), action);

    private static bool Fits(string key, string action)
    {
        var wanted = $"auditAction.{action.Split('{')[0]}";
        return action.Contains('{', StringComparison.Ordinal) ? key.StartsWith(wanted, StringComparison.Ordinal) : key == wanted;
    }

    [GeneratedRegex("""\b(?:[aA]udit|log)\.Add\([^;"]*\$?"(?<action>[a-zA-Z]+\.[a-zA-Z{][^"]*)"\s*,""")]
    private static partial Regex Written();
}
