namespace Approvals.Workflows;

/// <summary>The applicant's task to correct named fields or bring documents, inside another step.</summary>
internal static class Corrections
{
    public static void Open(
        ActivityContext context, Actor by, string? opinion, ImmutableArray<string> fields, ImmutableArray<string> documents, Limit? length)
    {
        var limit = length is null ? null : context.Begin(length);
        var applicant = Applicant.Id(context.Run.Context.Data);
        if (applicant is null)
        {
            context.Fail("workflow.nobodyFits", ("candidates", "applicant"));
            return;
        }

        context.OpenTask(TaskKind.Correction, [Candidate.OfUser(applicant)], task => task with
        {
            Fields = new FieldAccess { Editable = fields },
            Documents = documents,
            Outcomes = ["Done"],
            Limit = limit,
            Return = new ReturnNote(context.Activity, by, opinion) { Fields = fields, Documents = documents },
        });
        if (limit is not null)
        {
            context.SetTimer(Timers.Correction, limit);
        }
    }
}
