namespace Approvals.Application.Studio;

/// <summary>Things of a kind that staff keep.</summary>
/// <param name="Count">How many count now.</param>
/// <param name="Other">How many of them, or beside them, are otherwise: switched off, paused, worded anew or added by staff.</param>
public sealed record SettingFigureDto(int Count, int Other);

/// <summary>The working calendar.</summary>
/// <param name="Years">The years whose notice is loaded.</param>
/// <param name="Provisional">Of this year and the next, those without a notice: their days follow from weekends alone.</param>
public sealed record CalendarFiguresDto(IReadOnlyList<int> Years, IReadOnlyList<int> Provisional);

/// <summary>How long files of ended cases are kept.</summary>
/// <param name="Class">The class under which they are archived.</param>
/// <param name="Years">For how many years; null for ever.</param>
/// <param name="ArchiveAfterDays">How many days after its end a case is archived.</param>
/// <param name="OwnRules">How many services have a rule of their own.</param>
public sealed record RetentionFiguresDto(string Class, int? Years, int ArchiveAfterDays, int OwnRules);

/// <summary>How messages leave.</summary>
/// <param name="MailServer">Whether a mail server is named; else mails are written to a folder.</param>
/// <param name="MailsPerMinute">How many mails a minute at most; null for as many as there are.</param>
/// <param name="TextMessages">Whether text messages are sent.</param>
public sealed record ChannelFiguresDto(bool MailServer, int? MailsPerMinute, bool TextMessages);

/// <summary>What is in force of all that the services share: figures, and nothing of their content.</summary>
/// <param name="Calendar">The working calendar.</param>
/// <param name="Reminders">Reminders of the platform, and how many are switched off.</param>
/// <param name="Messages">Message templates, and how many staff have worded anew.</param>
/// <param name="Jobs">Scheduled jobs, and how many are paused.</param>
/// <param name="Dictionaries">Dictionaries of the services in force, and how many choices staff keep beside them.</param>
/// <param name="Regions">Regions that are offered.</param>
/// <param name="Organisations">Organisations that are open.</param>
/// <param name="Lists">Waiting lists, and how many quotas.</param>
/// <param name="Resources">Resources that can be given out or booked.</param>
/// <param name="Experts">Experts who can be drawn.</param>
/// <param name="Retention">How long files are kept.</param>
/// <param name="Channels">How messages leave.</param>
public sealed record SharedSettingsDto(
    CalendarFiguresDto Calendar, SettingFigureDto Reminders, SettingFigureDto Messages, SettingFigureDto Jobs, SettingFigureDto Dictionaries, int Regions, int Organisations,
    SettingFigureDto Lists, int Resources, int Experts, RetentionFiguresDto Retention, ChannelFiguresDto Channels);
