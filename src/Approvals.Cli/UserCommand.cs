using System.CommandLine;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Works on accounts: makes the administrators with whom a new installation begins.</summary>
internal static class UserCommand
{
    private const string PasswordVariable = "APPROVALS_PASSWORD";

    internal static Command Create(Settings settings)
    {
        var user = new Option<string>("--user") { Description = "The sign-in name.", Required = true };
        var name = new Option<string>("--name") { Description = "The name shown to others.", Required = true };
        var email = new Option<string>("--email") { Description = "The mail address.", Required = true };
        var role = new Option<string>("--role")
        {
            Description = "SystemAdmin for accounts or SecurityAdmin for roles; one person cannot be both.", DefaultValueFactory = _ => Roles.SystemAdmin,
        };
        role.AcceptOnlyFromAmong(Roles.SystemAdmin, Roles.SecurityAdmin);
        var create = new Command("create-admin", $"Makes an administrator; the password comes from {PasswordVariable} or the first line of input.")
        {
            user, name, email, role,
        };
        create.SetAction((parsed, stop) => Platform.RunAsync(settings.Read(parsed), services => CreateAsync(
            services,
            new CreateAdministrator.Request(
                parsed.GetValue(user)!, parsed.GetValue(name)!, parsed.GetValue(email)!, parsed.GetValue(role)!, Password()),
            settings.Language(parsed),
            stop)));
        return new Command("user", "Accounts.") { create };
    }

    private static string Password()
    {
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } given)
        {
            return given;
        }

        if (!Console.IsInputRedirected)
        {
            Console.Error.Write("Password: ");
        }

        return Console.ReadLine() ?? "";
    }

    private static async Task<int> CreateAsync(
        IServiceProvider services, CreateAdministrator.Request request, string language, CancellationToken cancellationToken)
    {
        var created = await services.GetRequiredService<CreateAdministrator>().HandleAsync(request, cancellationToken);
        Console.WriteLine(created.IsSuccess ? $"{request.UserName} can sign in as {request.Role}." : Settings.Texts.Format(created.Error, language));
        return created.IsSuccess ? 0 : 1;
    }
}
