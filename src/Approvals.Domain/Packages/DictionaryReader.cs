using Approvals.Domain.Forms;
using Approvals.Domain.Json;

namespace Approvals.Domain.Packages;

/// <summary>A dictionary as a file states it.</summary>
/// <param name="Name">What people call it; null where the file does not say.</param>
/// <param name="Options">Its choices.</param>
internal sealed record NamedOptions(LocalText? Name, ImmutableArray<FormOption> Options);

/// <summary>Reads a dictionary: <c>{ name, values: [{ value, label }] }</c>.</summary>
internal static class DictionaryReader
{
    internal static NamedOptions Read(JsonPlace place)
    {
        place.Only("name", "values", "source");
        if (!place.Has("values")) place.Missing("values", "");
        return new NamedOptions(place.Local("name"), place.List("values", ReadOption));
    }

    private static FormOption ReadOption(JsonPlace place)
    {
        place.Only("value", "label");
        return new FormOption(place.Required("value"), place.RequiredLocal("label"));
    }
}
