using Approvals.Domain.Identifiers;

namespace Approvals.Domain.Tests.Identifiers;

public sealed class MasksTests
{
    [Theory]
    [InlineData(MaskKind.Identifier, "220104199003079918", "2201**********9918")]
    [InlineData(MaskKind.Mobile, "13812341234", "138****1234")]
    [InlineData(MaskKind.Name, "张三", "张*")]
    [InlineData(MaskKind.Name, "𠮷田", "𠮷*")]
    [InlineData(MaskKind.Identifier, "E12345678", "E1*****78")]
    [InlineData(MaskKind.Identifier, "ABC", "***")]
    [InlineData(MaskKind.Identifier, "lihua@example.com", "l****@example.com")]
    [InlineData(MaskKind.Whole, "anything", "****")]
    [InlineData(MaskKind.Month, "1985-06-12", "1985-06")]
    [InlineData(MaskKind.Month, "12 June 1985", "****")]
    [InlineData(MaskKind.None, "anything", "anything")]
    [InlineData(MaskKind.Identifier, "", "")]
    public void Apply_Kind_HidesTheMiddle(MaskKind kind, string value, string masked) => Assert.Equal(masked, Masks.Apply(kind, value));

    [Fact]
    public void Apply_CreditCode_IsPublic() => Assert.Equal("91220101MA17ABCD2W", Masks.Apply(IdentifierKind.Uscc, "91220101MA17ABCD2W"));

    [Fact]
    public void Apply_EveryIdentifier_HidesAtLeastAThird()
    {
        foreach (var vector in TestData.Json("data/identifiers.json").GetProperty("valid").EnumerateObject().Where(v => v.Name != "uscc"))
        {
            Assert.True(IdentifierKinds.TryParse(vector.Name, out var kind));
            Assert.All(vector.Value.EnumerateArray().Select(v => v.GetString()!), v => Assert.True(Masks.Apply(kind, v).Count(c => c == '*') >= v.Length / 3));
        }
    }
}
