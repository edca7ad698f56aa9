using Approvals.Application.Rights;
using Approvals.Decisions;

namespace Approvals.Application.Studio.Tables;

/// <summary>A decision file of a version.</summary>
/// <param name="File">Its name in the folder of decisions.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
/// <param name="Elements">Its input data, decisions and knowledge models, each placed so that what requires stands below what it requires.</param>
public sealed record DecisionFileDto(string File, string Name, string? Problem, IReadOnlyList<DecisionElementDto> Elements);

/// <summary>An element of a requirement graph.</summary>
/// <param name="Id">Its id, by which changes name it.</param>
/// <param name="Name">The name that expressions use.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Kind">Input data, decision or knowledge.</param>
/// <param name="Logic">None, table, literal, context or other.</param>
/// <param name="Type">The name of its value's type, or null.</param>
/// <param name="Description">What it is about, or null.</param>
/// <param name="Question">The question that it answers, or null.</param>
/// <param name="Requires">The ids of what it requires.</param>
/// <param name="Rules">How many rules its table has.</param>
/// <param name="HitPolicy">The hit policy of its table, or null.</param>
/// <param name="Level">Its row in the drawing, from 0.</param>
/// <param name="Place">Its place in that row, from 0.</param>
/// <param name="Problems">What is wrong with it, in words.</param>
public sealed record DecisionElementDto(
    string Id, string Name, string Label, DocumentElementKind Kind, DocumentLogic Logic, string? Type, string? Description, string? Question, IReadOnlyList<string> Requires,
    int Rules, string? HitPolicy, int Level, int Place, IReadOnlyList<string> Problems);

/// <summary>Lists the decision files of a version with their requirement graphs.</summary>
public sealed class DecisionList(DraftTables drafts, MessageCatalog texts)
{
    public async Task<Result<IReadOnlyList<DecisionFileDto>>> ListAsync(Guid version, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var models = Domain.Studio.Tables.DraftDecisions.Load(opened.Value.Files, opened.Value.Shared);
        return Result<IReadOnlyList<DecisionFileDto>>.Success(
        [
            .. opened.Value.Files.Files.Where(file => file.Key.StartsWith("decisions/", StringComparison.Ordinal) && file.Key.EndsWith(".dmn", StringComparison.Ordinal))
                .Select(file => Describe(file.Key, file.Value, models.Model(file.Key), user.Language)),
        ]);
    }

    private DecisionFileDto Describe(string path, ReadOnlyMemory<byte> content, DecisionModel? model, string language)
    {
        var name = path["decisions/".Length..];
        var document = DecisionDocument.Read(content);
        if (!document.IsSuccess)
        {
            return new DecisionFileDto(name, name, texts.Format(document.Error, language), []);
        }

        var elements = document.Value.Elements();
        var levels = Levels(elements);
        var problems = (model?.Check() ?? []).ToLookup(problem => problem.Element, StringComparer.Ordinal);
        var places = new Dictionary<int, int>();
        return new DecisionFileDto(name, document.Value.Name, null, [.. elements.Select(element =>
        {
            var level = levels[element.Id];
            var place = places[level] = places.GetValueOrDefault(level, -1) + 1;
            return new DecisionElementDto(
                element.Id, element.Name, element.Label ?? element.Name, element.Kind, element.Logic, element.Type, element.Description, element.Question, element.Requires,
                element.Rules, element.HitPolicy, level, place, [.. problems[element.Name].Select(problem => problem.Message.In(language))]);
        })]);
    }

    /// <summary>The longest way from each element to what requires nothing; a circle ends where it closes.</summary>
    private static Dictionary<string, int> Levels(IReadOnlyList<DocumentElement> elements)
    {
        var known = elements.DistinctBy(element => element.Id).ToDictionary(element => element.Id, StringComparer.Ordinal);
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            Level(element.Id);
        }

        return levels;

        int Level(string id)
        {
            if (levels.TryGetValue(id, out var level))
            {
                return level;
            }

            if (!known.TryGetValue(id, out var element) || !open.Add(id))
            {
                return 0;
            }

            level = element.Requires.Where(known.ContainsKey).Select(required => Level(required) + 1).DefaultIfEmpty(0).Max();
            open.Remove(id);
            return levels[id] = level;
        }
    }
}
