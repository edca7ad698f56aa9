using System.Text.Json.Nodes;

namespace Approvals.EndToEnd.Tests;

/// <summary>A product of its own whose pool has experts enough for a draw with conflicts: the demonstration's and eight more.</summary>
public sealed class PanelStage : IAsyncLifetime
{
    public const string Applicant = "zhou.jianhua";
    public const string ApplicantName = "周建华";

    /// <summary>Has the employer that the applicant left.</summary>
    public const string Colleague = "试例同事";

    /// <summary>A registered relative of the applicant.</summary>
    public const string Relative = "试例亲属";

    /// <summary>Has published with the applicant.</summary>
    public const string CoAuthor = "试例合著";

    /// <summary>Is away.</summary>
    public const string Away = "试例外出";

    /// <summary>An account of an expert that is not in the pool yet.</summary>
    public const string Newcomer = "试例新人";

    private static readonly (string User, string Name, string? Employer, string Number)[] More =
    [
        ("expert-colleague", Colleague, "示例光学研究所", "ZZ9900411"), ("expert-relative", Relative, "吉林试例工学院", "ZZ9900412"),
        ("expert-author", CoAuthor, "长春试例化学所", "ZZ9900413"), ("expert-away", Away, "长春试例农学院", "ZZ9900414"),
        ("expert-one", "试例甲", "吉林试例水利院", "ZZ9900415"), ("expert-two", "试例乙", "吉林试例地质院", "ZZ9900416"),
        ("expert-three", "试例丙", "吉林试例气象院", "ZZ9900417"), ("expert-new", Newcomer, null, "ZZ9900418"),
    ];

    private readonly Dictionary<string, string> _users;
    private readonly DirectoryInfo _reference = Directory.CreateTempSubdirectory("approvals-panel-");

    public PanelStage()
    {
        var data = Path.Combine(RepositoryFolder.Root, "data");
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_reference.FullName, Path.GetRelativePath(data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _users = AddExperts(Path.Combine(_reference.FullName, "demo", "people.json"));
        Product = new Product { Options = ["--Reference:Directory", _reference.FullName] };
    }

    public Product Product { get; }

    public Task InitializeAsync() => Product.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Product.DisposeAsync();
        _reference.Delete(recursive: true);
    }

    /// <summary>The name one signs in with of an expert, by the name people see.</summary>
    public string UserOf(string name) => _users[name];

    /// <summary>Adds them; the names one signs in with by the names people see.</summary>
    private static Dictionary<string, string> AddExperts(string file)
    {
        var all = JsonNode.Parse(File.ReadAllText(file))!;
        var people = all["people"]!.AsArray();
        var model = people.Single(p => p!["user"]!.GetValue<string>() == "expert.dai")!;
        foreach (var (user, name, employer, number) in More)
        {
            var person = model.DeepClone().AsObject();
            (person["user"], person["email"]) = (user, $"{user}@example.com");
            person["name"] = new JsonObject { ["zh-CN"] = name, ["en"] = user };
            person["person"] = new JsonObject { ["idType"] = "passport", ["idNumber"] = number, ["nationality"] = "CHN", ["gender"] = "female", ["birthDate"] = "1970-01-01" };
            person.Remove("mobile");
            person.Remove("expert");
            if (employer is not null)
            {
                person["expert"] = new JsonObject { ["fields"] = new JsonArray("optics"), ["employer"] = employer };
            }

            if (name == Relative)
            {
                person["relations"] = new JsonArray(new JsonObject { ["user"] = Applicant, ["kind"] = "sibling" });
            }

            people.Add(person);
        }

        File.WriteAllText(file, all.ToJsonString());
        return people.DistinctBy(p => p!["name"]!["zh-CN"]!.GetValue<string>()).ToDictionary(p => p!["name"]!["zh-CN"]!.GetValue<string>(), p => p!["user"]!.GetValue<string>());
    }
}
