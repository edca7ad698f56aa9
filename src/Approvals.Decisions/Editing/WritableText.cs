using System.Xml;

namespace Approvals.Decisions;

/// <summary>Which texts a DMN file can keep.</summary>
public static class WritableText
{
    /// <summary>Whether a text is short enough and has no characters that XML has no place for.</summary>
    public static bool Holds(string text)
    {
        if (text.Length > TableSheet.MostCharacters)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
