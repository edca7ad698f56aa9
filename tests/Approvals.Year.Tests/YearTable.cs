namespace Approvals.Year.Tests;

/// <summary>
/// What the year must bring, worked out from the rules of the services and the working days alone: nothing of the product is asked.
/// Lines are those of <see cref="Happened"/>.
/// </summary>
internal sealed class YearTable
{
    public static readonly DateOnly First = new(2026, 1, 1), LastDay = new(2026, 12, 31), Opens = new(2026, 1, 4);

    private static readonly int[] DaysBefore = [90, 30, 7];

    private readonly List<string> _lines = [];
    private readonly HashSet<(DateOnly Day, string Who)> _digests = [];

    /// <summary>All lines, in order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Holder> holders)
    {
        var table = new YearTable();
        foreach (var holder in holders)
        {
            var revoked = new CheckTable(table, holder).Fill();
            table.FillRights(holder, revoked);
        }

        table._lines.AddRange(table._digests.Select(d => Happened.Line(d.Day, d.Who, "mail")));
        return [.. table._lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>Something on a day of the year.</summary>
    public void Add(DateOnly day, string who, string what)
    {
        if (day <= LastDay)
        {
            _lines.Add(Happened.Line(day, who, what));
        }
    }

    public void AddLetter(DateOnly day, string who, string name)
    {
        Add(day, who, $"letter {name}");
        Add(day, who, "mail");
    }

    /// <summary>A reminder that is in the mail of a day, with all others of that day.</summary>
    public void AddToDigest(DateOnly day, string who, string what, DateOnly mail)
    {
        Add(day, who, $"reminded {what}, mail {mail:yyyy-MM-dd}");
        if (mail <= LastDay)
        {
            _digests.Add((mail, who));
        }
    }

    /// <summary>Certificate, card and lease: invitation, reminders, end, and what ends with it.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="revoked">The day on which the check took certificate and card; null where it did not.</param>
    private void FillRights(Holder holder, DateOnly? revoked)
    {
        var (over, withOther) = (revoked ?? holder.Last.AddDays(1), revoked is not null);
        foreach (var kind in new[] { "talent-grade", "jixiang" })
        {
            FillOne(holder, kind, holder.Last, over);
            if (!withOther)
            {
                Add(holder.Last.AddDays(1), holder.Key, $"renewals.news.lapsed {holder.Key} {kind}");
            }
        }

        if (holder.LeaseLast is not { } last)
        {
            return;
        }

        var ends = last.AddDays(1);
        FillOne(holder, "lease", last, over < ends ? over : ends);
        if (over >= ends)
        {
            Add(ends, holder.Key, $"renewals.news.lapsed {holder.Key} lease");
            return;
        }

        // Who loses it in the morning hears of the lease the night after; who lost it at midnight hears of both.
        Add(over.AddDays(-1), holder.Key, "lease cut");
        Add(withOther ? over.AddDays(1) : over, holder.Key, $"renewals.news.lapsedBecause {holder.Key} lease");
    }

    /// <summary>What is said before an end.</summary>
    private void FillOne(Holder holder, string kind, DateOnly last, DateOnly over)
    {
        var opens = last.AddDays(-90) < First ? First : last.AddDays(-90);
        if (opens < over)
        {
            Add(opens, holder.Key, $"renewals.news.opens {holder.Key} {kind}");
        }

        for (var i = 0; i < DaysBefore.Length; i++)
        {
            // It is said at nine, when nothing was decided yet that day.
            if (last.AddDays(-DaysBefore[i]) is var day && day >= First && day <= LastDay && day <= over)
            {
                AddToDigest(day, holder.Key, $"entitlement-ends {i} of {holder.Key} {kind}", day);
            }
        }
    }
}
