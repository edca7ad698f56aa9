using Microsoft.AspNetCore.Identity;

namespace Approvals.Application.People;

/// <summary>An account. What it may do follows from its role assignments, not from the account.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>The name colleagues see beside an act.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The natural person behind the account, when one has been registered.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Staff need a second factor.</summary>
    public bool IsStaff { get; set; }

    /// <summary>Preferred language, <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "zh-CN";

    /// <summary>The manager in the line, where an organisation keeps one.</summary>
    public Guid? ManagerId { get; set; }

    /// <summary>The authority or company the account works for, where it works for one.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>An account that may no longer sign in; its acts keep its name.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Synthetic account of a development database, offered in the "sign in as" list.</summary>
    public bool IsDemo { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
