using System.Net;
using Approvals.Application.Cards;
using Approvals.Application.CaseViews;

namespace Approvals.Application.Letters;

/// <summary>A letter as a page of its own, with nothing that is fetched from elsewhere: what is printed to a PDF.</summary>
public static class LetterPaper
{
    private const string Style = """
        @page { size: A4; margin: 25mm 22mm; } body { font: 12pt/1.7 "Noto Serif CJK SC", "Noto Sans CJK SC", serif; color: #000; margin: 0; }
        h1 { text-align: center; font-size: 20pt; } .number { text-align: center; } .foot { margin-top: 14mm; display: flex; justify-content: space-between; align-items: flex-end; break-inside: avoid; }
        .qr { width: 32mm; font-size: 8pt; text-align: center; } .qr svg { width: 28mm; height: 28mm; } .issued { position: relative; text-align: center; min-width: 60mm; padding: 14mm 4mm; }
        .issued .seal { position: absolute; inset: 0; margin: auto; width: 42mm; height: 42mm; opacity: .85; } table { border-collapse: collapse; } td, th { border: 1px solid #000; padding: 2mm; }
        """;

    /// <summary>The page.</summary>
    /// <param name="letter">The letter; its body is sanitised.</param>
    /// <param name="language">The language it is in.</param>
    /// <param name="scan">What stands under the code.</param>
    public static string Html(LetterDto letter, string language, string scan)
    {
        var heading = letter.Html.Contains("<h1", StringComparison.Ordinal)
            ? ""
            : $"<h1>{Text(letter.Title)}</h1><p class=\"number\">{Text(letter.Number ?? "")}</p>";
        return $"""
            <!doctype html><html lang="{language}"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text(letter.Title)}</title><style>{Style}</style></head><body>{heading}{letter.Html}
            <div class="foot"><div class="qr">{letter.QrSvg}<div>{Text(scan)}</div></div>
            <div class="issued"><div class="seal">{letter.SealSvg}</div>{Text(letter.Authority)}<br>{letter.IssuedOn:yyyy-MM-dd}</div></div></body></html>
            """;
    }

    /// <summary>The code of the page that checks the letter.</summary>
    public static string Qr(string address) => QrCode.Svg(address);

    private static string Text(string plain) => WebUtility.HtmlEncode(plain);
}
