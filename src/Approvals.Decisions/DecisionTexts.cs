using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>The texts of this assembly and of FEEL.</summary>
internal static class DecisionTexts
{
    private static readonly MessageCatalog Catalog = MessageCatalog.Load(typeof(DecisionTexts).Assembly, typeof(FeelExpression).Assembly);

    public static LocalText Message(DecisionProblem problem)
    {
        var place = problem.Rule is null ? "decisions.place" : "decisions.placeInTable";
        return new LocalText(Message(problem, place, "zh-CN"), Message(problem, place, "en"));
    }

    /// <summary>A text with its placeholders filled from both languages' values.</summary>
    public static LocalText Text(string code, params ReadOnlySpan<(string Name, LocalText Value)> data)
    {
        var chinese = new Dictionary<string, string>(StringComparer.Ordinal);
        var english = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            chinese[name] = value.Zh;
            english[name] = value.En;
        }

        return new LocalText(Catalog.Format(code, chinese, "zh-CN"), Catalog.Format(code, english, "en"));
    }

    /// <summary>A text behind the address of the cell it is about.</summary>
    public static LocalText Located(string address, string code, ReadOnlySpan<(string Name, string Value)> data)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            values[name] = value;
        }

        return new LocalText($"{address}：{Catalog.Format(code, values, "zh-CN")}", $"{address}: {Catalog.Format(code, values, "en")}");
    }

    private static string Message(DecisionProblem problem, string place, string language)
    {
        var data = problem.ToError().Data;
        var what = Catalog.Format(problem.Code, problem.Data, language);
        return Catalog.Format(place, data.SetItem("column", problem.Column ?? ""), language) + what;
    }
}
