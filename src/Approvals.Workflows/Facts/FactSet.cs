namespace Approvals.Workflows;

/// <summary>The facts a step may use. Grows while the step asks; stored with the event so that replay asks nobody.</summary>
public sealed record FactSet
{
    /// <summary>No facts.</summary>
    public static readonly FactSet Empty = new();

    /// <summary>The answers, in the order in which they were asked.</summary>
    public ImmutableArray<Fact> Facts { get => field.IsDefault ? [] : field; init; }

    /// <summary>The answer to a query, or null when it was not asked yet.</summary>
    public FactAnswer? Find(FactQuery query)
    {
        foreach (var fact in Facts)
        {
            if (fact.Query == query)
            {
                return fact.Answer;
            }
        }

        return null;
    }

    /// <summary>The same facts and one more.</summary>
    public FactSet With(FactQuery query, FactAnswer answer) => this with { Facts = Facts.Add(new Fact(query, answer)) };

    /// <summary>Compact JSON, to be stored with the event.</summary>
    public string ToJson() => CompactJson.Write<FactSet>(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static FactSet FromJson(string json) => CompactJson.Read<FactSet>(json);
}

/// <summary>One answered query.</summary>
/// <param name="Query">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record Fact(FactQuery Query, FactAnswer Answer);
