using System.Text.Json;

namespace Approvals.Application.Demonstration;

/// <summary>The invented people and organisations of a demonstration, as their files state them (data/README.md).</summary>
internal sealed record DemonstrationFiles(IReadOnlyList<DemoOrganisation> Organisations, IReadOnlyList<DemoPerson> People)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads <c>organisations.json</c> and <c>people.json</c> of a folder.</summary>
    public static async Task<DemonstrationFiles> ReadAsync(string folder, CancellationToken cancellationToken) => new(
        (await ReadAsync<OrganisationFile>(Path.Combine(folder, "organisations.json"), cancellationToken)).Organisations,
        (await ReadAsync<PeopleFile>(Path.Combine(folder, "people.json"), cancellationToken)).People);

    private static async Task<T> ReadAsync<T>(string file, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<T>(await File.ReadAllBytesAsync(file, cancellationToken), Json)!;

    private sealed record OrganisationFile(IReadOnlyList<DemoOrganisation> Organisations);

    private sealed record PeopleFile(IReadOnlyList<DemoPerson> People);
}

internal sealed record DemoOrganisation(string Id, string Uscc, LocalText Name, string Kind, string Region, bool Verified);

internal sealed record DemoPerson(
    string User, LocalText Name, string Email, string? Mobile, DemoIdentity Person, IReadOnlyList<DemoRole> Roles, IReadOnlyList<DemoMandate>? Mandates,
    IReadOnlyList<DemoRelation>? Relations, DemoExpert? Expert);

internal sealed record DemoIdentity(string IdType, string IdNumber, string? Nationality, string? Gender, DateOnly? BirthDate);

internal sealed record DemoRole(string Role, string Region, string? Organisation, string? Service);

/// <summary>An entry of the pool of experts.</summary>
internal sealed record DemoExpert(IReadOnlyList<string> Fields, string? Employer);

internal sealed record DemoMandate(string Organisation);

/// <summary>A registered relative, by user name.</summary>
internal sealed record DemoRelation(string User, string Kind);
