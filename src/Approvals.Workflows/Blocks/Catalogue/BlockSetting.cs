namespace Approvals.Workflows;

/// <summary>What a setting of a block holds, and so what it is edited with.</summary>
public enum BlockSettingKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A text in both languages.</summary>
    Words,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A share such as 2/3, or a number of people.</summary>
    Share,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A span of time.</summary>
    Duration,

    /// <summary>FEEL that gives yes or no.</summary>
    Condition,

    /// <summary>FEEL of any kind.</summary>
    Value,

    /// <summary>Who takes part.</summary>
    Participants,

    /// <summary>A length of time with a unit, yellow before its end.</summary>
    Limit,

    /// <summary>What happens when a limit ends.</summary>
    Timeout,

    /// <summary>A form of the package.</summary>
    Form,

    /// <summary>A letter of the package.</summary>
    Letter,

    /// <summary>A letter for each outcome.</summary>
    Letters,

    /// <summary>A decision of the package.</summary>
    Decision,

    /// <summary>Which answers may be changed, seen, or neither.</summary>
    Permissions,

    /// <summary>A list of names.</summary>
    Names,

    /// <summary>Several of a few words.</summary>
    Choices,

    /// <summary>Other steps of the flow.</summary>
    Steps,

    /// <summary>Values by name, each FEEL.</summary>
    Map,

    /// <summary>Names of the outcomes in both languages.</summary>
    Outcomes,

    /// <summary>The branches of a choice with their conditions.</summary>
    Cases,

    /// <summary>A variable of the flow.</summary>
    Variable,

    /// <summary>A variable that takes a result.</summary>
    Output,

    /// <summary>A step inside this one, edited on the canvas.</summary>
    Child,
}

/// <summary>Where a setting stands in the drawer.</summary>
public enum SettingGroup
{
    /// <summary>Who acts.</summary>
    People,

    /// <summary>What is done.</summary>
    Work,

    /// <summary>What may be changed and seen.</summary>
    Fields,

    /// <summary>How long it may take.</summary>
    Time,

    /// <summary>What is seldom changed.</summary>
    Advanced,
}

/// <summary>A setting of a block.</summary>
/// <param name="Name">Its name: the input's, or a word of its own where it is no input.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Group">Where it stands.</param>
public sealed record BlockSetting(string Name, BlockSettingKind Kind, SettingGroup Group)
{
    /// <summary>The words to choose from; empty for any other kind.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Whether the block is not complete without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Where it lies in the activity when it is no input: names of properties, one in the other.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>Whether it is an input that takes an expression.</summary>
    public bool IsInput => Path.IsEmpty && Kind is not (BlockSettingKind.Cases or BlockSettingKind.Variable or BlockSettingKind.Output or BlockSettingKind.Child);
}

/// <summary>A kind of block.</summary>
/// <param name="Kind">The activity's type, or the word for a block that is made of several activities.</param>
/// <param name="Family">What it belongs with: people, rules, branches, time, results, messages, data, outside.</param>
/// <param name="IsCommon">Whether it stands first where one chooses; the others are found by searching.</param>
/// <param name="Settings">Its settings in the order of the drawer.</param>
public sealed record BlockKind(string Kind, string Family, bool IsCommon, ImmutableArray<BlockSetting> Settings);
