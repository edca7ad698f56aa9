using System.ComponentModel.DataAnnotations;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Web.Requests;

namespace Approvals.Web.Employers;

/// <summary>Asks to act for an employer.</summary>
/// <param name="Uscc">Its unified social credit code.</param>
/// <param name="Name">Its name as registered.</param>
/// <param name="Region">The code of the region where it is registered.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record AskMandateRequest(
    [property: StringLength(30, MinimumLength = 1)] string Uscc, [property: StringLength(100, MinimumLength = 2)] string Name,
    [property: StringLength(20, MinimumLength = 1)] string Region, DateOnly From, DateOnly To) : IRequest;

/// <summary>A mandate was asked for.</summary>
/// <param name="Id">Its id.</param>
internal sealed record MandateAskedDto(string Id);

/// <summary>Grants or refuses a mandate.</summary>
/// <param name="Granted">Whether the agent may act.</param>
/// <param name="Etag">From the employer's file.</param>
/// <param name="Reason">Why not.</param>
internal sealed record DecideMandateRequest(
    bool Granted, [property: StringLength(100, MinimumLength = 1)] string Etag, [property: StringLength(500)] string? Reason = null) : IRequest;

/// <summary>Ends a mandate.</summary>
/// <param name="Reason">Why.</param>
internal sealed record RevokeMandateRequest([property: StringLength(500, MinimumLength = 2)] string Reason) : IRequest;

/// <summary>Records what became of an employer.</summary>
/// <param name="Kind">renamed, merged or deregistered.</param>
/// <param name="On">The day it counts from.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="Etag">From the employer's file.</param>
/// <param name="Name">The new name, when it was renamed.</param>
/// <param name="Into">The successor's code, when it was merged.</param>
internal sealed record ChangeEmployerRequest(
    OrganisationChangeKind Kind, DateOnly On, [property: StringLength(500, MinimumLength = 2)] string Reason,
    [property: StringLength(100, MinimumLength = 1)] string Etag, [property: StringLength(100)] string? Name = null, [property: StringLength(30)] string? Into = null) : IRequest;

/// <summary>Somebody by name and identity document.</summary>
/// <param name="Name">The full name as on the document.</param>
/// <param name="Kind">The kind of document.</param>
/// <param name="Number">Its number.</param>
/// <param name="BirthDate">The date of birth, for documents whose number does not hold it.</param>
/// <param name="Mobile">A mobile number.</param>
internal sealed record NamedPersonRequest(
    [property: StringLength(100, MinimumLength = 1)] string Name, [property: StringLength(50, MinimumLength = 1)] string Kind,
    [property: StringLength(50, MinimumLength = 1)] string Number, DateOnly? BirthDate = null, [property: StringLength(30)] string? Mobile = null) : IRequest
{
    internal FindPerson.Request Find() => new(Name, Kind, Number, BirthDate, Mobile);
}

/// <summary>Somebody was named.</summary>
/// <param name="Id">The row's id.</param>
internal sealed record PersonNamedDto(string Id);

/// <summary>Begins an application for somebody.</summary>
/// <param name="Service">The service's code.</param>
internal sealed record OpenForRequest([property: StringLength(100, MinimumLength = 1)] string Service) : IRequest;

/// <summary>Says whether an employer may file for the reader.</summary>
/// <param name="Agreed">Whether it may.</param>
/// <param name="Etag">From the list.</param>
internal sealed record AnswerEmployerRequest(bool Agreed, [property: StringLength(100, MinimumLength = 1)] string Etag) : IRequest;
