using Approvals.Application.Secrets;

namespace Approvals.Infrastructure.Secrets;

/// <summary>
/// Master keys from a text of one key a line, <c>id base64</c>. The last wraps new keys; earlier ones still open what they
/// wrapped; look-up and audit keys derive from the first for ever.
/// </summary>
public sealed class MasterKeys : IMasterKeys
{
    private readonly Dictionary<string, byte[]> _wrapping;

    private MasterKeys(IReadOnlyList<(string Id, byte[] Key)> keys, ICryptography cryptography)
    {
        _wrapping = keys.ToDictionary(k => k.Id, k => cryptography.Derive(k.Key, "wrap"), StringComparer.Ordinal);
        CurrentId = keys[^1].Id;
        LookUpKey = cryptography.Derive(keys[0].Key, "look-up");
        AuditKey = cryptography.Derive(keys[0].Key, "audit");
    }

    /// <inheritdoc />
    public string CurrentId { get; }

    /// <inheritdoc />
    public byte[] LookUpKey { get; }

    /// <inheritdoc />
    public byte[] AuditKey { get; }

    /// <inheritdoc />
    public byte[] Find(string id) => _wrapping.TryGetValue(id, out var key)
        ? key
        : throw new InvalidOperationException($"The master key {id} is not configured; see docs/operations.md on keys.");

    /// <summary>Reads keys.</summary>
    /// <exception cref="InvalidOperationException">The text holds no key, a short one, or one id twice.</exception>
    public static MasterKeys Parse(string text, ICryptography cryptography)
    {
        var keys = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => Read(line, cryptography.KeyLength))
            .ToList();
        return keys.Count == 0 || keys.Select(k => k.Id).Distinct(StringComparer.Ordinal).Count() != keys.Count
            ? throw new InvalidOperationException("The master keys must be one line each, 'id base64', with different ids.")
            : new MasterKeys(keys, cryptography);
    }

    /// <summary>Reads keys from the environment's text, else from a file; makes the file where that is allowed.</summary>
    /// <exception cref="InvalidOperationException">There is no key and none may be made.</exception>
    public static MasterKeys Load(MasterKeyOptions options, ICryptography cryptography)
    {
        if (!string.IsNullOrWhiteSpace(options.Text))
        {
            return Parse(options.Text.Replace(';', '\n'), cryptography);
        }

        if (!File.Exists(options.File))
        {
            Create(options, cryptography);
        }

        return Parse(File.ReadAllText(options.File), cryptography);
    }

    private static void Create(MasterKeyOptions options, ICryptography cryptography)
    {
        if (!options.MayCreate)
        {
            throw new InvalidOperationException(
                $"There is no master key at {options.File}. Create one, keep a copy apart from the database's backups, and start again.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.File))!);
        var line = $"1 {Convert.ToBase64String(cryptography.NewKey())}\n";
        var access = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(options.File, access);
        writer.Write(line);
    }

    private static (string Id, byte[] Key) Read(string line, int length)
    {
        var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
        var key = new byte[length];
        return parts.Length == 2 && Convert.TryFromBase64String(parts[1], key, out var written) && written == length
            ? (parts[0], key)
            : throw new InvalidOperationException($"A master key is 'id base64' with {length} bytes.");
    }
}

/// <summary>Where the master keys are.</summary>
public sealed record MasterKeyOptions
{
    /// <summary>The keys themselves, lines parted by semicolons, for environments that pass secrets as variables.</summary>
    public string? Text { get; init; }

    /// <summary>The file, used when there is no text.</summary>
    public required string File { get; init; }

    /// <summary>Whether a missing file is made; in Development only.</summary>
    public bool MayCreate { get; init; }
}
