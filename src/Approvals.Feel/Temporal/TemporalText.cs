using System.Globalization;
using System.Text;

namespace Approvals.Feel;

/// <summary>Temporal values in their ISO 8601 form as XML Schema and FEEL write them.</summary>
internal static class TemporalText
{
    public static string Of(in FeelValue value)
    {
        var text = new StringBuilder();
        switch (value.Kind)
        {
            case FeelKind.Date:
                Append(text, value.Date);
                break;
            case FeelKind.Time:
                Append(text, value.Time);
                break;
            case FeelKind.DateTime:
                Append(text, value.DateTime.Date);
                Append(text.Append('T'), value.DateTime.Time);
                break;
            case FeelKind.YearsMonthsDuration:
                AppendMonths(text, value.Months);
                break;
            default:
                AppendSeconds(text, value.Seconds);
                break;
        }

        return text.ToString();
    }

    /// <summary>An offset as <c>Z</c> or <c>+08:00</c>, a zone as <c>@Asia/Shanghai</c>.</summary>
    public static string Of(Zone zone)
    {
        if (zone.Id is not null)
        {
            return "@" + zone.Id;
        }

        var offset = zone.OffsetOfTime;
        var absolute = Math.Abs(offset);
        return offset == 0 ? "Z" : string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset < 0 ? '-' : '+')}{absolute / 3600:00}:{absolute / 60 % 60:00}{(absolute % 60 == 0 ? "" : $":{absolute % 60:00}")}");
    }

    private static void Append(StringBuilder text, CivilDate date)
    {
        var (year, month, day) = date.Split();
        text.Append(CultureInfo.InvariantCulture, $"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    private static void Append(StringBuilder text, CivilTime time)
    {
        text.Append(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}");
        if (time.Fraction != 0)
        {
            text.Append('.').Append(time.Fraction.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        }

        if (time.Zone is not null)
        {
            text.Append(Of(time.Zone));
        }
    }

    private static void AppendMonths(StringBuilder text, long months)
    {
        var absolute = Math.Abs(months);
        text.Append(months < 0 ? "-P" : "P");
        AppendPart(text, absolute / 12, 'Y');
        AppendPart(text, absolute % 12, 'M');
        if (months == 0)
        {
            text.Append("0M");
        }
    }

    private static void AppendSeconds(StringBuilder text, decimal seconds)
    {
        var absolute = Math.Abs(seconds);
        var days = decimal.Floor(absolute / 86_400m);
        var rest = absolute - (days * 86_400m);
        var hours = decimal.Floor(rest / 3600m);
        var minutes = decimal.Floor((rest - (hours * 3600m)) / 60m);
        text.Append(seconds < 0 ? "-P" : "P");
        AppendPart(text, days, 'D');
        if (rest == 0 && days != 0)
        {
            return;
        }

        text.Append('T');
        AppendPart(text, hours, 'H');
        AppendPart(text, minutes, 'M');
        AppendPart(text, rest % 60m, 'S');
        if (absolute == 0)
        {
            text.Append("0S");
        }
    }

    private static void AppendPart(StringBuilder text, decimal amount, char unit)
    {
        if (amount != 0)
        {
            text.Append(FeelText.Number(amount)).Append(unit);
        }
    }
}
