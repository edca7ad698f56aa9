namespace Approvals.Workflows;

/// <summary>What can be said of tasks by their kind alone, in one place.</summary>
public static class TaskKinds
{
    /// <summary>Whether a task decides about the case, so that partial people are kept from it.</summary>
    public static bool Decides(TaskKind kind) => Examines(kind) || IsSecret(kind) || kind is TaskKind.Draw;

    /// <summary>Whether an officer examines the application in it, document by document.</summary>
    public static bool Examines(TaskKind kind) => kind is TaskKind.Accept or TaskKind.Review or TaskKind.Ruling;

    /// <summary>Whether its doers must not learn who applies, nor others who does it.</summary>
    public static bool IsSecret(TaskKind kind) => kind is TaskKind.Vote or TaskKind.Invitation;

    /// <summary>Whether it lies with an office, which may hand it from one of its people to another.</summary>
    public static bool IsHandedOn(TaskKind kind) => Examines(kind) || kind is TaskKind.Draw;

    /// <summary>Whether it is always an office's, a party's never.</summary>
    public static bool IsOfAnOffice(TaskKind kind) => IsHandedOn(kind) || kind is TaskKind.Opinion or TaskKind.Booking;

    /// <summary>Names of the kinds that are so, as rows keep them.</summary>
    public static IReadOnlyList<string> Names(Func<TaskKind, bool> which) => [.. Enum.GetValues<TaskKind>().Where(which).Select(k => k.ToString())];
}
