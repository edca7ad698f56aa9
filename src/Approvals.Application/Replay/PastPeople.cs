using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;

namespace Approvals.Application.Replay;

/// <summary>Who had a part in a case, each in the office they acted for: somebody who acted for two offices appears twice.</summary>
internal sealed class PastPeople
{
    internal const string Applicant = "applicant";

    private readonly Case _row;
    private readonly string? _uscc;
    private readonly Dictionary<string, ScenarioPerson> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleCandidate> _offices = new(StringComparer.Ordinal);

    internal PastPeople(Case row, string? uscc, ApplicantFile applicant)
    {
        (_row, _uscc) = (row, uscc);
        _people[Applicant] = new ScenarioPerson
        {
            Key = Applicant, Roles = [Roles.Applicant], Name = applicant.Details.Name, Region = row.RegionCode, BirthDate = applicant.Details.BirthDate,
            Sex = applicant.Details.Sex, IdNumber = applicant.Details.IdentifierKind == "resident-id" ? applicant.Details.IdentifierNumber : null,
            Mobile = applicant.Details.Mobile, Email = applicant.Details.Email, Employer = uscc,
        };
    }

    /// <summary>Everybody, and of places that nobody of the case belongs to somebody who makes them known.</summary>
    internal ImmutableSortedDictionary<string, ScenarioPerson> Everybody(PastSurroundings around)
    {
        foreach (var person in around.Relatives)
        {
            _people.TryAdd(person.Key, person);
        }

        foreach (var owner in around.Organisations.Where(o => _people.Values.All(p => p.Organisation != o.Uscc) && o.Uscc != _uscc))
        {
            Provider(owner);
        }

        if (_uscc is not null && _people.Values.All(p => p.Organisation != _uscc))
        {
            _people["employer"] = new ScenarioPerson { Key = "employer", Roles = [Roles.EmployerAgent], Organisation = _uscc, Region = _row.RegionCode };
        }

        var kinds = around.Organisations.ToDictionary(o => o.Uscc, o => o.Kind, StringComparer.Ordinal);
        return _people.ToImmutableSortedDictionary(
            p => p.Key, p => p.Value is { OrganisationKind: null, Organisation: { } code } && kinds.TryGetValue(code, out var kind) ? p.Value with { OrganisationKind = kind } : p.Value,
            StringComparer.Ordinal);
    }

    /// <summary>Who filed the case for its applicant: the employer's agent, or a clerk at a counter.</summary>
    internal string Filer() => Add(
        _row.FiledByUserId.ToString(),
        _row.FiledBy == FiledBy.Counter ? new RoleCandidate(Roles.IntakeOfficer, _row.RegionCode) : new RoleCandidate(Roles.EmployerAgent, _row.RegionCode, null, _uscc));

    /// <summary>A person in the office that a task was for; what is a party's to do is the applicant's.</summary>
    internal string Of(TaskBookmark task, Actor by)
    {
        var office = OfficeOf(task);
        return office is null && (by.Is(_row.ApplicantUserId?.ToString() ?? "") || task.Kind is TaskKind.Correction or TaskKind.Promise or TaskKind.Statement)
            ? Applicant
            : Add(by.User, office ?? _offices.GetValueOrDefault(by.User));
    }

    /// <summary>Somebody whom whoever had a task brought into its step: of the same office, unless known from another one.</summary>
    internal string Joined(TaskBookmark task, Actor by, string user)
    {
        if (!_offices.ContainsKey(user) && (OfficeOf(task) ?? _offices.GetValueOrDefault(by.User)) is { } office)
        {
            _offices[user] = office;
        }

        return Add(user, _offices.GetValueOrDefault(user));
    }

    /// <summary>An expert of a pool, by whatever name this person is known already.</summary>
    internal string Drawn(string user) => Add(user, _offices.GetValueOrDefault(user));

    /// <summary>Who gives out what an organisation has.</summary>
    internal string Provider(PastOrganisation owner)
    {
        var key = $"provider-{owner.Uscc}".ToLowerInvariant();
        _people.TryAdd(key, new ScenarioPerson { Key = key, Roles = [Roles.Provider], Organisation = owner.Uscc, OrganisationKind = owner.Kind, Region = owner.Region });
        return key;
    }

    /// <summary>Everybody a step found in an office is there again, whether or not they acted: panels and signatures of all count them.</summary>
    internal void Meet(ReplayCase.ReplayedStep step)
    {
        foreach (var fact in FactSet.FromJson(step.Event.Facts).Facts)
        {
            if (fact is { Query: RoleHolders holders, Answer: UsersAnswer answer })
            {
                foreach (var user in answer.Users)
                {
                    _offices[user] = holders.Candidate;
                    Add(user, holders.Candidate);
                }
            }
        }
    }

    private static RoleCandidate? OfficeOf(TaskBookmark task) => task.Candidates.OfType<RoleCandidate>().FirstOrDefault();

    private string Add(string user, RoleCandidate? office)
    {
        var key = office is null ? user : $"{user}-{office.Role}-{office.Region}-{office.OrganisationKind}".ToLowerInvariant();
        _people.TryAdd(key, new ScenarioPerson
        {
            Key = key, Roles = [office?.Role ?? Roles.Expert], Region = office?.Region ?? _row.RegionCode, OrganisationKind = office?.OrganisationKind, Organisation = office?.Organisation,
        });
        return key;
    }
}
