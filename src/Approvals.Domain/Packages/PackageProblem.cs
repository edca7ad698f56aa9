namespace Approvals.Domain.Packages;

/// <summary>How bad a problem of a package is.</summary>
public enum ProblemSeverity
{
    /// <summary>The package runs, but something is not as it seems.</summary>
    Warning,

    /// <summary>The package cannot run.</summary>
    Error,
}

/// <summary>What is wrong with a package, and where.</summary>
/// <param name="File">Path of the file inside the package.</param>
/// <param name="Code">Key of the text in the message catalogue.</param>
public sealed record PackageProblem(string File, string Code)
{
    /// <summary>The activity's id, in workflow definitions.</summary>
    public string? Activity { get; init; }

    /// <summary>Where in the file: a JSON pointer, a field's key, or <c>line 3</c>.</summary>
    public string? Place { get; init; }

    /// <summary>How bad it is.</summary>
    public ProblemSeverity Severity { get; init; } = ProblemSeverity.Error;

    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A deeper reason, such as the syntax error of an expression.</summary>
    public Error? Cause { get; init; }

    /// <summary>What was found, where another part has put it in words already; the text's <c>finding</c>.</summary>
    public LocalText? Finding { get; init; }

    /// <summary>Of a broken guarantee: a path that breaks it.</summary>
    public ImmutableArray<PathStep> Path { get => field.IsDefault ? [] : field; init; }

    /// <summary>The same problem with one more placeholder value.</summary>
    public PackageProblem With(string name, string value) => this with { Data = Data.SetItem(name, value) };

    /// <summary>The problem as one sentence with file, activity and place in front.</summary>
    public string Describe(MessageCatalog texts, string? language)
    {
        var where = string.Join(" · ", new[] { File, Activity, Place }.Where(p => !string.IsNullOrEmpty(p)));
        return $"{where}: {What(texts, language)}";
    }

    /// <summary>What is wrong, without where.</summary>
    public string What(MessageCatalog texts, string? language)
    {
        var what = texts.Format(Code, Finding is null ? Data : Data.SetItem("finding", Finding.In(language)), language);
        return Cause is null ? what : $"{what}: {texts.Format(Cause, language)}";
    }
}
