using System.CommandLine;
using Approvals.Cli;

var settings = new Settings();
var root = new RootCommand("Approvals: tests service packages, replays cases, verifies the audit, looks after the database.")
{
    ServiceCommand.Create(settings),
    CaseCommand.Create(settings),
    AuditCommand.Create(settings),
    DatabaseCommand.Create(settings),
    UserCommand.Create(settings),
};
settings.AddTo(root);
return await root.Parse(args).InvokeAsync();
