using System.ComponentModel.DataAnnotations;

namespace Approvals.Web.Requests;

/// <summary>How long each text of a list, or each value of a map, may be.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemLengthAttribute(int maximumLength) : ValidationAttribute
{
    public int MaximumLength => maximumLength;

    /// <summary>Judged by <see cref="RequestChecks"/>, which says it in our words.</summary>
    public override bool IsValid(object? value) => true;
}
