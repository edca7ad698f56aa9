using System.ComponentModel.DataAnnotations;
using Approvals.Domain.Studio.Conditions;
using Approvals.Web.Requests;

namespace Approvals.Web.Studio;

/// <summary>Asks a table with a row.</summary>
/// <param name="Inputs">A FEEL value for each input column; empty for no value.</param>
/// <param name="Case">The number of a past case whose values to take instead.</param>
internal sealed record TryTableRequest([property: MaxLength(200), ItemLength(2000)] IReadOnlyList<string> Inputs, [property: StringLength(64)] string? Case = null) : IRequest;

/// <summary>Checks an expression.</summary>
/// <param name="Draft">The version in which it stands.</param>
/// <param name="File">The file in which it stands.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Place">In a decision file the decision; elsewhere it does not matter.</param>
/// <param name="Expected">The type that its value must have, such as <c>boolean</c>.</param>
internal sealed record CheckExpressionRequest(
    Guid Draft,
    [property: StringLength(200, MinimumLength = 1)] string File,
    [property: StringLength(20_000, MinimumLength = 1)] string Expression,
    [property: StringLength(200)] string? Place = null,
    [property: StringLength(64)] string? Expected = null) : IRequest;

/// <summary>Tries an expression.</summary>
/// <param name="Draft">The version in which it stands.</param>
/// <param name="File">The file in which it stands.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Place">In a decision file the decision; elsewhere it does not matter.</param>
/// <param name="Samples">FEEL values by path.</param>
/// <param name="Case">The number of a past case whose answers to take instead.</param>
internal sealed record TryExpressionRequest(
    Guid Draft,
    [property: StringLength(200, MinimumLength = 1)] string File,
    [property: StringLength(20_000, MinimumLength = 1)] string Expression,
    [property: StringLength(200)] string? Place = null,
    [property: ItemLength(2000)] IReadOnlyDictionary<string, string>? Samples = null,
    [property: StringLength(64)] string? Case = null) : IRequest;

/// <summary>Turns a condition from text to groups, or from groups to text.</summary>
/// <param name="Expression">The text; absent where groups are given.</param>
/// <param name="Groups">The groups; absent where a text is given.</param>
internal sealed record ConditionPartsRequest([property: StringLength(20_000)] string? Expression = null, ConditionGroup? Groups = null) : IRequest;

/// <summary>A condition both ways.</summary>
/// <param name="Expression">The text.</param>
/// <param name="Groups">The groups; null where the text is of another shape.</param>
/// <param name="Reason">Why it has no groups.</param>
internal sealed record ConditionPartsDto(string Expression, ConditionGroup? Groups, string? Reason);
