using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Domain.Studio.Catalogue;

namespace Approvals.Application.Studio.Catalogue;

/// <summary>Everything that can be set in a service and its forms, in the reader's language.</summary>
public sealed class SettingCatalogue(MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The settings of a service.</summary>
    public Result<ServiceCatalogueDto> Service(CurrentUser user) => !AdministrationRights.SeesServices(user) ? Refusals.Forbidden : new ServiceCatalogueDto(
        [.. ServiceSettings.Sections.Select(s => new SettingSectionDto(s.Name, Text(s.Label, user), Text($"{s.Label}.help", user), All(s.Settings, user)))],
        All(ServiceSettings.Dictionary, user));

    /// <summary>The settings of forms and of every kind of component.</summary>
    public Result<FormCatalogueDto> Forms(CurrentUser user) => !AdministrationRights.SeesServices(user) ? Refusals.Forbidden : new FormCatalogueDto(
        All(FormSettings.Form, user), [.. FormSettings.Kinds.Select(k => new ComponentKindDto(k, Text($"catalogue.choice.component.{k}", user), Groups(FormSettings.Of(k), user)))]);

    private List<SettingSectionDto> Groups(IEnumerable<Setting> settings, CurrentUser user) =>
    [
        .. settings.GroupBy(s => s.Group!).Select(g => new SettingSectionDto(
            g.Key, Text($"catalogue.group.{g.Key}", user), Text($"catalogue.group.{g.Key}.help", user), All(g, user))),
    ];

    private List<SettingDto> All(IEnumerable<Setting> settings, CurrentUser user) => [.. settings.Select(s => Of(s, user))];

    private SettingDto Of(Setting setting, CurrentUser user) => new(
        setting.Name, setting.Kind, Text(setting.Label, user), Text($"{setting.Label}.help", user), setting.IsRequired,
        [.. setting.Options.Select(o => new OptionDto(o, Text(setting.OptionLabel(o), user)))], setting.Source, All(setting.Settings, user),
        setting.Identity, setting.Least, setting.Most, setting.Group);

    private string Text(string key, CurrentUser user) => texts.Format(key, None, user.Language);
}
