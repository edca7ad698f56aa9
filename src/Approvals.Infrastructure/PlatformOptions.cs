using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Outside;
using Approvals.Infrastructure.Printing;
using Approvals.Infrastructure.Scanning;
using Approvals.Infrastructure.Secrets;
using Approvals.Infrastructure.Sms;
using Microsoft.Extensions.Configuration;

namespace Approvals.Infrastructure;

/// <summary>Where the platform keeps what is not in the database, and how mail leaves.</summary>
public sealed record PlatformOptions
{
    /// <summary>Folder of documents, keys, audit heads and, without a server, mails.</summary>
    public required string DataDirectory { get; init; }

    public required MasterKeyOptions MasterKeys { get; init; }

    public required MailOptions Mail { get; init; }

    public OutsideOptions Outside { get; init; } = new();

    public ScanOptions Scan { get; init; } = new();

    public SmsOptions Sms { get; init; } = new();

    public PrintingOptions Printing { get; init; } = new();

    public string Documents => Path.Combine(DataDirectory, "documents");

    /// <summary>Where audit heads are appended; on a server a place the database's administrators cannot write.</summary>
    public required string AuditHeads { get; init; }

    /// <summary>Reads <c>Data:</c>, <c>Secrets:</c>, <c>Audit:</c>, <c>Mail:</c>, <c>Outside:</c>, <c>Scan:</c>, <c>Sms:</c> and <c>Printing:</c>.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="contentRoot">What a relative data directory is relative to.</param>
    /// <param name="isDevelopment">Whether a missing master key is made.</param>
    public static PlatformOptions Read(IConfiguration configuration, string contentRoot, bool isDevelopment)
    {
        var directory = Path.GetFullPath(configuration["Data:Directory"] ?? "App_Data", contentRoot);
        return new PlatformOptions
        {
            DataDirectory = directory,
            AuditHeads = configuration["Audit:Heads"] ?? Path.Combine(directory, "audit", "heads.jsonl"),
            MasterKeys = new MasterKeyOptions
            {
                Text = configuration["Secrets:MasterKeys"],
                File = configuration["Secrets:MasterKeyFile"] ?? Path.Combine(directory, "keys", "master.keys"),
                MayCreate = isDevelopment,
            },
            Printing = PrintingOptions.Read(configuration),
            Outside = new OutsideOptions
            {
                Hosts = configuration.GetSection("Outside:Hosts").Get<string[]>() ?? [],
                PrivateHosts = configuration.GetSection("Outside:PrivateHosts").Get<string[]>() ?? [],
                Timeout = TimeSpan.FromSeconds(configuration.GetValue("Outside:TimeoutSeconds", 30)),
                MaxBytes = configuration.GetValue("Outside:MaxBytes", 1024 * 1024),
            },
            Scan = new ScanOptions
            {
                Url = configuration["Scan:Url"], Key = configuration["Scan:Key"], Timeout = TimeSpan.FromSeconds(configuration.GetValue("Scan:TimeoutSeconds", 60)),
            },
            Sms = new SmsOptions { Url = configuration["Sms:Url"], Key = configuration["Sms:Key"], Signature = configuration["Sms:Signature"] ?? "" },
            Mail = ReadMail(configuration.GetSection("Mail"), directory),
        };
    }

    private static MailOptions ReadMail(IConfigurationSection mail, string directory)
    {
        var none = new MailOptions { Folder = mail["Folder"] ?? Path.Combine(directory, "mail") };
        return !mail.Exists() ? none : none with
        {
            From = mail["From"] ?? none.From,
            FromName = mail["FromName"] ?? none.FromName,
            Domain = mail["Domain"] ?? none.Domain,
            Host = mail["Host"],
            Port = mail.GetValue("Port", none.Port),
            UseStartTls = mail.GetValue("UseStartTls", false),
            UserName = mail["UserName"],
            Password = mail["Password"],
            PerMinute = mail.GetValue<int?>("PerMinute") is { } most and > 0 ? most : null,
        };
    }
}
