namespace Approvals.Workflows;

/// <summary>A question the step asks the application: a closed union. Answered once, stored with the event.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RoleHolders), "RoleHolders")]
[JsonDerivedType(typeof(ManagerOf), "ManagerOf")]
[JsonDerivedType(typeof(Substitutes), "Substitutes")]
[JsonDerivedType(typeof(Relations), "Relations")]
[JsonDerivedType(typeof(Entitlements), "Entitlements")]
[JsonDerivedType(typeof(PastCases), "PastCases")]
[JsonDerivedType(typeof(Presence), "Presence")]
[JsonDerivedType(typeof(Bookings), "Bookings")]
[JsonDerivedType(typeof(Quotas), "Quotas")]
[JsonDerivedType(typeof(SamplingSeed), "SamplingSeed")]
[JsonDerivedType(typeof(ExpertPool), "ExpertPool")]
[JsonDerivedType(typeof(DrawSeed), "DrawSeed")]
[JsonDerivedType(typeof(EffectRefused), "EffectRefused")]
public abstract record FactQuery
{
    private protected FactQuery() { }
}

/// <summary>Active users who hold a role at a place, in a stable order. Answer: <see cref="UsersAnswer"/>.</summary>
/// <param name="Candidate">The role and its place.</param>
/// <param name="AtMost">No more than this many are needed; null means all (a panel, a countersignature).</param>
public sealed record RoleHolders(RoleCandidate Candidate, int? AtMost = null) : FactQuery;

/// <summary>The manager of a user. Answer: <see cref="UsersAnswer"/> with one or none.</summary>
/// <param name="User">The user.</param>
public sealed record ManagerOf(string User) : FactQuery;

/// <summary>Who stands in for a user on the day and for the service of the case, in a stable order. Answer: <see cref="UsersAnswer"/>.</summary>
/// <param name="User">The user who is away.</param>
public sealed record Substitutes(string User) : FactQuery;

/// <summary>Users who may not decide a person's case: registered relatives, whoever shares the employer. Answer: <see cref="UsersAnswer"/>.</summary>
/// <param name="Person">The applicant's id.</param>
public sealed record Relations(string Person) : FactQuery;

/// <summary>The applicant's entitlements, as expressions see them. Answer: <see cref="ValueAnswer"/>.</summary>
/// <param name="Person">The applicant's id.</param>
public sealed record Entitlements(string Person) : FactQuery;

/// <summary>The applicant's other cases, as expressions see them. Answer: <see cref="ValueAnswer"/>.</summary>
/// <param name="Person">The applicant's id.</param>
public sealed record PastCases(string Person) : FactQuery;

/// <summary>The applicant's recorded days of presence, as expressions see them. Answer: <see cref="ValueAnswer"/>.</summary>
/// <param name="Person">The applicant's id.</param>
public sealed record Presence(string Person) : FactQuery;

/// <summary>The applicant's bookings, as expressions see them. Answer: <see cref="ValueAnswer"/>.</summary>
/// <param name="Person">The applicant's id.</param>
public sealed record Bookings(string Person) : FactQuery;

/// <summary>What is left to offer in the waiting lists of a service, as expressions see it. Answer: <see cref="ValueAnswer"/>.</summary>
/// <param name="Service">The service's code.</param>
public sealed record Quotas(string Service) : FactQuery;

/// <summary>
/// A number drawn at random, from 0 up to but without 1, that says whether a case is in a step's sample. Stored with the event like
/// every fact, so that the drawing can be proved and replayed. Answer: <see cref="ValueAnswer"/> with a number.
/// </summary>
/// <param name="Activity">The step.</param>
/// <param name="Round">How often it was reached, from 1.</param>
public sealed record SamplingSeed(string Activity, int Round) : FactQuery;

/// <summary>
/// The experts of a field, each with what keeps them from this case: away, a relative, the applicant's employer, a co-author, somebody who
/// acted on the case. Stored with the event, so that a draw can be repeated on the pool as it stood. Answer: <see cref="PoolAnswer"/>.
/// </summary>
/// <param name="Activity">The step whose panel is drawn.</param>
/// <param name="Field">Code of the field; null for every field.</param>
/// <param name="Employer">
/// Path of an answer, such as <c>application.formerEmployer</c>, that names a further employer of the applicant; the path and not the answer,
/// which is personal.
/// </param>
public sealed record ExpertPool(string Activity, string? Field, string? Employer = null) : FactQuery;

/// <summary>The seed of a random draw: digits nobody chose. Stored with the event like every fact. Answer: <see cref="ValueAnswer"/> with a text.</summary>
/// <param name="Activity">The step whose panel is drawn.</param>
/// <param name="Number">Which draw of the step it is, from 1.</param>
public sealed record DrawSeed(string Activity, int Number) : FactQuery;

/// <summary>
/// Whether an effect cannot be carried out. The step never asks: the application tells it, and steps again, when it finds that what
/// an activity asks for is not there; the activity then stands in an incident. Answer: <see cref="RefusalAnswer"/>.
/// </summary>
/// <param name="Activity">The activity.</param>
/// <param name="Effect">The effect's engine-derived id.</param>
public sealed record EffectRefused(string Activity, string Effect) : FactQuery;
