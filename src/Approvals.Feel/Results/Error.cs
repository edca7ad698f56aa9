using System.Collections.Immutable;

namespace Approvals;

/// <summary>What kind of failure an <see cref="Error"/> is; the edge maps it to one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The request's content is wrong (400, or 422 with fields).</summary>
    Invalid,

    /// <summary>The thing does not exist or must not be known to exist (404).</summary>
    NotFound,

    /// <summary>The caller may not do this (403).</summary>
    Forbidden,

    /// <summary>Somebody or something was faster, or the state does not allow it now (409).</summary>
    Conflict,

    /// <summary>The content is larger than allowed (413).</summary>
    TooLarge,

    /// <summary>The caller asks too often (429).</summary>
    TooMany,
}

/// <summary>An expected failure as a value.</summary>
/// <param name="Code">Key of the text in the message catalogue, such as <c>cases.notYours</c>.</param>
/// <param name="Kind">What kind of failure it is.</param>
public sealed record Error(string Code, ErrorKind Kind = ErrorKind.Invalid)
{
    /// <summary>Values for the placeholders of the text, such as the name of who acted first.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Failures of single fields; empty unless the request was a form.</summary>
    public ImmutableArray<FieldError> Fields { get; init; } = [];

    /// <summary>The same error with one more placeholder value.</summary>
    public Error With(string name, string value) => this with { Data = Data.SetItem(name, value) };
}

/// <summary>One field that is wrong.</summary>
/// <param name="Path">The field's key, with list indexes, such as <c>achievements[1].date</c>.</param>
/// <param name="Code">Key of the text in the message catalogue; empty when <paramref name="Message"/> is given by the form itself.</param>
/// <param name="Message">The form's own text, where it has one.</param>
public sealed record FieldError(string Path, string Code, LocalText? Message = null)
{
    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The same error with one more placeholder value.</summary>
    public FieldError With(string name, string value) => this with { Data = Data.SetItem(name, value) };
}
