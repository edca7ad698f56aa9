using Approvals.Application.Audit;
using Approvals.Application.Batches;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Jobs;
using Approvals.Application.Letters;
using Approvals.Application.Migration;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.Replay;
using Approvals.Application.Secrets;
using Approvals.Application.Sheets;
using Approvals.Application.Sms;
using Approvals.Application.Timers;
using Approvals.Application.Upkeep;
using Approvals.Infrastructure.Audit;
using Approvals.Infrastructure.Files;
using Approvals.Infrastructure.Jobs;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Outside;
using Approvals.Infrastructure.Printing;
using Approvals.Infrastructure.Pumps;
using Approvals.Infrastructure.Scanning;
using Approvals.Infrastructure.Secrets;
using Approvals.Infrastructure.Sms;
using Approvals.Infrastructure.Spreadsheets;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure;

public static class PlatformRegistration
{
    /// <summary>Registers cryptography, keys, files, audit heads, mail and the pumps, without starting anything.</summary>
    public static IServiceCollection AddApprovalsPlatform(this IServiceCollection services, PlatformOptions options) => services
        .AddApprovalsData()
        .AddSingleton(options)
        .AddSingleton<ICryptography, AesCryptography>()
        .AddSingleton<ISheetFiles, SheetFiles>()
        .AddSingleton<ICronTimes, CronTimes>()
        .AddSingleton<IMasterKeys>(p => MasterKeys.Load(options.MasterKeys, p.GetRequiredService<ICryptography>()))
        .AddSingleton<IFileStore>(p => new FileStore(options.Documents, p.GetRequiredService<TimeProvider>()))
        .AddSingleton<IAuditHeads>(_ => new AuditHeadFile(options.AuditHeads))
        .AddSingleton(options.Mail)
        .AddSingleton(new MailChannel(options.Mail.Host is not null, options.Mail.PerMinute))
        .AddSingleton<MailPace>()
        .AddSingleton<MailServerHealth>()
        .AddSingleton<IMailTransport>(p => options.Mail.Host is null
            ? new MailFolder(options.Mail, p.GetRequiredService<TimeProvider>())
            : new SmtpTransport(options.Mail))
        .AddSingleton(OutsideHosts.Of(options.Outside.Hosts, options.Outside.PrivateHosts))
        .AddSingleton<IHttpTransport>(p => new HttpTransport(p.GetRequiredService<OutsideHosts>(), options.Outside))
        .AddSingleton<IMalwareScanner>(_ => options.Scan.Url is null ? new NoScanner() : new HttpScanner(options.Scan))
        .AddSms(options.Sms)
        .AddSingleton<IPdfPrinter>(p => new ChromiumPrinter(options.Printing, p.GetRequiredService<TimeProvider>()))
        .AddSingleton<IOutsideMachine>(new OutsideMachine("mail", options.Mail.Host, options.Mail.Port, greeting: "220"))
        .AddSingleton<IOutsideMachine>(OutsideMachine.Of("sms", options.Sms.Url))
        .AddSingleton<IOutsideMachine>(OutsideMachine.Of("scanner", options.Scan.Url))
        .AddScoped<IOutboxSender, MailSender>()
        .AddScoped<IPumpWork<CaseTimer>, TimerWork>()
        .AddScoped<IPumpWork<InboundEvent>, InboundWork>()
        .AddScoped<IPumpWork<OutboxMessage>, OutboxWork>()
        .AddSingleton(PumpPace.OneByOne)
        .AddScoped<IPumpWork<MigrationBatch>, MigrationWork>()
        .AddScoped<IPumpWork<CaseBatchItem>, BatchWork>()
        .AddScoped<IPumpWork<ReplayRun>, ReplayWork>()
        .AddSingleton(typeof(Pump<>));

    private static IServiceCollection AddSms(this IServiceCollection services, SmsOptions options) => options.Url is null
        ? services.AddSingleton(new SmsChannel(false))
        : services.AddSingleton(new SmsChannel(true)).AddSingleton<ISmsTransport>(_ => new HttpSms(options)).AddScoped<IOutboxSender, SmsSender>();

    /// <summary>Runs the pumps and the sealing with the host.</summary>
    public static IServiceCollection AddApprovalsPumps(this IServiceCollection services) => services
        .AddSingleton(PumpPace.Several)
        .AddHostedService<PumpLoop<CaseTimer>>()
        .AddHostedService<PumpLoop<InboundEvent>>()
        .AddHostedService<PumpLoop<OutboxMessage>>()
        .AddHostedService<PumpLoop<MigrationBatch>>()
        .AddHostedService<PumpLoop<CaseBatchItem>>()
        .AddHostedService<PumpLoop<ReplayRun>>()
        .AddHostedService<SealingLoop>();
}
