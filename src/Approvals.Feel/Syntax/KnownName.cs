namespace Approvals.Feel;

/// <summary>A known name of more than one word, as the pieces that must follow each other in the text.</summary>
internal sealed class KnownName
{
    private readonly string[] _pieces;

    private KnownName(string name, string[] pieces) => (Name, _pieces) = (name, pieces);

    /// <summary>The name as it was declared, whitespace normalised.</summary>
    public string Name { get; }

    /// <summary>The word the name begins with.</summary>
    public string FirstWord => _pieces[0];

    /// <summary>The known name, or null when it is one word and needs no knowledge.</summary>
    public static KnownName? Of(string name)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] != ' ' && !FeelName.IsSign(name[i]))
            {
                continue;
            }

            if (i > start)
            {
                pieces.Add(name[start..i]);
            }

            if (i < name.Length && name[i] != ' ')
            {
                pieces.Add(name[i].ToString());
            }

            start = i + 1;
        }

        return pieces.Count < 2 ? null : new KnownName(name, [.. pieces]);
    }

    /// <summary>Where the name ends in the text, when it stands there; else 0.</summary>
    public int EndAt(string text, int at)
    {
        foreach (var piece in _pieces)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (string.CompareOrdinal(text, at, piece, 0, piece.Length) != 0)
            {
                return 0;
            }

            at += piece.Length;
            if (!FeelName.IsSign(piece[0]) && at < text.Length && System.Text.Rune.TryGetRuneAt(text, at, out var next) && FeelName.IsPart(next))
            {
                return 0;
            }
        }

        return at;
    }
}
