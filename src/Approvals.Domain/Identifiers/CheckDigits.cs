namespace Approvals.Domain.Identifiers;

/// <summary>The check characters of the standards that identifiers follow.</summary>
internal static class CheckDigits
{
    private const string ResidentChecks = "10X98765432";
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] ResidentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] TravelWeights = [7, 3, 1];

    /// <summary>GB 11643: the 18th character over the first 17 digits.</summary>
    internal static char Resident(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < ResidentWeights.Length; i++)
        {
            sum += (digits[i] - '0') * ResidentWeights[i];
        }

        return ResidentChecks[sum % 11];
    }

    /// <summary>GB 32100: the 18th character over the first 17, or null when one is outside the alphabet.</summary>
    internal static char? Credit(ReadOnlySpan<char> characters)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in characters)
        {
            var value = CreditAlphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0) return null;
            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return CreditAlphabet[(31 - (sum % 31)) % 31];
    }

    /// <summary>ICAO 9303: weights 7 3 1, letters count from 10.</summary>
    internal static char Travel(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var value = char.IsAsciiDigit(characters[i]) ? characters[i] - '0' : characters[i] - 'A' + 10;
            sum += value * TravelWeights[i % 3];
        }

        return (char)('0' + (sum % 10));
    }

    /// <summary>GB/T 17710 (ISO 7064) mod 11,10: one digit over digits.</summary>
    internal static char Mod11Comma10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }
}
