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
        var application = Renewal.Of(holder);
        if (application is not null)
        {
            new RenewalTable(this, holder, application).Fill();
        }

        // Asked for in time, it is valid until that is over, however it ends.
        var isTimely = holder.Ending is Ending.Renewed or Ending.Pending;
        var ends = (application?.TakenBack ?? holder.Last).AddDays(1);
        var (over, withOther) = (revoked ?? ends, revoked is not null);
        foreach (var kind in new[] { "talent-grade", "jixiang" })
        {
            FillOne(holder, kind, holder.Last, isTimely ? application!.Filed : over);
            if (holder.Ending == Ending.Pending)
            {
                Add(holder.Last.AddDays(1), Office.CountyLead, $"renewals.news.overdue {holder.Key} {kind}");
            }

            if (!withOther)
            {
                AddEnd(ends, holder.Key, kind, "lapsed", holder.Last);
            }
        }

        if (holder.LeaseLast is not null)
        {
            // Who holds the new certificate keeps the lease that rests on it.
            FillLease(holder, holder.Ending == Ending.Renewed ? null : over, withOther);
        }
    }

    /// <summary>The lease, and what ends it before its own last day.</summary>
    private void FillLease(Holder holder, DateOnly? over, bool withOther)
    {
        var last = holder.LeaseLast!.Value;
        var ends = last.AddDays(1);
        FillOne(holder, "lease", last, over < ends ? over.Value : ends);
        if (over is not { } day || day >= ends)
        {
            AddEnd(ends, holder.Key, "lease", "lapsed", last);
            return;
        }

        // Who loses it in the morning hears of the lease the night after; who lost it at midnight hears of both.
        Add(day.AddDays(-1), holder.Key, "lease cut");
        AddEnd(withOther ? day.AddDays(1) : day, holder.Key, "lease", "lapsedBecause", day.AddDays(-1));
    }

    /// <summary>That something has ended, on the page and in the mail of the day.</summary>
    private void AddEnd(DateOnly day, string who, string kind, string news, DateOnly last)
    {
        Add(day, who, $"renewals.news.{news} {who} {kind}");
        AddToDigest(day, who, $"entitlement-ended {last.DayNumber} of {who} {kind}", day);
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
