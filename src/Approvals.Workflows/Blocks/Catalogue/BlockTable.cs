using static Approvals.Workflows.SettingGroup;
using K = Approvals.Workflows.BlockSettingKind;

namespace Approvals.Workflows;

/// <summary>The table behind <see cref="BlockCatalog"/>.</summary>
internal static class BlockTable
{
    private static readonly ImmutableArray<string> TimeUnits = ["counts", "stopped"];

    private static readonly ImmutableArray<string> Channels = ["inbox", "sms", "mail"];

    private static readonly ImmutableArray<string> Acts =
        ["transfer", "delegate", "addSigner", "removeSigner", "askOpinion", "copy", "extend", "stopClock", "batch"];

    private static readonly ImmutableArray<BlockSetting> Always = [Own("name", K.Words, Work, "customProperties", "approvals", "name")];

    private static readonly ImmutableArray<BlockSetting> Last = [Own("description", K.Text, Advanced, "metadata", "description")];

    private static readonly ImmutableArray<BlockSetting> OfPeople =
    [
        Own("outcomeNames", K.Outcomes, Work, "customProperties", "approvals", "outcomes"), Own("letters", K.Letters, Work, "customProperties", "approvals", "letters"),
        Own("state", K.Text, Advanced, "customProperties", "approvals", "state"), Own("onSkip", K.Text, Advanced, "customProperties", "approvals", "onSkip"),
    ];

    private static readonly BlockSetting Undo = Own("undo", K.Text, Advanced, "customProperties", "approvals", "undo");

    private static readonly BlockSetting Merge =
        Own("mergeMode", K.Choice, Work, "customProperties", "mergeMode") with { Options = ["Stream", "Merge", "Converge", "Cascade", "Race"] };

    private static readonly ImmutableArray<BlockSetting> OfEnds =
    [
        Own("result", K.Choice, Work, "customProperties", "approvals", "result") with { Options = ["granted", "refused", "notAccepted", "withdrawn", "terminated"] },
        Own("letter", K.Letter, Work, "customProperties", "approvals", "letter"), Own("state", K.Text, Advanced, "customProperties", "approvals", "state"),
    ];

    public static readonly ImmutableArray<BlockKind> Kinds =
    [
        Of("Approvals.Review", "people", true, [
            Needed("participants", K.Participants, People), Choose("mode", People, "AnyOf", "AllOf", "InSequence", "Quota"), In("quota", K.Share, People),
            Choose("whenNobody", People, "incident", "skip", "lead"), Choose("whenSame", People, "ask", "autoApprove", "skip"), Choose("sameIn", People, "previous", "case"),
            In("allowSuccessive", K.Flag, People), In("distinctFrom", K.Steps, People), In("form", K.Form, Work), Several("allowed", Work, Acts), In("returnTo", K.Steps, Work),
            Choose("onReturn", Work, "restartAll", "resumeReturner"), In("outcomes", K.Names, Work), In("sample", K.Share, Advanced), In("fields", K.Permissions, Fields),
            In("limit", K.Limit, Time), In("onTimeout", K.Timeout, Time), In("correctionLimit", K.Limit, Time), Choose("clock", Time, TimeUnits), .. OfPeople]),
        Of("Approvals.Fill", "people", true, [
            In("who", K.Participants, People), In("form", K.Form, Work), In("fields", K.Names, Fields), In("limit", K.Limit, Time), .. OfPeople]),
        Of("Approvals.Accept", "people", true, [
            Needed("participants", K.Participants, People), In("form", K.Form, Work), In("conditional", K.Names, Work), Choose("silence", Time, "accepted", "none"), In("limit", K.Limit, Time),
            In("correctionLimit", K.Limit, Time), In("conditionalLimit", K.Limit, Time), .. OfPeople]),
        Of("Approvals.Copy", "messages", true, [Needed("to", K.Participants, People), In("template", K.Letter, Work), Several("channels", Work, Channels)]),
        Of(NewBlocks.Choice, "branches", true, []), Of(NewBlocks.Parallel, "branches", true, []), Of(NewBlocks.Inclusive, "branches", true, []), Of(NewBlocks.Question, "branches", false, []),
        Of("Approvals.PublicNotice", "people", true, [
            Needed("rulings", K.Participants, People), Needed("template", K.Letter, Work), In("where", K.Names, Work), In("fields", K.Names, Fields), Needed("workingDays", K.Number, Time),
            In("rulingLimit", K.Limit, Time), Choose("clock", Time, TimeUnits), Undo, .. OfPeople]),
        Of("Approvals.Vote", "people", true, [
            In("panel", K.Participants, People), In("draw", K.Map, People), In("recusal", K.Map, People), In("form", K.Form, Work), In("quorum", K.Share, Work), In("pass", K.Share, Work),
            In("passScore", K.Number, Work), In("anonymous", K.Flag, Work), In("rounds", K.Number, Work), In("notice", K.Letter, Work), In("limit", K.Limit, Time), Choose("clock", Time, TimeUnits), .. OfPeople]),
        Of("Approvals.Decide", "rules", true, [
            Needed("decision", K.Decision, Work), In("inputs", K.Map, Work), In("result", K.Text, Work), In("into", K.Map, Work), OfPeople[0]]),
        Of("Approvals.WaitWorkingDays", "time", true, [Needed("days", K.Number, Time)]),
        Of("Approvals.WaitUntil", "time", true, [Needed("date", K.Date, Time)]),
        Of("Elsa.ExecuteWorkflow", "branches", true, [
            Needed("workflowDefinitionId", K.Text, Work), In("input", K.Map, Work), Out("result"), In("waitForCompletion", K.Flag, Advanced)]),
        Of("Approvals.Notify", "messages", true, [Needed("to", K.Participants, People), Needed("template", K.Letter, Work), Several("channels", Work, Channels)]),
        Of("Approvals.Grant", "results", true, [
            Needed("kind", K.Text, Work), In("level", K.Value, Work), Needed("validFrom", K.Date, Work), In("validTo", K.Date, Work), In("number", K.Text, Work), In("holder", K.Value, Work), In("items", K.Value, Work),
            In("obligations", K.Value, Work), Undo, .. OfPeople]),
        Of("Approvals.ChangeEntitlement", "results", false, [
            Needed("change", K.Choice, Work) with { Options = ["suspend", "resume", "revoke", "extend"] }, In("entitlement", K.Value, Work), In("kind", K.Text, Work), In("validTo", K.Date, Work), Needed("reason", K.Text, Work)]),
        Of("Approvals.JoinWaitingList", "time", true, [
            Needed("list", K.Text, Work), In("orderKey", K.Value, Work), In("refusalsAllowed", K.Number, Work), Choose("onRefusal", Work, "end", "remove"), Choose("onLapse", Work, "refusal", "end", "remove", "keep"),
            In("offerLimit", K.Limit, Time), .. OfPeople]),
        Of("Approvals.Book", "people", false, [
            Needed("owner", K.Participants, People), In("resource", K.Value, Work), In("window", K.Value, Work), In("details", K.Value, Work), In("ahead", K.Number, Time), In("confirmLimit", K.Limit, Time), In("onTimeout", K.Timeout, Time),
            In("untilAttended", K.Flag, Advanced), .. OfPeople]),
        Of("Approvals.StartCase", "results", false, [
            Needed("service", K.Text, Work), In("data", K.Map, Work), In("wait", K.Flag, Work), Choose("onParentEnd", Advanced, "leave", "cancel"), .. OfPeople]),
        Of("Approvals.RegisterRelative", "results", false, [Needed("form", K.Form, Work), Needed("relation", K.Value, Work), In("relative", K.Map, Work)]),
        Of("Approvals.Defence", "people", false, [
            In("who", K.Participants, People), In("form", K.Form, Work), Needed("limit", K.Limit, Time), Choose("clock", Time, TimeUnits), .. OfPeople]),
        Of("Elsa.End", "results", true, OfEnds), Of("Elsa.Finish", "results", false, OfEnds), Of("Elsa.Start", "branches", false, []),
        Of("Elsa.FlowDecision", "branches", false, [Needed("condition", K.Condition, Work), OfPeople[0]]),
        Of("Elsa.FlowSwitch", "branches", false, [Raw("cases", K.Cases, Work), Choose("mode", Work, "MatchFirst", "MatchAny"), OfPeople[0]]),
        Of("Elsa.FlowFork", "branches", false, [In("branches", K.Names, Work), OfPeople[0]]),
        Of("Elsa.FlowJoin", "branches", false, [Merge, Choose("mode", Advanced, "WaitAny", "WaitAll", "WaitAllActive")]), Of("Elsa.FlowNode", "branches", false, [Merge, Raw("body", K.Child, Advanced)]),
        Of("Elsa.SetVariable", "data", false, [Raw("variable", K.Variable, Work), In("value", K.Value, Work)]), Of("Elsa.SetName", "data", false, [Needed("value", K.Text, Work)]),
        Of("Elsa.Correlate", "data", false, [Needed("correlationId", K.Text, Work)]), Of("Elsa.WriteLine", "data", false, [In("text", K.Value, Work)]),
        Of("Elsa.SetOutput", "data", false, [Needed("outputName", K.Text, Work), In("outputValue", K.Value, Work)]), Of("Elsa.Fault", "data", false, [In("code", K.Text, Work), In("message", K.Text, Work)]),
        Of("Elsa.Complete", "data", false, [In("outcomes", K.Names, Work)]), Of("Elsa.Break", "branches", false, []),
        Of("Elsa.Delay", "time", false, [Needed("timeSpan", K.Duration, Time)]), Of("Elsa.Timer", "time", false, [Needed("interval", K.Duration, Time)]),
        Of("Elsa.Cron", "time", false, [Needed("cronExpression", K.Text, Time)]), Of("Elsa.StartAt", "time", false, [Needed("dateTime", K.Date, Time)]),
        Of("Elsa.Event", "outside", false, [Needed("eventName", K.Text, Work), Out("result")]),
        Of("Elsa.PublishEvent", "outside", false, [
            Needed("eventName", K.Text, Work), In("correlationId", K.Text, Work), In("isLocalEvent", K.Flag, Advanced), In("payload", K.Value, Work)]),
        Of("Elsa.RunTask", "outside", false, [Needed("taskName", K.Text, Work), In("payload", K.Value, Work), Out("result")]),
        Of("Elsa.DispatchWorkflow", "branches", false, [
            Needed("workflowDefinitionId", K.Text, Work), In("input", K.Map, Work), Out("result"), In("waitForCompletion", K.Flag, Advanced)]),
        Of("Elsa.SendEmail", "messages", false, [
            Needed("to", K.Names, People), In("cc", K.Names, People), In("bcc", K.Names, People), In("subject", K.Text, Work), In("body", K.Text, Work)]),
        Of("Elsa.SendHttpRequest", "outside", false, Http), Of("Elsa.FlowSendHttpRequest", "outside", false, Http),
        Of("Elsa.If", "branches", false, [Needed("condition", K.Condition, Work), Raw("then", K.Child, Work), Raw("else", K.Child, Work), Out("result")]),
        Of("Elsa.Switch", "branches", false, [Raw("cases", K.Cases, Work), Choose("mode", Work, "MatchFirst", "MatchAny"), Raw("default", K.Child, Work)]),
        Of("Elsa.While", "branches", false, [Needed("condition", K.Condition, Work), Raw("body", K.Child, Work)]),
        Of("Elsa.For", "branches", false, [
            In("start", K.Number, Work), In("end", K.Number, Work), In("step", K.Number, Work), In("outerBoundInclusive", K.Flag, Work), Raw("body", K.Child, Work), Out("currentValue")]),
        Of("Elsa.ForEach", "branches", false, [Needed("items", K.Value, Work), Raw("body", K.Child, Work), Out("currentValue")]),
        Of("Elsa.ParallelForEach", "branches", false, [Needed("items", K.Value, Work), Raw("body", K.Child, Work), Out("currentValue")]),
        Of("Elsa.Fork", "branches", false, [Raw("branches", K.Child, Work), Choose("joinMode", Work, "WaitAll", "WaitAny")]),
        Of("Elsa.Parallel", "branches", false, [Raw("activities", K.Child, Work)]), Of("Elsa.Sequence", "branches", false, [Raw("activities", K.Child, Work)]),
        Of("Elsa.Container", "branches", false, [Raw("activities", K.Child, Work)]), Of("Elsa.Flowchart", "branches", false, [Raw("activities", K.Child, Work)]),
    ];

    private static ImmutableArray<BlockSetting> Http =>
    [
        Needed("url", K.Text, Work), Choose("method", Work, "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"), In("content", K.Value, Work), In("contentType", K.Text, Work),
        In("authorization", K.Text, Advanced), In("requestHeaders", K.Map, Advanced), In("expectedStatusCodes", K.Names, Work), Raw("unmatchedStatusCode", K.Child, Advanced),
        Raw("failedToConnect", K.Child, Advanced), Raw("timeout", K.Child, Advanced), Out("statusCode"), Out("result"), Out("parsedContent"), Out("responseHeaders"),
    ];

    private static BlockKind Of(string kind, string family, bool isCommon, ImmutableArray<BlockSetting> settings) =>
        new(kind, family, isCommon, NewBlocks.Composed.Contains(kind) ? [] : [.. Always, .. settings, .. Last]);

    private static BlockSetting In(string name, BlockSettingKind kind, SettingGroup group) => new(name, kind, group);

    private static BlockSetting Needed(string name, BlockSettingKind kind, SettingGroup group) => new(name, kind, group) { IsRequired = true };

    private static BlockSetting Choose(string name, SettingGroup group, params ImmutableArray<string> options) => new(name, K.Choice, group) { Options = options };

    private static BlockSetting Several(string name, SettingGroup group, params ImmutableArray<string> options) => new(name, K.Choices, group) { Options = options };

    private static BlockSetting Raw(string name, BlockSettingKind kind, SettingGroup group) => new(name, kind, group);

    private static BlockSetting Out(string name) => new(name, K.Output, Advanced);

    private static BlockSetting Own(string name, BlockSettingKind kind, SettingGroup group, params ImmutableArray<string> path) => new(name, kind, group) { Path = path };
}
