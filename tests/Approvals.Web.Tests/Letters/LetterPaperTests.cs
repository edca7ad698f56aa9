using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Approvals.Application.Letters;
using Microsoft.AspNetCore.Hosting;

namespace Approvals.Web.Tests.Letters;

/// <summary>What a letter looks like, and that it comes as PDF where the machine can print one and by the page's own print style elsewhere.</summary>
public sealed partial class LetterPaperTests(PrintlessProduct server) : IClassFixture<PrintlessProduct>
{
    [Theory]
    [InlineData("长春市人才工作办公室")]
    [InlineData("A")]
    [InlineData("吉林省人力资源和社会保障厅人才开发与引进服务管理综合处第一办公室")]
    public void Seal_ShowsEachSignOfTheAuthorityInItsPlaceAroundTheStar(string authority)
    {
        var seal = XElement.Parse(SealImage.Svg(authority));
        var signs = seal.Elements().Where(e => e.Name.LocalName == "text").ToList();
        var angles = signs.Select(s => double.Parse(Angle().Match((string)s.Attribute("transform")!).Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(authority, string.Concat(signs.Select(s => s.Value)));
        Assert.All(angles, a => Assert.InRange(a, -135.5, 135.5));
        Assert.Equal(angles.Order(), angles);
        Assert.Equal(0, angles.Sum(), 1);
        Assert.Single(seal.Elements(), e => e.Name.LocalName == "path");
    }

    [Fact]
    public void Seal_OfAHostileName_IsTextAndNothingElse() =>
        Assert.Equal("<script>&\"", string.Concat(XElement.Parse(SealImage.Svg("<script>&\"")).Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value)));

    [Fact]
    public async Task Letter_WhereNothingPrints_OffersThePageAlone()
    {
        var letter = await LetterAsync(server, "printless");
        var shown = await letter.Applicant.GetAsync($"/api/letters/{letter.Id}");

        Assert.False(shown["pdf"].GetBoolean());
        Assert.Contains("<svg", shown.Text("qrSvg"), StringComparison.Ordinal);
        var refused = await letter.Applicant.GetAsync($"/api/letters/{letter.Id}/pdf");
        Assert.Equal((409, "letters.noPdf"), (refused.Status, refused.Code));
    }

    [InstalledChromium]
    public async Task Letter_WhereChromiumIsInstalled_ComesAsPdf()
    {
        await using var printing = new ProductServer();
        var letter = await LetterAsync(printing, "printed");

        using var response = await letter.Applicant.Client.GetAsync(new Uri($"/api/letters/{letter.Id}/pdf", UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal((200, "application/pdf"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(bytes, 0, 8), StringComparison.Ordinal);
        Assert.True(bytes.Length > 2_000, $"{bytes.Length} bytes");
    }

    private static async Task<(Visitor Applicant, string Id)> LetterAsync(ProductServer product, string service)
    {
        await product.LoadAsync(LetterTests.Telling(service));
        var applicant = await product.SignInAsync("liu.bowen");
        var id = await applicant.ApplyAsync(service);
        return (applicant, (await applicant.GetAsync($"/api/cases/{id}"))["letters"][0].GetProperty("id").GetString()!);
    }

    [GeneratedRegex(@"(?<=rotate\()-?[0-9.]+")]
    private static partial Regex Angle();
}

/// <summary>A product on a machine that has nothing that prints.</summary>
public sealed class PrintlessProduct : ProductServer
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Printing:Chromium", "none");
    }
}

/// <summary>A test that only a machine with a Chromium can run; elsewhere it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InstalledChromiumAttribute : FactAttribute
{
    public InstalledChromiumAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Skip = folders.Any(f => new[] { "chromium", "chromium-browser", "google-chrome", "chrome" }.Any(n => File.Exists(Path.Combine(f, n)))) ? null : "No Chromium is installed.";
    }
}
