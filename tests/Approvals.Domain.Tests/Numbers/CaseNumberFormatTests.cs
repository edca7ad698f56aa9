using Approvals.Domain.Numbers;

namespace Approvals.Domain.Tests.Numbers;

public sealed class CaseNumberFormatTests
{
    private static readonly CaseNumber Number = new("220104", new DateOnly(2026, 9, 18), "01", 23);

    [Fact]
    public void Format_Default_HasItsPartsAndTheCheckDigit()
    {
        var text = CaseNumberFormat.Default.Format(Number).Value;

        Assert.StartsWith("220104202609180100023", text, StringComparison.Ordinal);
        Assert.Equal(22, text.Length);
        Assert.Equal(Number, CaseNumberFormat.Default.Read(text).Value);
    }

    [Fact]
    public void CheckDigit_ExampleOfTheStandard_Is5() => Assert.Equal('5', CaseNumberFormat.CheckDigit("0794"));

    [Fact]
    public void Check_OneDigitChanged_IsFound()
    {
        var text = CaseNumberFormat.Default.Format(Number).Value;
        for (var i = 0; i < text.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = text[..i] + digit + text[(i + 1)..];
                Assert.Equal(changed == text, CaseNumberFormat.Default.Check(changed));
            }
        }
    }

    [Fact]
    public void Format_OtherPattern_KeepsItsLiterals()
    {
        var format = CaseNumberFormat.Parse("JL-{date:yyyy}-{region:4}-{service:3}-{serial:4}").Value;

        Assert.Equal("JL-2026-2201-001-0023", format.Format(Number).Value);
        Assert.Equal(23, format.Read("JL-2026-2201-001-0023").Value.Serial);
    }

    [Fact]
    public void Format_SerialBeyondItsPlace_IsRefused() =>
        Assert.Equal("numbers.serialExhausted", CaseNumberFormat.Default.Format(Number with { Serial = 100_000 }).Error?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("{region:6}{date:yyyyMMdd}")]
    [InlineData("{serial:5}{serial:5}")]
    [InlineData("{serial:5")]
    [InlineData("{serial:x}")]
    [InlineData("{serial:99}")]
    [InlineData("{check}{serial:5}")]
    [InlineData("{date:HHmm}{serial:5}")]
    [InlineData("{colour:2}{serial:5}")]
    public void Parse_BrokenPattern_IsRefused(string pattern) => Assert.Equal("numbers.pattern", CaseNumberFormat.Parse(pattern).Error?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("220104")]
    [InlineData("2201042026131801000230")]
    [InlineData("22010420260918010002３0")]
    public void Read_NotANumber_IsRefused(string text) => Assert.Equal("numbers.invalid", CaseNumberFormat.Default.Read(text).Error?.Code);
}
