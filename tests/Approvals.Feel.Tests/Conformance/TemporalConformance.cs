namespace Approvals.Feel.Tests.Conformance;

/// <summary>DMN 1.5, 10.3.2.3.4 to 10.3.2.3.9 and table 57: dates, times and durations.</summary>
public sealed class TemporalConformance
{
    public static TheoryData<string, string, string> Arithmetic => Case.Table("""
        @"2026-01-31" + @"P1M" ⇒ @"2026-02-28" ∵ a day the month lacks becomes its last
        @"2024-01-31" + @"P1M" ⇒ @"2024-02-29" ∵ in a leap year the 29th
        @"2024-02-29" + @"P1Y" ⇒ @"2025-02-28" ∵ the leap day falls back
        @"2024-02-29" + @"P4Y" ⇒ @"2028-02-29" ∵ until the next leap year
        @"1900-02-28" + @"P1D" ⇒ @"1900-03-01" ∵ 1900 was no leap year
        @"2000-02-28" + @"P1D" ⇒ @"2000-02-29" ∵ but 2000 was
        @"2026-03-31" - @"P1M" ⇒ @"2026-02-28" ∵ backwards as well
        @"P1M" + @"2026-01-31" ⇒ @"2026-02-28" ∵ in either order
        @"P1M" - @"2026-01-31" ⇒ null! ∵ but nothing less a date
        @"2026-12-31" + @"P1D" ⇒ @"2027-01-01" ∵ into the next year
        @"2026-01-01" + @"PT23H59M" ⇒ @"2026-01-01" ∵ a date keeps whole days only
        @"2026-01-01" + @"PT24H" ⇒ @"2026-01-02" ∵ of which there is one
        @"2026-01-01" - @"PT1S" ⇒ @"2025-12-31" ∵ a second before midnight is the day before
        @"2026-01-01T22:00:00" + @"PT3H" ⇒ @"2026-01-02T01:00:00" ∵ past midnight
        @"2026-01-31T10:00:00Z" + @"P1M" ⇒ @"2026-02-28T10:00:00Z" ∵ months keep the time
        @"2026-01-01T00:00:00" - @"PT0.001S" ⇒ @"2025-12-31T23:59:59.999" ∵ to the fraction
        @"23:00:00" + @"PT2H" ⇒ @"01:00:00" ∵ a time wraps at midnight
        @"01:00:00" - @"PT2H" ⇒ @"23:00:00" ∵ both ways
        @"10:00:00+08:00" + @"P1D" ⇒ @"10:00:00+08:00" ∵ a whole day changes nothing
        @"10:00:00" + @"P1M" ⇒ null! ∵ a time has no months
        @"2026-03-01" - @"2026-02-01" ⇒ @"P28D" ∵ a difference in days
        @"2024-03-01" - @"2024-02-01" ⇒ @"P29D" ∵ one more in a leap year
        @"2026-01-01" - @"2026-01-02" ⇒ @"-P1D" ∵ it may be negative
        @"2026-01-01T12:00:00" - @"2026-01-01T10:30:00" ⇒ @"PT1H30M" ∵ of instants
        @"2026-01-01T12:00:00+08:00" - @"2026-01-01T04:00:00Z" ⇒ @"PT0S" ∵ by instant
        @"2026-03-29T12:00:00@Europe/Paris" - @"2026-03-28T12:00:00@Europe/Paris" ⇒ @"PT23H" ∵ the day the clocks change is shorter
        @"2026-01-01T12:00:00" - @"2026-01-01T12:00:00Z" ⇒ null! ∵ a local reading is no instant
        @"10:00:00" - @"12:30:00" ⇒ @"-PT2H30M" ∵ of times
        @"10:00:00Z" - @"10:00:00+08:00" ⇒ @"PT8H" ∵ by instant
        @"2026-01-01" - @"10:00:00" ⇒ null! ∵ not of a date and a time
        @"2026-01-01" + @"2026-01-01" ⇒ null! ∵ dates do not add
        @"2026-01-01" + 1 ⇒ null! ∵ a number is no duration
        @"2026-01-01" * 2 ⇒ null! ∵ a date has no multiples
        @"P1Y" + @"P2M" ⇒ @"P14M" ∵ durations add
        @"P1Y" - @"P14M" ⇒ @"-P2M" ∵ and subtract
        @"P1D" + @"PT12H" ⇒ @"P1DT12H" ∵ of the other kind as well
        @"P1M" + @"P1D" ⇒ null! ∵ but not across kinds
        @"P1M" * 2.5 ⇒ @"P2M" ∵ parts of a month are cut
        @"PT1H" * 2.5 ⇒ @"PT2H30M" ∵ parts of an hour are not
        3 * @"P1Y" ⇒ @"P3Y" ∵ in either order
        @"P1D" * -1 ⇒ @"-P1D" ∵ turned round
        @"P1D" * @"P1D" ⇒ null! ∵ durations do not multiply
        @"P1Y" / 12 ⇒ @"P1M" ∵ a share of a duration
        @"P1D" / 24 ⇒ @"PT1H" ∵ of the other kind
        @"P3Y" / @"P1Y" ⇒ 3 ∵ how often one is in the other
        @"PT90M" / @"PT1H" ⇒ 1.5 ∵ also in parts
        @"P1D" / 0 ⇒ null! ∵ nothing is divided by zero
        @"P1D" / @"PT0S" ⇒ null! ∵ nor by no time
        @"P1Y" / @"P1D" ⇒ null! ∵ months are not days
        2 / @"P1D" ⇒ null! ∵ nothing divides by a duration
        -@"P1Y2M" ⇒ @"-P14M" ∵ the sign of a duration
        -@"PT1H" ⇒ @"-PT1H" ∵ of both kinds
        -@"2026-01-01" ⇒ null! ∵ a date has none
        @"999999999-12-31" + @"P1D" ⇒ null! ∵ beyond the last year
        @"-999999999-01-01" - @"P1M" ⇒ null! ∵ or before the first
        @"9999-12-31" + @"P1D" ⇒ @"10000-01-01" ∵ years may have more than four digits
        @"0001-01-01" - @"P1D" ⇒ @"0000-12-31" ∵ there is a year zero
        """);

    public static TheoryData<string, string, string> Properties => Case.Table("""
        @"2026-11-21".year ⇒ 2026 ∵ of a date
        @"2026-11-21".month ⇒ 11 ∵ from 1
        @"2026-11-21".day ⇒ 21 ∵ from 1
        @"2026-11-21".weekday ⇒ 6 ∵ Monday is 1, so Saturday is 6
        @"2026-11-22".weekday ⇒ 7 ∵ and Sunday 7
        @"2026-11-21".hour ⇒ null! ∵ a date has no hours
        @"-0044-03-15".year ⇒ -44 ∵ before the first year
        @"2026-11-21T08:05:09".hour ⇒ 8 ∵ of a date and time
        @"2026-11-21T08:05:09".minute ⇒ 5 ∵ of a date and time
        @"2026-11-21T08:05:09".second ⇒ 9 ∵ of a date and time
        @"2026-11-21T08:05:09".year ⇒ 2026 ∵ its date's as well
        @"2026-11-21T08:05:09".weekday ⇒ 6 ∵ its date's as well
        @"2026-11-21T08:05:09".time offset ⇒ null ∵ local: no offset
        @"2026-11-21T08:05:09".timezone ⇒ null ∵ and no zone
        @"2026-11-21T08:05:09+08:00".time offset ⇒ @"PT8H" ∵ an offset is a duration
        @"2026-11-21T08:05:09-03:30".time offset ⇒ @"-PT3H30M" ∵ west of Greenwich it is negative
        @"2026-11-21T08:05:09Z".time offset ⇒ @"PT0S" ∵ Z is none
        @"2026-07-01T08:00:00@Europe/Paris".time offset ⇒ @"PT2H" ∵ a zone's offset in summer
        @"2026-11-21T08:00:00@Europe/Paris".time offset ⇒ @"PT1H" ∵ and in winter
        @"2026-11-21T08:00:00@Asia/Shanghai".timezone ⇒ "Asia/Shanghai" ∵ a zone has a name
        @"2026-11-21T08:00:00+08:00".timezone ⇒ null ∵ an offset has none
        @"08:05:09".hour ⇒ 8 ∵ of a time
        @"08:05:09".day ⇒ null! ∵ a time has no day
        @"08:05:09Z".time offset ⇒ @"PT0S" ∵ of a time with an offset
        @"08:05:09@Asia/Shanghai".timezone ⇒ "Asia/Shanghai" ∵ of a time in a zone
        @"P3Y7M".years ⇒ 3 ∵ whole years
        @"P3Y7M".months ⇒ 7 ∵ months beyond them
        @"P31M".years ⇒ 2 ∵ however it was written
        @"P31M".months ⇒ 7 ∵ however it was written
        @"-P14M".months ⇒ -2 ∵ the sign belongs to all parts
        @"P3Y".days ⇒ null! ∵ years have no days
        @"P1DT2H3M4S".days ⇒ 1 ∵ whole days
        @"P1DT2H3M4S".hours ⇒ 2 ∵ hours beyond them
        @"P1DT2H3M4S".minutes ⇒ 3 ∵ minutes beyond them
        @"P1DT2H3M4.5S".seconds ⇒ 4.5 ∵ seconds with their fraction
        @"PT49H".days ⇒ 2 ∵ however it was written
        @"PT49H".hours ⇒ 1 ∵ however it was written
        @"-PT90M".hours ⇒ -1 ∵ the sign belongs to all parts
        @"P1D".years ⇒ null! ∵ days have no years
        [@"2026-01-01", @"2025-05-05"].year ⇒ [2026, 2025] ∵ of each item of a list
        "2026-01-01".year ⇒ null! ∵ a string is no date
        null.year ⇒ null! ∵ null has no year
        """);

    public static TheoryData<string, string, string> Constructors => Case.Table("""
        date("2026-02-29") ⇒ null! ∵ no such day
        date("2026-2-1") ⇒ null! ∵ two digits each
        date("26-02-01") ⇒ null! ∵ four digits of the year
        date("02026-02-01") ⇒ null! ∵ a longer year has no leading zero
        date("12026-02-01").year ⇒ 12026 ∵ a year may be longer
        date("-2026-02-01").year ⇒ -2026 ∵ or negative
        date("+2026-02-01") ⇒ null! ∵ but has no plus
        date("2026-02-01Z") ⇒ null! ∵ a date has no zone
        date("2026-02-01T00:00:00") ⇒ null! ∵ nor a time
        date(" 2026-02-01") ⇒ null! ∵ nor space
        date(2026, 2, 29) ⇒ null! ∵ no such day
        date(2024, 2, 29) ⇒ @"2024-02-29" ∵ in a leap year there is
        date(2026, 13, 1) ⇒ null! ∵ no such month
        date(2026, 0, 1) ⇒ null! ∵ months count from 1
        date(2026, 1) ⇒ null! ∵ three numbers are wanted
        date(null, 1, 1) ⇒ null! ∵ and none may be null
        date("2026", "1", "1") ⇒ null! ∵ nor a string
        date(day: 3, month: 2, year: 2026) ⇒ @"2026-02-03" ∵ by name in any order
        date(@"2026-02-01T23:00:00+08:00") ⇒ @"2026-02-01" ∵ the local day of a date and time
        date(@"10:00:00") ⇒ null! ∵ a time has no day
        date(20260201) ⇒ null! ∵ nor a number
        time("10:00") ⇒ null! ∵ seconds are written
        time("25:00:00") ⇒ null! ∵ no such hour
        time("10:60:00") ⇒ null! ∵ no such minute
        time("10:00:60") ⇒ null! ∵ no such second
        time("10:00:00+15:00") ⇒ time(10, 0, 0, @"PT15H") ∵ offsets go far
        time("10:00:00+18:30") ⇒ null! ∵ but not beyond eighteen hours
        time("10:00:00@Nowhere/Land") ⇒ null! ∵ no such zone
        time("10:00:00+01:00@Europe/Paris") ⇒ null! ∵ an offset or a zone, not both
        time(10, 0, 0) ⇒ @"10:00:00" ∵ without an offset a local time
        time(10, 0, 0, null) ⇒ @"10:00:00" ∵ null is none
        time(10, 0, 0, @"PT8H") ⇒ @"10:00:00+08:00" ∵ with an offset
        time(10, 0, 0, 8) ⇒ null! ∵ which is a duration
        time(24, 0, 0) ⇒ null! ∵ no such hour
        time(10, 0, 59.999) ⇒ @"10:00:59.999" ∵ seconds may have a fraction
        time(@"2026-02-01T10:00:00Z") ⇒ @"10:00:00Z" ∵ of a date and time
        time(@"2026-02-01") ⇒ @"00:00:00Z" ∵ a date is midnight of UTC
        date and time("2026-02-01") ⇒ @"2026-02-01T00:00:00" ∵ midnight
        date and time("2026-02-01T24:00:00") ⇒ @"2026-02-02T00:00:00" ∵ the end of a day is the start of the next
        date and time("2026-02-01 10:00:00") ⇒ null! ∵ a T stands between
        date and time("2026-02-01T10:00") ⇒ null! ∵ seconds are written
        date and time(@"2026-02-01", @"10:00:00Z") ⇒ @"2026-02-01T10:00:00Z" ∵ of a date and a time
        date and time(@"2026-02-01T23:00:00Z", @"10:00:00") ⇒ @"2026-02-01T10:00:00" ∵ only the day is taken of the first
        date and time(@"2026-02-01", null) ⇒ null! ∵ both are wanted
        date and time(date: @"2026-02-01", time: @"10:00:00") ⇒ @"2026-02-01T10:00:00" ∵ by name
        date and time(2026, 2, 1, 10, 0, 0) ⇒ @"2026-02-01T10:00:00" ∵ of six numbers
        date and time(2026, 2, 1, 10, 0, 0, @"PT8H") ⇒ @"2026-02-01T10:00:00+08:00" ∵ with an offset
        date and time(2026, 2, 1, 10, 0, 0, "Asia/Shanghai") ⇒ @"2026-02-01T10:00:00@Asia/Shanghai" ∵ or a zone
        duration("P1Y2M") ⇒ @"P14M" ∵ of years and months
        duration("P1Y1D") ⇒ null! ∵ not of years and days
        duration("P") ⇒ null! ∵ something is wanted
        duration("P1DT") ⇒ null! ∵ also after the T
        duration("PT1H30") ⇒ null! ∵ a unit is wanted
        duration("P1.5D") ⇒ null! ∵ only seconds have a fraction
        duration("PT1.5S") ⇒ @"PT1.5S" ∵ which is kept
        duration("-P1D") = -duration("P1D") ⇒ true ∵ the sign comes first
        duration("P-1D") ⇒ null! ∵ and only there
        duration("P36H") ⇒ null! ∵ hours come after the T
        duration("1D") ⇒ null! ∵ a P comes first
        duration(1) ⇒ null! ∵ a number is no duration
        years and months duration(@"2024-02-29", @"2025-02-28") ⇒ @"P11M" ∵ a day short of a year
        years and months duration(@"2024-03-15", @"2026-05-14") ⇒ @"P2Y1M" ∵ the last month is not whole
        years and months duration(@"2026-05-15", @"2024-03-15") ⇒ @"-P2Y2M" ∵ backwards
        years and months duration(@"2026-01-01", @"2026-01-31") ⇒ @"P0M" ∵ not a month
        years and months duration(@"2024-03-15T18:00:00Z", @"2026-03-15T09:00:00+08:00") ⇒ @"P2Y" ∵ from day to day, whatever the time
        years and months duration(@"2026-01-01", null) ⇒ null! ∵ both are wanted
        years and months duration("2026-01-01", "2027-01-01") ⇒ null! ∵ strings are no dates
        day of year(@"2024-12-31") ⇒ 366 ∵ a leap year
        day of year(@"2026-12-31") ⇒ 365 ∵ another
        day of week(@"2026-11-21") ⇒ "Saturday" ∵ in English
        month of year(@"2026-11-21") ⇒ "November" ∵ in English
        week of year(@"2027-01-01") ⇒ 53 ∵ still the week of the year before
        week of year(@"2026-12-31") ⇒ 53 ∵ a year may have 53
        week of year(@"2024-12-30") ⇒ 1 ∵ already the week of the year to come
        day of week("2026-11-21") ⇒ null! ∵ a string is no date
        """);

    [Theory]
    [MemberData(nameof(Arithmetic))]
    public void Arithmetic_OfTemporalValues_FollowsTheCalendar(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Properties))]
    public void Property_OfTemporalValue_IsItsPart(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Constructors))]
    public void Function_OfTemporalValues_GivesOneOrNull(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);
}
