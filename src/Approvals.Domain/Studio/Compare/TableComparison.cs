using System.Xml;
using System.Xml.Linq;
using Approvals.Domain.Studio.Merge;

namespace Approvals.Domain.Studio.Compare;

/// <summary>Compares decisions: tables by rule and column, expressions by their text.</summary>
internal static class TableComparison
{
    private const long LongestFile = 20_000_000;

    internal static void Compare(Told told, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (Read(before) is not { } old || Read(after) is not { } @new)
        {
            return;
        }

        foreach (var (name, one) in @new)
        {
            if (!old.TryGetValue(name, out var was))
            {
                told.Add(DifferenceAct.Added, told.Words.Text("file.decision", ("name", one.Title)), place: name);
            }
            else if (!XNode.DeepEquals(was.Element, one.Element))
            {
                Tables(told, was, one);
            }
        }

        foreach (var (name, gone) in old.Where(o => !@new.ContainsKey(o.Key)))
        {
            told.Add(DifferenceAct.Removed, told.Words.Text("file.decision", ("name", gone.Title)), place: name);
        }
    }

    private static void Tables(Told told, DecisionXml old, DecisionXml @new)
    {
        var count = told.Found.Count;
        if (old.Expression != @new.Expression)
        {
            told.Add(DifferenceAct.Changed, @new.Title, CompareWords.Plain(old.Expression ?? ""), CompareWords.Plain(@new.Expression ?? ""), @new.Name);
        }

        if (old.HitPolicy != @new.HitPolicy)
        {
            told.Add(DifferenceAct.Changed, told.Words.Text("hitPolicy", ("table", @new.Title)), CompareWords.Plain(old.HitPolicy), CompareWords.Plain(@new.HitPolicy), @new.Name);
        }

        Columns(told, old, @new);
        Rules(told, old, @new);
        if (told.Found.Count == count)
        {
            told.Add(DifferenceAct.Changed, told.Words.Text("file.decision", ("name", @new.Title)), place: @new.Name);
        }
    }

    private static void Columns(Told told, DecisionXml old, DecisionXml @new)
    {
        foreach (var column in @new.Columns.Where(c => !old.Columns.Contains(c)))
        {
            told.Add(DifferenceAct.Added, told.Words.Text("column", ("table", @new.Title), ("column", CompareWords.Plain(column))), place: @new.Name);
        }

        foreach (var column in old.Columns.Where(c => !@new.Columns.Contains(c)))
        {
            told.Add(DifferenceAct.Removed, told.Words.Text("column", ("table", @new.Title), ("column", CompareWords.Plain(column))), place: @new.Name);
        }
    }

    private static void Rules(Told told, DecisionXml old, DecisionXml @new)
    {
        foreach (var (was, now) in Pairs(old.Rules, @new.Rules))
        {
            var rule = now ?? was!;
            var what = told.Words.Text("rule", ("table", @new.Title), ("number", CompareWords.Plain($"{rule.Number}")), ("result", CompareWords.Plain(rule.Result)));
            if (was is null || now is null)
            {
                told.Add(
                    was is null ? DifferenceAct.Added : DifferenceAct.Removed, what, was is null ? null : CompareWords.Plain(was.Text), now is null ? null : CompareWords.Plain(now.Text), @new.Name);
                continue;
            }

            foreach (var column in now.Cells.Keys.Where(c => was.Cells.TryGetValue(c, out var cell) && cell != now.Cells[c]))
            {
                told.Add(
                    DifferenceAct.Changed, told.Words.Text("within", ("outer", what), ("inner", CompareWords.Plain(column))), CompareWords.Plain(was.Cells[column]),
                    CompareWords.Plain(now.Cells[column]), @new.Name);
            }
        }
    }

    /// <summary>Rules by id where all have one; else by what stands in them, a changed one beside the one in its place.</summary>
    private static IEnumerable<(RuleXml? Was, RuleXml? Now)> Pairs(IReadOnlyList<RuleXml> old, IReadOnlyList<RuleXml> @new)
    {
        if (AreNamed(old) && AreNamed(@new))
        {
            var before = old.ToDictionary(r => r.Id!, StringComparer.Ordinal);
            return @new.Select(r => (before.GetValueOrDefault(r.Id!), (RuleXml?)r))
                .Concat(old.Where(o => @new.All(n => n.Id != o.Id)).Select(o => ((RuleXml?)o, (RuleXml?)null)));
        }

        return Sequences.Changes([.. old.Select(r => r.Text)], [.. @new.Select(r => r.Text)]).SelectMany(c => Enumerable.Range(0, Math.Max(c.Count, c.WithCount))
            .Select(i => (i < c.Count ? old[c.From + i] : null, i < c.WithCount ? @new[c.With + i] : null)));
    }

    private static bool AreNamed(IReadOnlyList<RuleXml> rules) => rules.All(r => r.Id is not null) && rules.DistinctBy(r => r.Id).Count() == rules.Count;

    private static Dictionary<string, DecisionXml>? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray());
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestFile });
            var root = XDocument.Load(reader).Root;
            return root?.Elements().Where(e => e.Name.LocalName is "decision" or "businessKnowledgeModel").Select(e => new DecisionXml(e))
                .GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
