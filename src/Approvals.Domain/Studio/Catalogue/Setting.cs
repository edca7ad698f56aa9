namespace Approvals.Domain.Studio.Catalogue;

/// <summary>A setting of a file: where it stands, how it is entered, and which words name it.</summary>
/// <param name="Scope">What it is a setting of; the first part of its words' key.</param>
/// <param name="Name">Property names from its owner, parted by <c>/</c>.</param>
/// <param name="Kind">How it is entered.</param>
public sealed record Setting(string Scope, string Name, SettingKind Kind)
{
    /// <summary>Whether the file is not valid without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values to choose from.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>The name of the words of its options.</summary>
    public string? Words { get; init; }

    /// <summary>What a reference chooses from.</summary>
    public SettingSource? Source { get; init; }

    /// <summary>Settings of a record or of each record of a list.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>The property that tells the records of a list apart.</summary>
    public string? Identity { get; init; }

    /// <summary>The least number.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest number.</summary>
    public decimal? Most { get; init; }

    /// <summary>Where it stands on the page; null: where its neighbours do.</summary>
    public string? Group { get; init; }

    /// <summary>Key of its label; its help stands at the same key with <c>.help</c>.</summary>
    public string Label => $"catalogue.{Scope}.{Name.Replace('/', '.')}";

    /// <summary>Key of the words of an option.</summary>
    public string OptionLabel(string option) => $"catalogue.choice.{Words ?? Name}.{option}";
}

/// <summary>Settings that are shown together.</summary>
/// <param name="Name">Its name; its words stand at <c>catalogue.section.&lt;name&gt;</c>.</param>
/// <param name="Settings">Its settings in order.</param>
public sealed record SettingSection(string Name, ImmutableArray<Setting> Settings)
{
    /// <summary>Key of its heading; its help stands at the same key with <c>.help</c>.</summary>
    public string Label => $"catalogue.section.{Name}";
}
