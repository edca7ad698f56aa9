using System.Runtime.CompilerServices;
using Approvals.Domain.Forms;
using Approvals.Domain.Json;

namespace Approvals.Domain.Packages;

/// <summary>Reads a dictionary: <c>{ values: [{ value, label }] }</c>.</summary>
internal static class DictionaryReader
{
    internal static StrongBox<ImmutableArray<FormOption>> Read(JsonPlace place)
    {
        place.Only("name", "values", "source");
        if (!place.Has("values")) place.Missing("values", "");
        return new StrongBox<ImmutableArray<FormOption>>(place.List("values", ReadOption));
    }

    private static FormOption ReadOption(JsonPlace place)
    {
        place.Only("value", "label");
        return new FormOption(place.Required("value"), place.RequiredLocal("label"));
    }
}
