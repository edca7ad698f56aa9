namespace Approvals.Feel;

/// <summary>Types as FEEL spells them.</summary>
internal static class TypeText
{
    public static string Of(FeelType type) => type.Form switch
    {
        FeelTypeForm.Any => "Any",
        FeelTypeForm.Null => "Null",
        FeelTypeForm.Boolean => "boolean",
        FeelTypeForm.Number => "number",
        FeelTypeForm.String => "string",
        FeelTypeForm.Date => "date",
        FeelTypeForm.Time => "time",
        FeelTypeForm.DateTime => "date and time",
        FeelTypeForm.DaysTimeDuration => "days and time duration",
        FeelTypeForm.YearsMonthsDuration => "years and months duration",
        FeelTypeForm.List => $"list<{Of(type.Element!)}>",
        FeelTypeForm.Range => type.Element is null ? "range" : $"range<{Of(type.Element)}>",
        FeelTypeForm.Context => type.Members.IsEmpty ? "context" : $"context<{string.Join(", ", type.Members.Select(member => $"{member.Key}: {Of(member.Value)}"))}>",
        _ => type.HasSignature ? $"function<{string.Join(", ", type.Parameters.Select(Of))}>->{(type.Element is null ? "Any" : Of(type.Element))}" : "function",
    };
}
