using Approvals.Application.Replay;
using Approvals.TestKit.Cases;

namespace Approvals.Application.Tests.Replay;

/// <summary>Past cases played on their own version.</summary>
internal static class Played
{
    /// <summary>Each comes out as it did.</summary>
    public static async Task SameAsync(CaseHost host, params Guid[] cases)
    {
        foreach (var id in cases)
        {
            var report = await OnItsOwnAsync(host, id);
            Assert.True(report.Verdict == ReplayVerdict.Same, $"{report.Verdict} {report.Why} {string.Join(' ', report.Data)} {string.Join(' ', report.Changes)}");
        }
    }

    private static async Task<ReplayReport> OnItsOwnAsync(CaseHost host, Guid id)
    {
        var version = (await host.RowAsync(id)).ServiceVersionId;
        return await host.UseAsync<PlayPastCase, ReplayReport>(p => p.PlayAsync(version, id, default));
    }
}
