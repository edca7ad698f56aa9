namespace Approvals.Application.Paging;

/// <summary>One page of a list in keyset order.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">The rows of this page.</param>
/// <param name="Next">The cursor of the next page, or null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A count that stops at a thousand, shown as "999+".</summary>
/// <param name="Count">At most 999.</param>
/// <param name="More">Whether there are more.</param>
public sealed record CountDto(int Count, bool More)
{
    /// <summary>How many rows a count reads at most.</summary>
    public const int Ceiling = 1000;

    /// <summary>The count as shown, from rows counted up to <see cref="Ceiling"/>.</summary>
    public static CountDto Of(int counted) => counted >= Ceiling ? new CountDto(Ceiling - 1, true) : new CountDto(counted, false);
}

/// <summary>One choice of a filter or a field.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is shown, in the language asked for.</param>
public sealed record OptionDto(string Value, string Label);
