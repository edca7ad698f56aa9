namespace Approvals.Application.Notices;

/// <summary>A public notice.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Title">Its title.</param>
/// <param name="Fields">What is made public, masked where the service says so.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="DaysLeft">Working days left; 0 on the last day.</param>
/// <param name="State">open or closed.</param>
public sealed record NoticeDto(
    string Id,
    string ServiceName,
    string Title,
    IReadOnlyList<NoticeFieldDto> Fields,
    DateOnly From,
    DateOnly Until,
    int DaysLeft,
    string State);

/// <summary>One public field.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value.</param>
public sealed record NoticeFieldDto(string Label, string Value);

/// <summary>An objection was filed.</summary>
/// <param name="Number">Its number.</param>
public sealed record ObjectionFiledDto(string Number);
