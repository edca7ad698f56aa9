namespace Approvals.Workflows;

/// <summary>What the application answers to a <see cref="FactQuery"/>: a closed union.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UsersAnswer), "users")]
[JsonDerivedType(typeof(ValueAnswer), "value")]
[JsonDerivedType(typeof(RefusalAnswer), "refusal")]
[JsonDerivedType(typeof(PoolAnswer), "pool")]
public abstract record FactAnswer
{
    private protected FactAnswer() { }
}

/// <summary>Users, in a stable order.</summary>
/// <param name="Users">Their ids.</param>
public sealed record UsersAnswer(ImmutableArray<string> Users) : FactAnswer
{
    /// <summary>Their ids.</summary>
    public ImmutableArray<string> Users { get => field.IsDefault ? [] : field; init; } = Users;
}

/// <summary>A value for expressions.</summary>
/// <param name="Value">The value, such as the list of entitlements.</param>
public sealed record ValueAnswer(FeelValue Value) : FactAnswer;

/// <summary>Why something cannot be done.</summary>
/// <param name="Code">Key of the text.</param>
public sealed record RefusalAnswer(string Code) : FactAnswer
{
    /// <summary>Values for the text's placeholders; ids and codes, never personal data.</summary>
    public ImmutableSortedDictionary<string, string> Data { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }
}

/// <summary>A pool of experts as it stands.</summary>
/// <param name="Members">Its experts, in a stable order.</param>
public sealed record PoolAnswer(ImmutableArray<PoolMember> Members) : FactAnswer
{
    /// <summary>Its experts.</summary>
    public ImmutableArray<PoolMember> Members { get => field.IsDefault ? [] : field; init; } = Members;
}
