using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.MessageTexts;

/// <summary>Loads the messages a new database begins with; what staff have written since is left alone.</summary>
public sealed class LoadMessages(ApprovalsDbContext context, TimeProvider clock)
{
    private const string Chinese = ".zh-CN.md";
    private const string Subject = "subject:";

    /// <summary>Loads every pair of <c>name.zh-CN.md</c> and <c>name.en.md</c> of a folder; one that is not there loads nothing.</summary>
    /// <exception cref="InvalidOperationException">A file is wrong.</exception>
    public async Task HandleAsync(string folder, CancellationToken cancellationToken)
    {
        var known = await context.MessageTemplates.AsNoTracking().Select(t => t.Name).Distinct().ToListAsync(cancellationToken);
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*{Chinese}").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        foreach (var file in files.Where(f => !known.Contains(NameOf(f))))
        {
            var (zh, en) = (await ReadAsync(file, cancellationToken), await ReadAsync(file.Replace(Chinese, ".en.md", StringComparison.Ordinal), cancellationToken));
            var row = new MessageTemplate
            {
                Name = NameOf(file), Number = 1, SubjectZh = zh.Subject, BodyZh = zh.Body, SubjectEn = en.Subject, BodyEn = en.Body, At = clock.GetUtcNow(),
            };
            if (MessageText.Compile(row) is { IsSuccess: false, Error: var error })
            {
                throw new InvalidOperationException($"{file}: {error.Code} {string.Join(", ", error.Data.Select(d => $"{d.Key} {d.Value}"))}");
            }

            context.MessageTemplates.Add(row);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static string NameOf(string file) => Path.GetFileName(file)[..^Chinese.Length];

    private static async Task<(string Subject, string Body)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var parts = (await File.ReadAllTextAsync(file, cancellationToken)).ReplaceLineEndings("\n").Split("---\n", 3);
        return parts is ["", var head, var body] && head.Split('\n').FirstOrDefault(l => l.StartsWith(Subject, StringComparison.Ordinal)) is { } line
            ? (line[Subject.Length..].Trim(), body.Trim('\n'))
            : throw new InvalidOperationException($"{file} must begin with front matter that has a subject.");
    }
}
