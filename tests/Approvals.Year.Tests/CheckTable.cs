namespace Approvals.Year.Tests;

/// <summary>The lines of one holder's yearly check.</summary>
internal sealed class CheckTable(YearTable table, Holder holder)
{
    private const int Correction = 10, Cure = 30, Office = 5, Hearing = 5;

    private static Workdays Calendar => Workdays.Noticed;

    private string Who => holder.Key;

    /// <summary>Walks through the check; the day on which everything was revoked, or null.</summary>
    public DateOnly? Fill()
    {
        if (holder.Check == Check.None)
        {
            return null;
        }

        table.Add(YearTable.Opens, Who, "check opened");
        var confirmed = Own("confirm", YearTable.Opens, Correction);
        var verdict = County(confirmed);
        return holder.Check switch
        {
            Check.Fraud => Fraud(verdict),
            _ when holder.IsShort => Short(verdict),
            _ => Met(verdict, "check-passed"),
        };
    }

    /// <summary>What waits for the holder: reminders three and one working days before its last day; the day on which it goes on.</summary>
    private DateOnly Own(string activity, DateOnly received, int limit)
    {
        var last = Calendar.After(received, limit);
        var done = People.WaitsAt(activity, holder) is { } waits ? Calendar.After(received, waits.Days) : (DateOnly?)null;
        foreach (var (number, before) in new[] { (0, -3), (1, -1) })
        {
            if (Calendar.After(last, before) is var day && (done is null || day <= done))
            {
                table.Add(day, Who, $"reminded own-task-due {number} of {Who} {activity}, mail {day:yyyy-MM-dd}");
                table.Add(day, Who, "mail");
            }
        }

        return done ?? last.AddDays(1);
    }

    /// <summary>The county, and the city the same afternoon; who is late is reminded, and the lead told.</summary>
    private DateOnly County(DateOnly received)
    {
        var done = Calendar.After(received, People.WaitsAt("county", holder)!.Value.Days);
        // Two working days are left after it.
        var (yellow, red) = (Calendar.After(received, Office - 2), Calendar.After(received, Office).AddDays(1));
        var escalated = Calendar.After(Calendar.OnOrAfter(red), 1);
        if (yellow <= done)
        {
            AddCounty(yellow, "task-yellow", yellow);
        }

        if (red <= done)
        {
            AddCounty(red, "task-red", Calendar.OnOrAfter(red));
        }

        if (escalated <= done)
        {
            table.AddToDigest(escalated, Year.Tests.Office.CountyLead, $"task-escalated 0 of {Who} county", escalated);
        }

        return done;
    }

    private void AddCounty(DateOnly day, string rule, DateOnly mail)
    {
        table.AddToDigest(day, Year.Tests.Office.County, $"{rule} 0 of {Who} county", mail);
        table.AddToDigest(day, Year.Tests.Office.CountyAgain, $"{rule} 0 of {Who} county", mail);
    }

    private DateOnly? Met(DateOnly day, string? letter)
    {
        if (letter is not null)
        {
            table.AddLetter(day, Who, letter);
        }

        table.Add(day, Who, "check granted");
        return null;
    }

    private DateOnly? Short(DateOnly verdict)
    {
        table.AddLetter(verdict, Who, "short-notice");
        var corrected = Own("correct", verdict, Correction);
        if (holder.Check == Check.Corrected)
        {
            return Met(Calendar.After(corrected, holder.Pace), "check-passed");
        }

        table.AddLetter(corrected, Who, "suspension-notice");
        var cured = Own("cure", corrected, Cure);
        return holder.Check == Check.Cured ? Resumed(corrected, Calendar.After(cured, holder.Pace)) : Heard(corrected, cured);
    }

    private DateOnly? Fraud(DateOnly verdict)
    {
        table.AddLetter(verdict, Who, "fraud-notice");
        table.AddLetter(verdict, Who, "fraud-suspension");
        return Heard(verdict, verdict);
    }

    private DateOnly? Heard(DateOnly suspended, DateOnly asked)
    {
        table.AddLetter(asked, Who, "defence-notice");
        var decided = Calendar.After(Own("defence", asked, Hearing), holder.Pace);
        if (holder.Check == Check.Upheld)
        {
            return Resumed(suspended, decided);
        }

        AddBoth(suspended, "Suspend", "suspended to ");
        AddBoth(decided, "Revoke", "ended");
        table.AddLetter(decided, Who, "revocation-note");
        table.AddLetter(decided, Who, "revocation-decision");
        table.Add(decided, Who, "check refused");
        return decided;
    }

    private DateOnly? Resumed(DateOnly suspended, DateOnly day)
    {
        AddBoth(suspended, "Suspend", $"suspended to {day.AddDays(-1):yyyy-MM-dd}");
        AddBoth(day, "Resume");
        table.AddLetter(day, Who, "resumption-notice");
        return Met(day, null);
    }

    /// <summary>What happens to the certificate happens to the card granted with it.</summary>
    private void AddBoth(DateOnly day, params string[] words)
    {
        foreach (var word in words)
        {
            table.Add(day, Who, $"talent-grade {word}");
            table.Add(day, Who, $"jixiang {word}");
        }
    }
}
