using Approvals.Feel;

namespace Approvals.Application.MessageTexts;

/// <summary>The messages about accounts: what they are named and what they may say.</summary>
internal static class AccountMessages
{
    internal const string Confirm = "account-confirm";
    internal const string Reset = "account-reset";
    internal const string TwoFactor = "account-two-factor";

    /// <summary>Whether a message is about an account.</summary>
    internal static bool IsOne(string name) => name is Confirm or Reset or TwoFactor;

    /// <summary>Whether a message is for nothing without its link.</summary>
    internal static bool NeedsLink(string name) => name is Confirm or Reset;

    internal static FeelContext Facts(string name, string userName, string link, DateTimeOffset at) => FeelContext.Of(
        ("name", FeelValue.Of(name)), ("userName", FeelValue.Of(userName)), ("link", FeelValue.Of(link)), ("at", FeelValue.Of(at)));
}
