namespace Approvals.Feel;

/// <summary>Conformance of one type to another (DMN 1.5, 10.3.2.9); what is not known is not held against it.</summary>
internal static class Subtype
{
    /// <summary>Whether every value of the first type is one of the second.</summary>
    public static bool Conforms(FeelType? type, FeelType? to)
    {
        if (type is null || to is null || to.Form == FeelTypeForm.Any || type.Form == FeelTypeForm.Null)
        {
            return true;
        }

        return type.Form == to.Form && to.Form switch
        {
            FeelTypeForm.List or FeelTypeForm.Range => Conforms(type.Element, to.Element),
            FeelTypeForm.Context => to.Members.All(member => type.Member(member.Key) is { } own && Conforms(own, member.Value)),
            FeelTypeForm.Function => !to.HasSignature || !type.HasSignature || Functions(type, to),
            _ => true,
        };
    }

    /// <summary>Parameters the other way round: the function must take whatever the type promises to give it.</summary>
    private static bool Functions(FeelType type, FeelType to)
    {
        if (type.Parameters.Length != to.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < type.Parameters.Length; i++)
        {
            if (!Conforms(to.Parameters[i], type.Parameters[i]))
            {
                return false;
            }
        }

        return Conforms(type.Element, to.Element);
    }
}
