namespace Approvals.EndToEnd.Tests;

/// <summary>What each step's own form holds when nothing is wrong, as it is sent over HTTP.</summary>
internal static class StepAnswers
{
    public static object Recommendation { get; } = new
    {
        publicised = true,
        publicisedFrom = "2026-02-02",
        publicisedTo = "2026-02-06",
        onDuty = true,
        outstanding = false,
        contribution = "本人承担车载镜头项目，实际在岗，同意推荐。",
    };

    public static object Acceptance { get; } = new
    {
        civilServant = false,
        dishonestDebtor = false,
        underDiscipline = false,
        contractVerified = true,
        outsideVerified = true,
    };

    public static object City { get; } = new { contentVerified = true, urgent = false, opinion = "not-needed" };

    public static object Check { get; } = new { identityVerified = true, clauseVerified = true, evidence = "none" };

    public static object Scores { get; } = new { innovation = 26, achievement = 35, contribution = 25 };

    public static object Refusal { get; } = new { ground = "admission", facts = "提交申请时已超过申报年龄，且不属于急需紧缺人才。" };
}
