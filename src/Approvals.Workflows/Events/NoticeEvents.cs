namespace Approvals.Workflows;

/// <summary>Somebody objects to a public notice while it stands.</summary>
/// <param name="Notice">Id of the notice.</param>
/// <param name="Objection">Id of the objection's row.</param>
public sealed record ObjectionFiled(string Notice, string Objection) : WorkflowEvent;

/// <summary>An objection is ruled on.</summary>
/// <param name="Objection">Id of the objection's row.</param>
/// <param name="By">Who.</param>
/// <param name="Upheld">Whether it was found right.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record ObjectionDecided(string Objection, Actor By, bool Upheld, string? Opinion = null) : WorkflowEvent;

/// <summary>A notice's term ended other than by its timer.</summary>
/// <param name="Notice">Id of the notice.</param>
/// <param name="By">Who; null for a job.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record NoticeEnded(string Notice, Actor? By = null, string? Reason = null) : WorkflowEvent;
