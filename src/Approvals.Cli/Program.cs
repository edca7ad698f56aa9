using System.CommandLine;
using Approvals.Cli;

var settings = new Settings();
var root = new RootCommand("Approvals: tests service packages, runs and converts definitions, replays cases, evaluates decisions, verifies the audit, looks after the database.")
{
    ServiceCommand.Create(settings),
    WorkflowCommand.Create(settings),
    CaseCommand.Create(settings),
    DmnCommand.Create(settings),
    AuditCommand.Create(settings),
    DatabaseCommand.Create(settings),
    UserCommand.Create(settings),
    PlaceCommand.Regions(settings),
    PlaceCommand.Organisations(settings),
    CalendarCommand.Create(settings),
};
settings.AddTo(root);
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is InvalidOperationException or IOException)
{
    // What is missing or set up wrongly is told in one sentence; a stack says nothing to whoever runs a command.
    Console.Error.WriteLine(exception.Message);
    return 2;
}
