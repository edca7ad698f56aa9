namespace Approvals.Feel;

/// <summary>Conformance of values to types and the implicit conversions (DMN 1.5, 10.3.2.9).</summary>
internal static class TypeConformance
{
    /// <summary>Whether a value is an instance of a type; null is one of Null and Any only.</summary>
    public static bool Conforms(in FeelValue value, FeelType type) => type.Form switch
    {
        FeelTypeForm.Any => true,
        FeelTypeForm.Null => value.IsNull,
        FeelTypeForm.List => value.Kind == FeelKind.List && Elements(value.List, type.Element!),
        FeelTypeForm.Context => value.Kind == FeelKind.Context && Members(value.Context, type),
        FeelTypeForm.Range => value.Kind == FeelKind.Range && Ends(value.Range, type.Element),
        FeelTypeForm.Function => value.Kind == FeelKind.Function && Function(value.Function, type),
        _ => value.Kind == type.Kind,
    };

    /// <summary>The value as the type, converted where the standard says so; nothing when it does not conform.</summary>
    public static FeelValue? Coerce(in FeelValue value, FeelType type)
    {
        if (value.IsNull || Conforms(value, type))
        {
            return value;
        }

        if (type.Form == FeelTypeForm.List && value.Kind != FeelKind.List && Conforms(value, type.Element!))
        {
            return FeelValue.Of(FeelList.Of(value));
        }

        if (type.Form != FeelTypeForm.List && value.Kind == FeelKind.List && value.List.Count == 1 && Conforms(value.List[0], type))
        {
            return value.List[0];
        }

        return type.Form == FeelTypeForm.DateTime && value.Kind == FeelKind.Date ? FeelValue.Of(CivilDateTime.Midnight(value.Date)) : null;
    }

    private static bool Function(FeelFunction function, FeelType type) => !type.HasSignature ||
        (function.Type is { } known ? Subtype.Conforms(known, type) : function.Parameters.Count == type.Parameters.Length);

    private static bool Elements(FeelList list, FeelType element)
    {
        foreach (ref readonly var item in list.Items)
        {
            if (!item.IsNull && !Conforms(item, element))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Members(FeelContext context, FeelType type)
    {
        foreach (var (name, member) in type.Members)
        {
            if (!context.TryGet(name, out var value) || (!value.IsNull && !Conforms(value, member)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Ends(FeelRange range, FeelType? element) =>
        element is null || ((range.Start.IsNull || Conforms(range.Start, element)) && (range.End.IsNull || Conforms(range.End, element)));
}
