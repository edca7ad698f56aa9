using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Approvals.Web.Session;

/// <summary>ASP.NET Core Identity with cookies; keys and accounts lie in the database, so that every node knows them.</summary>
internal static class SignInSetup
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(SignInSettings.Section).Get<SignInSettings>() ?? new SignInSettings();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new SessionClock(TimeProvider.System));
        builder.Services
            .AddIdentityCore<User>(identity => Configure(identity, settings))
            .AddEntityFrameworkStores<ApprovalsDbContext>()
            .AddSignInManager<TrackedSignIn>()
            .AddDefaultTokenProviders();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure<SessionClock>((cookie, clock) => Configure(cookie, settings, clock, builder.Environment.IsDevelopment())));
        builder.Services.AddAuthorization();
        builder.Services.AddDataProtection().SetApplicationName("approvals");
        builder.Services.AddSingleton<IXmlRepository, DatabaseKeys>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, DatabaseKeys.Setup>();
        builder.Services.AddScoped<SessionReader>();
        builder.Services.AddScoped<SignInHistory>();
        builder.Services.AddScoped<SessionDescription>();
        builder.Services.AddScoped(services =>
            services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<SessionFeature>()?.User
            ?? Application.Rights.CurrentUser.Anonymous);
        builder.Services.AddHttpContextAccessor();
    }

    private static void Configure(IdentityOptions identity, SignInSettings settings)
    {
        identity.Password.RequiredLength = settings.PasswordLength;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireLowercase = true;
        identity.Password.RequireDigit = true;
        identity.Password.RequiredUniqueChars = 5;
        identity.Lockout.MaxFailedAccessAttempts = settings.Attempts;
        identity.Lockout.DefaultLockoutTimeSpan = settings.LockOut;
        identity.SignIn.RequireConfirmedEmail = true;
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    }

    private static void Configure(CookieAuthenticationOptions cookie, SignInSettings settings, SessionClock clock, bool development)
    {
        cookie.Cookie.Name = "approvals";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.ExpireTimeSpan = settings.Idle;
        cookie.SlidingExpiration = true;
        cookie.TimeProvider = clock.Time;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime > TimeSpan.FromMinutes(1) && !News.NewsEndpoints.IsListening(context.Request);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context => new ErrorResult(Failures.SignInFirst).ExecuteAsync(context.HttpContext);
        cookie.Events.OnRedirectToAccessDenied = context =>
            new ErrorResult(new Error("rights.forbidden", ErrorKind.Forbidden)).ExecuteAsync(context.HttpContext);
    }
}
