namespace Approvals.Domain.Studio.Letters;

/// <summary>Where a name that letters fill in comes from.</summary>
public enum LetterNameGroup
{
    /// <summary>A field of a form.</summary>
    Field,

    /// <summary>A variable of the flow.</summary>
    Variable,

    /// <summary>A text of the service.</summary>
    Term,

    /// <summary>A figure of the service.</summary>
    Figure,

    /// <summary>The case, its applicant and its service.</summary>
    Case,

    /// <summary>What is known when the letter is made out.</summary>
    Given,
}

/// <summary>Something that a letter may fill in.</summary>
/// <param name="Group">Where it comes from.</param>
/// <param name="Expression">What stands between the braces.</param>
/// <param name="Label">What people call it.</param>
public sealed record LetterName(LetterNameGroup Group, string Expression, LocalText Label);
