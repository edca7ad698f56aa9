namespace Approvals.Web.Session;

/// <summary>The figures of signing in (等保三级), under <c>SignIn</c> in the configuration.</summary>
internal sealed class SignInSettings
{
    public const string Section = "SignIn";

    /// <summary>Signed out after so long without a request.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The same for administrators.</summary>
    public TimeSpan AdministratorIdle { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Wrong passwords before the account is locked.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long it is locked.</summary>
    public TimeSpan LockOut { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The shortest password.</summary>
    public int PasswordLength { get; init; } = 10;

    /// <summary>How long own values are shown in full after the password was entered again.</summary>
    public TimeSpan Confirmed { get; init; } = TimeSpan.FromMinutes(5);
}
