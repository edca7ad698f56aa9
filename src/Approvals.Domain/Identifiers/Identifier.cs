namespace Approvals.Domain.Identifiers;

/// <summary>Sex as an identifier tells it.</summary>
public enum Sex
{
    /// <summary>女.</summary>
    Female,

    /// <summary>男.</summary>
    Male,
}

/// <summary>A checked identifier.</summary>
/// <param name="Kind">What kind of identifier it is.</param>
/// <param name="Value">The value in its canonical form (a final <c>x</c> is upper case).</param>
/// <param name="BirthDate">The holder's date of birth, where the identifier holds it in full.</param>
/// <param name="Sex">The holder's sex, where the identifier tells it.</param>
public sealed record Identifier(IdentifierKind Kind, string Value, DateOnly? BirthDate = null, Sex? Sex = null);
