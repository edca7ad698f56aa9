namespace Approvals.Application.ApiKeys;

/// <summary>What a key may be used for; an address that names none of these is closed to keys.</summary>
public static class ApiScopes
{
    /// <summary>Reads services, forms and lists, and checks eligibility.</summary>
    public const string ReadServices = "services.read";

    /// <summary>Drafts, uploads, files, corrects and withdraws cases.</summary>
    public const string FileCases = "cases.file";

    /// <summary>Reads cases with their letters and documents.</summary>
    public const string ReadCases = "cases.read";

    /// <summary>Reads queues and acts on tasks.</summary>
    public const string WorkOnTasks = "tasks.work";

    /// <summary>Reads and reports the tasks that flows ask the world outside to do.</summary>
    public const string ReportOutside = "outside.report";

    /// <summary>Says where to tell of changes, and reads what was told.</summary>
    public const string ManageWebhooks = "webhooks.manage";

    /// <summary>Every scope, in the order people are shown them.</summary>
    public static IReadOnlyList<string> All { get; } = [ReadServices, FileCases, ReadCases, WorkOnTasks, ReportOutside, ManageWebhooks];
}
