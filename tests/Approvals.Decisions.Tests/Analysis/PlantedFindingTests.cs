namespace Approvals.Decisions.Tests.Analysis;

/// <summary>Tables with planted mistakes: exactly these are found, each with a row that shows it.</summary>
public sealed class PlantedFindingTests
{
    private static readonly string[] LevelMonths = ["level: string = \"A\", \"B\", \"C\"", "months: number = [0..120]"];

    public static TheoryData<string, string, string[], string[], string[]> Planted() => new()
    {
        { "complete", "hitPolicy=\"UNIQUE\"", LevelMonths, ["\"A\"; - => 1", "not(\"A\"); < 12 => 2", "not(\"A\"); >= 12 => 3"], [] },
        { "gap", "hitPolicy=\"UNIQUE\"", LevelMonths, ["\"A\"; - => 1", "\"B\"; < 12 => 2", "\"B\",\"C\"; >= 12 => 3"], ["Gap [] level = \"C\", months = 0"] },
        { "gap at a point", "hitPolicy=\"UNIQUE\"", ["n: number"], ["< 5 => 1", "> 5 => 2"], ["Gap [] n = 5"] },
        { "gap between whole numbers", "hitPolicy=\"UNIQUE\"", ["n: number"], ["<= 60 => 1", ">= 61 => 2"], ["Gap [] n = 60.5"] },
        { "no gap between days", "hitPolicy=\"UNIQUE\"", ["d: date"], ["<= date(\"2026-01-31\") => 1", ">= @\"2026-02-01\" => 2"], [] },
        { "gap of a day", "hitPolicy=\"UNIQUE\"", ["d: date"], ["< @\"2026-02-01\" => 1", "> @\"2026-02-01\" => 2"], ["Gap [] d = @\"2026-02-01\""] },
        { "duration", "hitPolicy=\"UNIQUE\"", ["d: days and time duration"], ["< duration(\"P1D\") => 1", "[@\"P1D\"..@\"P2D\"] => 2"], ["Gap [] d = @\"P3D\""] },
        { "months", "hitPolicy=\"UNIQUE\"", ["d: years and months duration"], ["<= @\"P1Y\" => 1", "> @\"P1Y1M\" => 2"], ["Gap [] d = @\"P1Y1M\""] },
        { "time", "hitPolicy=\"UNIQUE\"", ["t: time"], ["[@\"08:00:00\"..@\"12:00:00\"] => 1", "< @\"08:00:00\" => 2"], ["Gap [] t = @\"13:00:00\""] },
        { "instant", "hitPolicy=\"UNIQUE\"", ["t: date and time"], ["< @\"2026-01-01T08:00:00\" => 1", "> @\"2026-01-01T08:00:00\" => 2"], ["Gap [] t = @\"2026-01-01T08:00:00\""] },
        { "boolean", "hitPolicy=\"UNIQUE\"", ["b: boolean", "c: boolean"], ["true; - => 1", "false; true => 2"], ["Gap [] b = false, c = false"] },
        { "other string", "hitPolicy=\"UNIQUE\"", ["s: string"], ["\"x\" => 1", "\"other\" => 2"], ["Gap [] s = \"other 2\""] },
        { "null asked for", "hitPolicy=\"UNIQUE\"", ["n: number"], ["null => 1", "< 3 => 2"], ["Gap [] n = 3"] },
        { "null forgotten", "hitPolicy=\"UNIQUE\"", ["b: boolean", "n: number"], ["true; null => 1", "-; < 3 => 2", "-; >= 3 => 3"], ["Gap [] b = false, n = null"] },
        { "overlap", "hitPolicy=\"UNIQUE\"", LevelMonths, ["\"A\",\"B\"; - => 1", "\"B\"; > 100 => 2", "\"C\"; - => 3"], ["Overlap [1 2] level = \"B\", months = 101"] },
        { "overlap at an end", "hitPolicy=\"UNIQUE\"", ["n: number"], ["<= 5 => 1", ">= 5 => 2"], ["Overlap [1 2] n = 5"] },
        { "any of one result", "hitPolicy=\"ANY\"", ["n: number"], ["<= 5 => 1", ">= 5 => 1 # a"], [] },
        { "any of two results", "hitPolicy=\"ANY\"", ["n: number"], ["<= 5 => 1", ">= 5 => 2"], ["Overlap [1 2] n = 5"] },
        { "default result", "hitPolicy=\"UNIQUE\"", ["n: number"], ["< 5 => 1", "> 5 => 2"], ["Gap [] n = 5"] },
        { "exception first", "hitPolicy=\"FIRST\"", LevelMonths, ["\"A\"; < 12 => 1", "\"A\"; - => 2", "-; - => 3"], [] },
        { "crossing", "hitPolicy=\"FIRST\"", LevelMonths, ["\"A\"; - => 1", "-; < 12 => 2", "-; - => 3"], ["Masked [1 2] level = \"A\", months = 0"] },
        { "unreachable", "hitPolicy=\"FIRST\"", LevelMonths, ["-; < 12 => 1", "-; >= 12 => 2", "\"B\"; - => 3"], ["Unreachable [3] level = \"B\", months = 0"] },
        { "priority", "hitPolicy=\"PRIORITY\"", ["n: number"], ["< 10 => \"low\"", "< 5 => \"low\"", "- => \"high\""], ["Unreachable [1] n = 4", "Unreachable [2] n = 4"] },
        { "mergeable", "hitPolicy=\"UNIQUE\"", LevelMonths, ["\"A\"; - => 1", "\"B\"; - => 1", "\"C\"; - => 2"], ["Mergeable [1 2] level level = \"B\", months = 0"] },
        { "not mergeable past another", "hitPolicy=\"FIRST\"", ["n: number"], ["[1..2] => 1", "[2..9] => 2", "[3..4] => 1", "- => 3"], ["Masked [1 2] n = 2", "Unreachable [3] n = 3"] },
        { "needless", "hitPolicy=\"FIRST\"", LevelMonths, ["\"A\"; < 12 => 1", "-; - => 1"], ["Mergeable [1 2] level = \"A\", months = 0"] },
        { "not allowed", "hitPolicy=\"UNIQUE\"", LevelMonths, ["\"A\",\"D\"; - => 1", "\"B\",\"C\"; > 200 => 2", "\"B\",\"C\"; <= 200 => 3"], ["OutsideAllowed [1] level level = \"D\"", "OutsideAllowed [2] months months = 201"] },
        { "contradiction", "hitPolicy=\"FIRST\"", ["n: number", "s: string"], ["[10..5]; - => 1", "? > 3 and ? < 2; - => 2", "\"x\"; - => 3", "-; 5 => 4", "-; - => 5"], ["Contradiction [1] n", "Contradiction [2] n", "Contradiction [3] n", "Contradiction [4] s"] },
        { "conditions on ?", "hitPolicy=\"UNIQUE\"", ["n: number"], ["? >= 1 and ? < 3 => 1", "? in [3..4] => 2", "? between 5 and 6 or ? > 8 => 3", "not(>= 1) => 4"], ["Gap [] n = 4.5"] },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void Of_PlantedTable_ExactlyWhatWasPlanted(string name, string policy, string[] inputs, string[] rules, string[] expected)
    {
        var outputs = name == "priority" ? new[] { "x: string = \"high\", \"low\"" } : ["x: Any"];
        var report = TypedTables.Report(policy, inputs, outputs, rules);
        Assert.Equal(expected, TypedTables.Lines(report));
        Assert.Empty(report.NotAnalysed);
    }

    [Fact]
    public void Of_DefaultOutput_NoGap()
    {
        var report = TypedTables.Report("hitPolicy=\"UNIQUE\"", ["n: number"], ["x: number = 1, 2, 9 default 9"], "< 5 => 1", "> 5 => 3");
        Assert.Equal(["OutsideAllowed [2] x n = 6"], TypedTables.Lines(report));
    }

    [Fact]
    public void Of_CellBeyondAnalysis_NamedAndTakenForNothing()
    {
        var report = TypedTables.Report("hitPolicy=\"UNIQUE\"", ["s: string", "n: number"], ["x: number"], "starts with(?, \"a\"); - => 1", "-; > 5 => 2", "-; < 2 => 3");
        Assert.Empty(report.Findings);
        var left = Assert.Single(report.NotAnalysed);
        Assert.Equal((1, "s"), (left.Rule, left.Column));
        Assert.Contains("starts with", left.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_GapBesideCellBeyondAnalysis_StillFound()
    {
        var report = TypedTables.Report("hitPolicy=\"UNIQUE\"", ["s: string", "n: number"], ["x: number"], "string length(?) > 3; > 5 => 1", "-; < 2 => 2");
        Assert.Equal(["Gap [] s = \"other\", n = 2"], TypedTables.Lines(report));
    }

    [Fact]
    public void Of_ColumnsOverTheSameInput_TakenTogether()
    {
        var xml = TypedTables.Xml("hitPolicy=\"UNIQUE\"", ["n: number"], ["x: number"], [">= 3 => 1", "< 3 => 2"])
            .Replace("</input>", "</input><input><inputExpression><text>n</text></inputExpression></input>", StringComparison.Ordinal)
            .Replace("</inputEntry><outputEntry><text>1", "</inputEntry><inputEntry><text>&lt; 9</text></inputEntry><outputEntry><text>1", StringComparison.Ordinal)
            .Replace("</inputEntry><outputEntry><text>2", "</inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>2", StringComparison.Ordinal);
        Assert.Equal(["Gap [] n = 9"], TypedTables.Lines(Assert.Single(TableAnalysis.Of(Models.Sound(xml)))));
    }

    [Fact]
    public void Of_TypesOfTheData_LimitTheInputs()
    {
        var xml = """<itemDefinition name="Level"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>"""
            + TypedTables.Xml("hitPolicy=\"UNIQUE\"", ["level: Level"], ["x: number"], ["\"A\" => 1"]);
        Assert.Equal(["Gap [] level = \"B\""], TypedTables.Lines(Assert.Single(TableAnalysis.Of(Models.Sound(xml)))));
    }

    [Fact]
    public void Of_FewBoxesAllowed_SaysThatItEnded()
    {
        var model = Models.Sound(TypedTables.Xml("hitPolicy=\"UNIQUE\"", LevelMonths, ["x: number"], ["\"A\"; < 3 => 1", "\"B\"; > 5 => 2", "\"C\"; 7 => 3"]));
        var (table, setting) = Assert.Single(TableSetting.TablesOf(model));
        Assert.Contains(TableAnalysis.Report(table, setting, 2).NotAnalysed, left => left.Message.En.Contains("ended", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AcceptedFinding_CarriesItsReason()
    {
        const string accepted = """
            <extensionElements><accepted xmlns="urn:approvals:decisions" finding="overlap" rules="r1 2">both pay</accepted>
            <accepted xmlns="urn:approvals:decisions" finding="gap"> </accepted><accepted xmlns="urn:approvals:decisions" finding="masked">gone</accepted></extensionElements>
            """;
        var model = Models.Sound(TypedTables.Xml("hitPolicy=\"UNIQUE\"", ["n: number"], ["x: number"], ["<= 5 => 1", "5 => 2"], accepted));
        var report = Assert.Single(TableAnalysis.Of(model));
        Assert.Equal("both pay", Assert.Single(report.Findings, finding => finding.Kind == FindingKind.Overlap).AcceptedBecause);
        Assert.Equal([FindingKind.Gap], report.Open.Select(finding => finding.Kind));
        Assert.Equal(["gone"], report.Outdated.Select(outdated => outdated.Reason));
    }
}
