namespace Approvals.Year.Tests;

/// <summary>The lines of one holder's application for renewal.</summary>
internal sealed class RenewalTable(YearTable table, Holder holder, Renewal application)
{
    private const int Short = 3, Long = 5;

    private static Workdays Calendar => Workdays.Noticed;

    private string Who => holder.Key;

    /// <summary>Walks through the application.</summary>
    public void Fill()
    {
        table.Add(application.Filed, Who, "application filed");
        table.AddLetter(application.Filed, Who, "receipt-slip");
        if (application.TakenBack is { } day)
        {
            Recommendation(day);
            table.Add(day, Who, "application withdrawn");
            table.AddLetter(day, Who, "withdrawal-confirmed");
            return;
        }

        table.AddLetter(application.Accepted, Who, "acceptance-notice");
        // Of three working days two are left after the first.
        Yellow(Office.Province, "check", application.Reviewed, Short);
        Yellow(Office.Approver, "decide", application.NoticeOver, Short);
        table.AddLetter(application.Decided, Who, "recognition-decision");
        table.Add(application.Decided, Who, "application granted");
        foreach (var kind in new[] { "talent-grade", "jixiang" })
        {
            table.Add(application.Decided, Who, $"{kind}+ to {application.Decided.AddYears(5).AddDays(-1):yyyy-MM-dd}");
        }
    }

    private void Yellow(string office, string activity, DateOnly received, int limit)
    {
        var day = Calendar.After(received, limit - 2);
        table.AddToDigest(day, office, $"task-yellow 0 of {Who} {activity}", day);
    }

    /// <summary>The agent never answers: reminded, and then the lead is told.</summary>
    private void Recommendation(DateOnly until)
    {
        var (yellow, red) = (Calendar.After(application.Filed, Long - 2), Calendar.After(application.Filed, Long).AddDays(1));
        table.AddToDigest(yellow, Office.Agent, $"task-yellow 0 of {Who} recommend", yellow);
        table.AddToDigest(red, Office.Agent, $"task-red 0 of {Who} recommend", Calendar.OnOrAfter(red));
        var escalated = Calendar.After(Calendar.OnOrAfter(red), 1);
        if (escalated <= until)
        {
            table.AddToDigest(escalated, Office.CountyLead, $"task-escalated 0 of {Who} recommend", escalated);
        }
    }
}
