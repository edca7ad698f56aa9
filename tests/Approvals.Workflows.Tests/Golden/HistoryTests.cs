namespace Approvals.Workflows.Tests;

/// <summary>
/// Histories recorded once are replayed for ever: the same events must give the same states. A new one is recorded by adding it to
/// <see cref="RecordedCases"/> and running the tests with <c>APPROVALS_RECORD_HISTORIES=1</c>; a recorded one is never overwritten.
/// When the engine's behaviour changes on purpose, raise <see cref="WorkflowEngine.Behaviour"/> and say so in the commit.
/// </summary>
public sealed class HistoryTests
{
    private static string Root => Path.Combine(IncidentTests.SourceFolder(), "..", "..", "tests", "golden");

    [Fact]
    public void EveryRecordedHistory_GivesTheSameStates()
    {
        var folders = Directory.GetDirectories(Root);
        Assert.NotEmpty(folders);
        Assert.All(folders, History.Replay);
    }

    [Fact]
    public void EveryCaseToRecord_IsRecorded()
    {
        foreach (var (name, run) in RecordedCases.All)
        {
            var folder = Path.Combine(Root, name);
            if (!Directory.Exists(folder) && Environment.GetEnvironmentVariable("APPROVALS_RECORD_HISTORIES") == "1")
            {
                History.Record(folder, run().History);
            }

            Assert.True(Directory.Exists(folder), $"{name} is not recorded: run the tests once with APPROVALS_RECORD_HISTORIES=1");
        }
    }
}
