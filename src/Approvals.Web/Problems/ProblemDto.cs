namespace Approvals.Web.Problems;

/// <summary>What went wrong, in the language asked for (RFC 9457 with a code, a reference and fields).</summary>
/// <param name="Type">A name for the kind of problem: <c>urn:approvals:problem:</c> and the code.</param>
/// <param name="Title">What kind of failure it is.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened and what to do.</param>
/// <param name="Code">The failure's code, the same in every language.</param>
/// <param name="Reference">What to quote when asking for help.</param>
/// <param name="Errors">Fields that are wrong; empty unless the request was a form.</param>
/// <param name="Data">Values of the failure, such as <c>actor</c> and <c>at</c> when somebody was faster.</param>
public sealed record ProblemDto(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string Reference,
    IReadOnlyList<ProblemFieldDto> Errors,
    IReadOnlyDictionary<string, string> Data);

/// <summary>A field that is wrong.</summary>
/// <param name="Path">The field, such as <c>achievements[0].date</c>.</param>
/// <param name="Message">What to do.</param>
public sealed record ProblemFieldDto(string Path, string Message);
