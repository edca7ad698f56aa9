namespace Approvals.Application.Studio.Flows;

/// <summary>A flow of a draft as the designer draws it.</summary>
/// <param name="File">Its file.</param>
/// <param name="IsStructured">Whether all of it falls into blocks: each parting closes at one join, loops are only by return.</param>
/// <param name="Start">Id of the step that runs first; null for an empty flow.</param>
/// <param name="Root">The blocks; null for an empty flow.</param>
/// <param name="Steps">Every step, in the order of the file.</param>
/// <param name="Ways">The connections, in the order of the file.</param>
/// <param name="Variables">Names of the flow's variables.</param>
public sealed record DraftFlowDto(
    string File, bool IsStructured, string? Start, FlowBlockDto? Root, IReadOnlyList<FlowStepDto> Steps, IReadOnlyList<FlowWayDto> Ways, IReadOnlyList<string> Variables);

/// <summary>A part of the flow.</summary>
/// <param name="Kind">step, series, fork, or free for what does not fall into blocks.</param>
/// <param name="Id">The step, or the one that parts the way.</param>
/// <param name="Blocks">Of a series the blocks, of a fork its branches in order; empty for any other.</param>
/// <param name="Port">Of a branch the outcome it follows.</param>
/// <param name="Ids">Of a free part its steps.</param>
public sealed record FlowBlockDto(string Kind, string? Id, IReadOnlyList<FlowBlockDto> Blocks, string? Port, IReadOnlyList<string> Ids);

/// <summary>A step of the flow.</summary>
/// <param name="Id">Its id in the flow.</param>
/// <param name="Type">Its type.</param>
/// <param name="Title">Its name in the reader's language.</param>
/// <param name="KindName">What kind of block it is, in the reader's language.</param>
/// <param name="Family">What the kind belongs with: people, rules, branches, time, results, messages, data, outside; empty for a type that does not run here.</param>
/// <param name="Summary">Who acts, or what is done, in a few words; empty when there is nothing to say.</param>
/// <param name="Limit">How long it may take, in words; null without a limit.</param>
/// <param name="X">Pixels from the left of the canvas; null where the file does not say.</param>
/// <param name="Y">Pixels from its top.</param>
/// <param name="Ports">The outcomes it may leave by.</param>
/// <param name="Returns">Ids of steps a case may be returned to from here; applicant for whoever applied.</param>
/// <param name="OnReturn">What happens after a return: restartAll or resumeReturner; null where nothing can be returned.</param>
public sealed record FlowStepDto(
    string Id, string Type, string Title, string KindName, string Family, string Summary, string? Limit, decimal? X, decimal? Y, IReadOnlyList<FlowPortDto> Ports,
    IReadOnlyList<string> Returns, string? OnReturn);

/// <summary>An outcome of a step.</summary>
/// <param name="Port">Its name in the file.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="IsMain">Whether the main way follows it.</param>
public sealed record FlowPortDto(string Port, string Name, bool IsMain);

/// <summary>A connection of the flow.</summary>
/// <param name="Source">The step it leaves.</param>
/// <param name="Port">The outcome it follows.</param>
/// <param name="Target">The step it leads to.</param>
/// <param name="Vertices">Its bends on the canvas.</param>
public sealed record FlowWayDto(string Source, string Port, string Target, IReadOnlyList<FlowPointDto> Vertices);

/// <summary>A point of the canvas.</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
public sealed record FlowPointDto(decimal X, decimal Y);
