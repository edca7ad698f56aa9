namespace Approvals.Domain.Forms;

/// <summary>Checks the files that a picker names: they exist for this person, are of the asked type, format and size.</summary>
internal static class FileCheckup
{
    internal static FieldError? Error(FieldCase field)
    {
        if (field.Scope.Files is not { } files) return null;
        foreach (var id in field.Value.AsList())
        {
            if (!id.TryGetString(out var text) || !files.TryGetValue(text, out var file)) return field.Wrong("forms.fileUnknown");
            if (Error(field, file) is { } error) return error.With("file", file.Name);
        }

        return null;
    }

    private static FieldError? Error(FieldCase field, FormFile file)
    {
        var rules = field.Component.Rules;
        if (rules.Document is { } type && file.Type != type) return field.Wrong("forms.fileType");
        if (!rules.Formats.IsEmpty && !rules.Formats.Contains(file.Format.ToLowerInvariant()))
        {
            return field.Wrong("forms.fileFormat").With("formats", string.Join(", ", rules.Formats));
        }

        return rules.MaxMegabytes is { } most && file.Bytes > most * 1024 * 1024 ? field.Wrong("forms.fileSize", "max", most) : null;
    }
}
