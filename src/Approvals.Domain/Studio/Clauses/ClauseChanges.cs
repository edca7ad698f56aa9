namespace Approvals.Domain.Studio.Clauses;

/// <summary>Which clauses changed between two versions, and whether what depends on them was changed with them.</summary>
public static class ClauseChanges
{
    /// <summary>The changed clauses in the order of the later version, those that it names no more last.</summary>
    public static ImmutableArray<ChangedClause> Between(DraftFiles before, DraftFiles after)
    {
        var (old, @new) = (ClauseLibrary.Cited(before), ClauseLibrary.Cited(after));
        var (was, basis) = (ByName(old), new BasisChanges(before, after));
        var now = ByName(@new);
        return
        [
            .. @new.Select(clause => Compare(was.GetValueOrDefault(NameOf(clause)), clause, basis)).OfType<ChangedClause>(),
            .. old.Where(clause => !now.ContainsKey(NameOf(clause))).Select(Gone),
        ];
    }

    private static ChangedClause? Compare(CitedClause? was, CitedClause now, BasisChanges basis)
    {
        ImmutableArray<ChangedUse> uses = [.. Places(was, now)];
        ClauseAct? act = was is null ? ClauseAct.Added
            : basis.Has(now.Basis, now.Article) ? ClauseAct.Document
            : uses.Any(u => u.State != ClauseUseState.ToLookAt) ? ClauseAct.Application
            : null;
        return act is { } found ? new ChangedClause(now.Document, now.Basis, now.Article, found, uses) : null;
    }

    private static ChangedClause Gone(CitedClause clause) => new(
        clause.Document, clause.Basis, clause.Article, ClauseAct.Removed, [.. clause.Texts.Select(t => Told(t, ClauseUseState.Removed))]);

    /// <summary>The places of a clause beside those it had, thing by thing; what says the same is the same wherever it stands.</summary>
    private static IEnumerable<ChangedUse> Places(CitedClause? was, CitedClause now)
    {
        var left = (was?.Texts ?? []).GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.ToList());
        var states = now.Texts.GroupBy(KeyOf).SelectMany(g => Pair(left.GetValueOrDefault(g.Key) ?? [], [.. g])).ToDictionary(p => p.Text, p => p.State);
        return now.Texts.Select(t => Told(t, states[t])).Concat(left.Values.SelectMany(gone => gone).Select(t => Told(t, ClauseUseState.Removed)));
    }

    /// <summary>Pairs the texts of one thing and takes from the old ones those that found a partner.</summary>
    private static List<(ClauseText Text, ClauseUseState State)> Pair(List<ClauseText> old, ImmutableArray<ClauseText> @new)
    {
        var found = new List<(ClauseText, ClauseUseState)>();
        var others = new List<ClauseText>();
        foreach (var text in @new)
        {
            var content = text.Content();
            var same = old.FindIndex(o => o.Content() == content);
            if (same < 0)
            {
                others.Add(text);
                continue;
            }

            old.RemoveAt(same);
            found.Add((text, ClauseUseState.ToLookAt));
        }

        foreach (var text in others)
        {
            found.Add((text, old.Count > 0 ? ClauseUseState.Changed : ClauseUseState.Added));
            old.RemoveRange(0, Math.Min(1, old.Count));
        }

        return found;
    }

    private static ChangedUse Told(ClauseText text, ClauseUseState state) => new(ClauseLibrary.Short(text.Use), state);

    private static (string File, string Key) KeyOf(ClauseText text) => (text.Use.File, text.Key);

    private static (string Document, int Article) NameOf(CitedClause clause) => (clause.Basis ?? clause.Document, clause.Article);

    private static Dictionary<(string Document, int Article), CitedClause> ByName(ImmutableArray<CitedClause> clauses) =>
        clauses.GroupBy(NameOf).ToDictionary(g => g.Key, g => g.First());
}
