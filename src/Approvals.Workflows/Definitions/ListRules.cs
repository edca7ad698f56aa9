namespace Approvals.Workflows;

/// <summary>What letting an offer go costs in a waiting list, as its activity states it.</summary>
/// <param name="Allowed">How many offers may be let go without losing the place.</param>
/// <param name="OnRefusal">What one more costs: <c>end</c> of the list, or <c>remove</c>.</param>
/// <param name="OnLapse">What a lapse is: a <c>refusal</c>, or it costs the <c>end</c>, <c>remove</c>s or <c>keep</c>s.</param>
public sealed record ListRules(int Allowed, string OnRefusal, string OnLapse)
{
    /// <summary>The rules of an activity; null where it is no waiting list, or states them by expressions.</summary>
    public static ListRules? Of(WorkflowDefinition definition, string activity) =>
        definition.Program.Find(activity)?.Activity is WaitInList { Allowed.IsFixed: true, OnRefusal: { IsFixed: true, Constant: { } refusal }, OnLapse: { IsFixed: true, Constant: { } lapse } } list
            ? new ListRules(list.Allowed.Constant, refusal, lapse)
            : null;

    /// <summary>What refusing costs after so many let go: <c>keep</c>, <c>end</c> or <c>remove</c>.</summary>
    public string AfterRefusal(int letGo) => letGo % (Allowed + 1) < Allowed ? "keep" : OnRefusal;

    /// <summary>What a lapse costs after so many let go.</summary>
    public string AfterLapse(int letGo) => OnLapse == "refusal" ? AfterRefusal(letGo) : OnLapse;
}
