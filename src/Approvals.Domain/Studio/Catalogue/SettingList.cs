namespace Approvals.Domain.Studio.Catalogue;

/// <summary>Writes the settings of one kind of thing down, one a line.</summary>
internal sealed class SettingList(string scope)
{
    private readonly ImmutableArray<Setting>.Builder _settings = ImmutableArray.CreateBuilder<Setting>();
    private string? _group;

    internal ImmutableArray<Setting> All => _settings.ToImmutable();

    /// <summary>What follows stands in a group of the page.</summary>
    internal SettingList In(string group)
    {
        _group = group;
        return this;
    }

    internal SettingList Add(string name, SettingKind kind, bool required = false) => Add(new Setting(scope, name, kind) { IsRequired = required });

    internal SettingList Choice(string name, string words, IEnumerable<string> options, bool required = false) =>
        Add(new Setting(scope, name, SettingKind.Choice) { Words = words, Options = [.. options], IsRequired = required });

    internal SettingList Choices(string name, string words, IEnumerable<string> options, bool required = false) =>
        Add(new Setting(scope, name, SettingKind.Choices) { Words = words, Options = [.. options], IsRequired = required });

    internal SettingList Whole(string name, decimal least, decimal most, bool required = false) =>
        Add(new Setting(scope, name, SettingKind.Whole) { Least = least, Most = most, IsRequired = required });

    internal SettingList Number(string name, decimal least, decimal most) => Add(new Setting(scope, name, SettingKind.Number) { Least = least, Most = most });

    internal SettingList Reference(string name, SettingSource source, bool required = false) =>
        Add(new Setting(scope, name, SettingKind.Reference) { Source = source, IsRequired = required });

    internal SettingList References(string name, SettingSource source, bool required = false) =>
        Add(new Setting(scope, name, SettingKind.References) { Source = source, IsRequired = required });

    internal SettingList Record(string name, SettingList inside) => Add(new Setting(scope, name, SettingKind.Record) { Settings = inside.All });

    internal SettingList Records(string name, string? identity, SettingList inside) =>
        Add(new Setting(scope, name, SettingKind.Records) { Settings = inside.All, Identity = identity });

    internal SettingList Add(Setting setting)
    {
        _settings.Add(setting with { Group = _group });
        return this;
    }
}
