using System.Collections.Frozen;
using System.Text.Json;
using Approvals.Domain.Json;

namespace Approvals.Domain.Scenarios;

/// <summary>Reads scenario files. The property lists are those of docs/schemas/scenario.schema.json.</summary>
internal static class ScenarioReader
{
    internal static readonly ImmutableArray<string> Properties = ["name", "start", "people", "facts", "acts", "expect"];

    internal static readonly ImmutableArray<string> PersonProperties =
    [
        "role", "roles", "name", "region", "organisationKind", "organisation", "birthDate", "sex", "idNumber", "mobile", "email",
            "employer", "manager",
    ];

    internal static readonly ImmutableArray<string> ActProperties =
    [
        "at", "by", "activity", "act", "outcome", "form", "opinion", "reason", "fields", "documents", "ballots", "to", "without", "place", "length", "refused", "advance",
    ];

    private static readonly FrozenDictionary<string, string> Ballots =
        new[] { "for", "against", "abstain" }.ToFrozenDictionary(b => b, StringComparer.Ordinal);

    internal static Scenario Read(JsonPlace place, string file)
    {
        place.Only(Properties);
        if (!place.Has("acts")) place.Missing("acts", "");
        return new Scenario
        {
            File = file,
            Name = place.RequiredLocal("name"),
            Start = place.Instant("start") ?? place.Missing("start", DateTimeOffset.UnixEpoch),
            People = place.Map("people", (people, key) => people.Object(key, p => ReadPerson(p, key)) ?? new ScenarioPerson { Key = key }),
            Facts = place.Map("facts", ReadFacts),
            Acts = place.List("acts", ReadAct),
            Expect = place.Object("expect", ExpectationReader.Read) ?? place.Missing("expect", new ScenarioExpectation()),
        };
    }

    private static FeelContext ReadFacts(JsonPlace facts, string kind) =>
        facts.TryGet(kind, out var fact) && FeelJson.Read(fact).TryGetContext(out var context) ? context : FeelContext.Empty;

    private static ScenarioPerson ReadPerson(JsonPlace place, string key)
    {
        place.Only(PersonProperties);
        var roles = place.Texts("role").Concat(place.Texts("roles")).ToImmutableArray();
        if (roles.IsEmpty) place.Missing("role", "");
        return new ScenarioPerson
        {
            Key = key,
            Roles = roles,
            Name = place.Text("name"),
            Region = place.Text("region"),
            OrganisationKind = place.Text("organisationKind"),
            Organisation = place.Text("organisation"),
            BirthDate = place.Date("birthDate"),
            Sex = place.Text("sex"),
            IdNumber = place.Text("idNumber"),
            Mobile = place.Text("mobile"),
            Email = place.Text("email"),
            Employer = place.Text("employer"),
            Manager = place.Text("manager"),
        };
    }

    private static ScenarioAct ReadAct(JsonPlace place)
    {
        place.Only(ActProperties);
        if (place.Object("advance", ReadAdvance) is { } advance) return advance;
        return new PersonAct
        {
            At = place.Instant("at"),
            By = place.Text("by"),
            Activity = place.Text("activity"),
            Act = place.Required("act"),
            Outcome = place.Text("outcome"),
            Form = place.TryGet("form", out var form) && form.ValueKind == JsonValueKind.Object ? form : null,
            Opinion = place.Text("opinion"),
            Reason = place.Text("reason"),
            Fields = place.Texts("fields"),
            Documents = place.Texts("documents"),
            Ballots = place.Map("ballots", (ballots, person) => Ballot(ballots, person)),
            To = place.Text("to"),
            Without = place.Texts("without"),
            Place = place.Text("place"),
            Length = place.Whole("length", 1, 100_000),
            Refused = place.Text("refused"),
        };
    }

    private static string Ballot(JsonPlace ballots, string person)
    {
        var ballot = ballots.Required(person);
        if (ballot.Length > 0 && !Ballots.ContainsKey(ballot))
        {
            ballots.File.Add(ballots.At(person), "package.json.choice", ("value", ballot), ("choices", string.Join(", ", Ballots.Keys.Order())));
        }

        return ballot;
    }

    private static AdvanceClock ReadAdvance(JsonPlace place)
    {
        place.Only("workingDays", "days", "hours", "to");
        var by = new[] { ("workingDays", LimitUnit.WorkingDays), ("days", LimitUnit.Days), ("hours", LimitUnit.Hours) }
            .Where(u => place.Has(u.Item1)).Select(u => new Limit(place.Whole(u.Item1, 0, 100_000) ?? 0, u.Item2)).FirstOrDefault();
        var to = place.Instant("to");
        if (by is null && to is null) place.Missing("to", "");
        return new AdvanceClock(by, to);
    }
}
