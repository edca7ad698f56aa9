using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Ids for activities that have none, as those written by hand: after their type, in the order of the document.</summary>
internal sealed class GivenIds(JsonElement root)
{
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
    private HashSet<string>? _taken;

    /// <summary>An id that nothing in the document has.</summary>
    public string Next(string type)
    {
        if (_taken is null)
        {
            Note(root, _taken = new HashSet<string>(StringComparer.Ordinal));
        }

        var name = type[(type.LastIndexOf('.') + 1)..];
        string id;
        do
        {
            _last[name] = _last.GetValueOrDefault(name) + 1;
            id = string.Create(CultureInfo.InvariantCulture, $"{name}{_last[name]}");
        }
        while (!_taken.Add(id));
        return id;
    }

    private static void Note(JsonElement element, HashSet<string> taken)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Note(item, taken);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Raw.Text(element, "id") is { } id)
            {
                taken.Add(id);
            }

            foreach (var property in element.EnumerateObject())
            {
                Note(property.Value, taken);
            }
        }
    }
}
