namespace Approvals.Workflows;

/// <summary>Effects of which the application says that they cannot be carried out: the activity that asks for one fails.</summary>
public static class RefusedEffects
{
    /// <summary>By what the application names an effect that it may have to refuse; null for effects that always succeed.</summary>
    public static EffectRefused? Question(Effect effect) => effect switch
    {
        ChangeEntitlement e => new EffectRefused(e.Activity, e.Key),
        RegisterRelation e => new EffectRefused(e.Activity, e.Key),
        StartChild e => new EffectRefused(e.Activity, e.Child),
        SendHttp e => new EffectRefused(e.Activity, e.Request),
        SendMail e => new EffectRefused(e.Activity, e.Key),
        JoinWaitingList e => new EffectRefused(e.Activity, e.Entry),
        RequestBooking e => new EffectRefused(e.Activity, e.Booking),
        _ => null,
    };

    /// <summary>Fails an activity one of whose new effects is refused.</summary>
    internal static void Check(StepRun run, ActivityContext context, int first)
    {
        for (var i = first; i < run.Effects.Count && run.Failure is null; i++)
        {
            if (Question(run.Effects[i]) is { } question && question.Activity == context.Activity &&
                run.Context.Facts.Find(question) is RefusalAnswer refusal)
            {
                context.Fail(refusal.Code, [.. refusal.Data.Select(d => (d.Key, d.Value))]);
            }
        }
    }
}
