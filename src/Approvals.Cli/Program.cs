using System.CommandLine;

return new RootCommand("Approvals").Parse(args).Invoke();
