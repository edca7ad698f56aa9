using QRCoder;

namespace Approvals.Application.Cards;

/// <summary>QR codes as pictures a page can hold inline.</summary>
public static class QrCode
{
    /// <summary>The code of a text as SVG that scales with its box.</summary>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return svg.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
