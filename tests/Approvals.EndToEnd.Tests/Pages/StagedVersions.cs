namespace Approvals.EndToEnd.Tests.Pages;

/// <summary>Two versions of a service in force, and a batch that moved one case from the first to the second.</summary>
internal sealed record StagedVersions(string Old, string New)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Brings the second version in, as an editor, an approver and an operator do, and moves one case.</summary>
    public static async Task<StagedVersions> MakeAsync(Caseload cases, string number)
    {
        var (editor, approver, operators) = (await cases.AsAsync("zhou.min"), await cases.AsAsync("tao.ran"), await cases.AsAsync("ops.cai"));
        var draft = (await editor.UploadAsync("/api/policy/versions", PagePackages.Next())).Text("version");
        var today = (await approver.GetAsync("/api/session")).Text("today");
        await editor.PostAsync($"/api/policy/versions/{draft}/submit", new { effectiveFrom = today, note = "新办法施行。" });
        var versions = (await approver.GetAsync($"/api/policy/versions?service={PagePackages.Migrated}")).EnumerateArray().ToList();
        var etag = versions.Single(v => v.Text("id") == draft).Text("hash");
        await approver.PostAsync($"/api/policy/versions/{draft}/publish", new { effectiveFrom = today, etag });
        var staged = new StagedVersions(versions.Single(v => v.GetProperty("number").GetInt32() == 1).Text("id"), draft);
        var batch = await operators.PostAsync("/api/policy/migrations", new
        {
            from = staged.Old,
            to = staged.New,
            reason = "新办法施行，先迁移一件。",
            idempotencyKey = Guid.NewGuid().ToString("N"),
            cases = new[] { number },
        });
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(500))
        {
            if ((await operators.GetAsync($"/api/policy/migrations/{batch.Text("id")}")).Text("state") == "done")
            {
                return staged;
            }
        }

        throw new InvalidOperationException("The batch did not come to its end.");
    }
}
