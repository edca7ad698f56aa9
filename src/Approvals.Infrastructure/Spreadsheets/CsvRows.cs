using System.Collections.Immutable;
using System.Text;

namespace Approvals.Infrastructure.Spreadsheets;

/// <summary>Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotation marks.</summary>
internal static class CsvRows
{
    private static readonly UTF8Encoding Strictly = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows, at most one more than asked for.</summary>
    public static Result<ImmutableArray<ImmutableArray<string>>> Read(ReadOnlySpan<byte> content, int mostRows)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return Read(Strictly.GetString(content), mostRows);
        }
        catch (DecoderFallbackException)
        {
            return new Error("sheets.encoding");
        }
    }

    private static Result<ImmutableArray<ImmutableArray<string>>> Read(string text, int mostRows)
    {
        var reading = new Reading();
        for (var at = 0; at < text.Length && reading.Rows.Count <= mostRows; at++)
        {
            var isDoubled = text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"';
            at += reading.Take(text[at], isDoubled) ? 1 : 0;
        }

        return reading.End();
    }

    /// <summary>The rows so far, the row that is open, and the cell in it.</summary>
    private sealed class Reading
    {
        private readonly ImmutableArray<string>.Builder _row = ImmutableArray.CreateBuilder<string>();
        private readonly StringBuilder _cell = new();
        private bool _quoted;

        public ImmutableArray<ImmutableArray<string>>.Builder Rows { get; } = ImmutableArray.CreateBuilder<ImmutableArray<string>>();

        /// <summary>Takes a letter; true when the next one, a second quotation mark, belongs to it.</summary>
        public bool Take(char letter, bool isDoubled)
        {
            if (_quoted)
            {
                _quoted = letter != '"' || isDoubled;
                if (_quoted)
                {
                    _cell.Append(letter);
                }

                return isDoubled;
            }

            switch (letter)
            {
                case '"' when _cell.Length == 0:
                    _quoted = true;
                    break;
                case ',':
                    EndCell();
                    break;
                case '\n':
                    EndRow();
                    break;
                case '\r':
                    break;
                default:
                    _cell.Append(letter);
                    break;
            }

            return false;
        }

        public Result<ImmutableArray<ImmutableArray<string>>> End()
        {
            if (_quoted)
            {
                return new Error("sheets.quote");
            }

            if (_row.Count > 0 || _cell.Length > 0)
            {
                EndRow();
            }

            return Rows.ToImmutable();
        }

        private void EndCell()
        {
            _row.Add(_cell.ToString());
            _cell.Clear();
        }

        private void EndRow()
        {
            EndCell();
            Rows.Add(_row.ToImmutable());
            _row.Clear();
        }
    }
}
