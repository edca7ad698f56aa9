namespace Approvals.Application.SignIn;

/// <summary>Which of the two sides of the counter a user is on.</summary>
public enum UserKind
{
    /// <summary>Somebody who applies, or an employer's agent.</summary>
    Applicant,

    /// <summary>Somebody who works for an authority or keeps the system.</summary>
    Staff,
}

/// <summary>A part of the page that a session may open.</summary>
public enum Area
{
    /// <summary>Home, services, drafts, own cases and cards.</summary>
    Applicant,

    /// <summary>Inbox and cases.</summary>
    Work,

    /// <summary>The people one leads and what they have.</summary>
    Team,

    /// <summary>Lists of cases for a meeting.</summary>
    Meetings,

    /// <summary>Waiting lists, quotas and things to give out.</summary>
    Allotment,

    /// <summary>The pool of experts, and how panels were drawn.</summary>
    Experts,

    /// <summary>The own entry of the pool of experts.</summary>
    Panel,

    /// <summary>Public notices.</summary>
    Notices,

    /// <summary>Filing for people who are present.</summary>
    Counter,

    /// <summary>Verifying employers and their agents.</summary>
    Employers,

    /// <summary>Some page of administration.</summary>
    Admin,

    /// <summary>Accounts and their roles.</summary>
    People,

    /// <summary>The services with their versions and problems.</summary>
    Services,

    /// <summary>What has stopped cases.</summary>
    Incidents,

    /// <summary>Bringing versions of services in.</summary>
    Drafting,

    /// <summary>Playing past cases against a version, and saying what one thinks of their changes.</summary>
    Replays,

    /// <summary>Moving cases under way to another version.</summary>
    Migrations,

    /// <summary>Why somebody may see a case.</summary>
    Access,

    /// <summary>Regions, organisations and dictionaries.</summary>
    Places,

    /// <summary>Working calendars.</summary>
    Calendars,

    /// <summary>Reminders and the messages they are written by.</summary>
    Messages,

    /// <summary>The audit.</summary>
    Audit,

    /// <summary>Ledgers of presence of those one looks after.</summary>
    Presence,

    /// <summary>What the organisation one answers for is asked for.</summary>
    Bookings,

    /// <summary>Making, changing and closing accounts.</summary>
    Accounts,

    /// <summary>Giving and taking roles.</summary>
    Roles,

    /// <summary>How the product runs: jobs, queues, nodes.</summary>
    Operations,
}

/// <summary>What the page needs to know about the session.</summary>
/// <param name="User">Who is signed in, or null.</param>
/// <param name="NeedsTwoFactor">Whether the password was right and the code of the second factor is awaited.</param>
/// <param name="Language">The language of the texts: <c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Today">Today in the product's time zone.</param>
/// <param name="TodayIsWorkday">Whether the authorities work today.</param>
/// <param name="Development">Whether this is a development system, where one may sign in as a demo person.</param>
/// <param name="Product">Names for the head of the page.</param>
/// <param name="DemoUsers">The demo people; empty outside Development.</param>
/// <param name="Areas">The parts of the page that are open.</param>
/// <param name="Unread">Notifications not read yet.</param>
public sealed record SessionDto(
    SessionUserDto? User,
    bool NeedsTwoFactor,
    string Language,
    DateOnly Today,
    bool TodayIsWorkday,
    bool Development,
    ProductDto Product,
    IReadOnlyList<DemoUserDto> DemoUsers,
    IReadOnlyList<Area> Areas,
    int Unread);

/// <summary>The product's names.</summary>
/// <param name="Name">The product.</param>
/// <param name="RegionName">The region it serves.</param>
public sealed record ProductDto(string Name, string RegionName);

/// <summary>A demo person to sign in as.</summary>
/// <param name="UserName">The sign-in name.</param>
/// <param name="Name">The name.</param>
/// <param name="RoleNames">The roles, in words.</param>
/// <param name="Place">Region or organisation.</param>
public sealed record DemoUserDto(string UserName, string Name, string RoleNames, string Place);

/// <summary>Who is signed in.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The name.</param>
/// <param name="UserName">The sign-in name.</param>
/// <param name="Email">The mail address, or null.</param>
/// <param name="Kind">Applicant or staff.</param>
/// <param name="NeedsTwoFactor">Whether a second factor must be set up before anything else opens.</param>
/// <param name="Roles">The assignments.</param>
public sealed record SessionUserDto(
    string Id,
    string Name,
    string UserName,
    string? Email,
    UserKind Kind,
    bool NeedsTwoFactor,
    IReadOnlyList<RoleAssignmentDto> Roles);

/// <summary>One assignment: a role in a region, narrowed to an organisation or a service where given.</summary>
/// <param name="Id">The assignment's id.</param>
/// <param name="Role">The role's code.</param>
/// <param name="RoleName">Its name.</param>
/// <param name="Region">The region's code.</param>
/// <param name="RegionName">Its name.</param>
/// <param name="Organisation">The organisation's id, or null.</param>
/// <param name="OrganisationName">Its name, or null.</param>
/// <param name="Service">The service's code, or null.</param>
/// <param name="ServiceName">Its name, or null.</param>
public sealed record RoleAssignmentDto(
    string Id,
    string Role,
    string RoleName,
    string Region,
    string RegionName,
    string? Organisation,
    string? OrganisationName,
    string? Service,
    string? ServiceName);

/// <summary>What is needed to set up an authenticator.</summary>
/// <param name="Enabled">Whether the second factor is on already.</param>
/// <param name="Secret">The secret to type in, in groups of four; empty when on already.</param>
/// <param name="OtpauthUri">The address an authenticator understands; empty when on already.</param>
/// <param name="QrSvg">The address as a QR code (SVG); empty when on already.</param>
public sealed record TwoFactorSetupDto(bool Enabled, string Secret, string OtpauthUri, string QrSvg);

/// <summary>The codes that open the account once each when the authenticator is lost; shown this one time.</summary>
/// <param name="Codes">Ten codes.</param>
public sealed record RecoveryCodesDto(IReadOnlyList<string> Codes);
