using Approvals.Domain.Identifiers;

namespace Approvals.Domain.Tests.Identifiers;

public sealed class IdentifierCheckTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<string, string> Valid() => Vectors("valid");

    public static TheoryData<string, string> Invalid() => Vectors("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void Check_ValidVector_GivesTheIdentifier(string kind, string value)
    {
        var result = IdentifierCheck.Check(Kind(kind), value, Today);

        Assert.Null(result.Error);
        Assert.Equal(value, result.Value.Value);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Check_InvalidVector_IsRefused(string kind, string value)
    {
        var result = IdentifierCheck.Check(Kind(kind), value, Today);

        Assert.False(result.IsSuccess);
        Assert.StartsWith("identifiers.", result.Error.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_OfTheVectors_AreAllKnown() =>
        Assert.All(TestData.Json("data/identifiers.json").GetProperty("rules").EnumerateObject(), r => Kind(r.Name));

    [Theory]
    [InlineData("220104199003079918", "1990-03-07", Sex.Male)]
    [InlineData("220203199202299920", "1992-02-29", Sex.Female)]
    public void Check_ResidentId_TellsBirthDateAndSex(string value, string birth, Sex sex)
    {
        var identifier = IdentifierCheck.Check(IdentifierKind.ResidentId, value, Today).Value;

        Assert.Equal(DateOnly.ParseExact(birth, "yyyy-MM-dd"), identifier.BirthDate);
        Assert.Equal(sex, identifier.Sex);
    }

    [Fact]
    public void Check_SmallCheckCharacter_IsMadeCapital() =>
        Assert.Equal("22010219880807990X", IdentifierCheck.Check(IdentifierKind.ResidentId, "22010219880807990x", Today).Value.Value);

    [Fact]
    public void Check_BornTomorrow_IsRefused() =>
        Assert.Equal("identifiers.birthDate", IdentifierCheck.Check(IdentifierKind.ResidentId, "220104199003079918", new DateOnly(1990, 3, 6)).Error?.Code);

    [Theory]
    [InlineData("zhang.san@example.com", true)]
    [InlineData("zhang san@example.com", false)]
    [InlineData("zhang@example", false)]
    [InlineData("@example.com", false)]
    [InlineData("13800138000\n", false)]
    public void Check_Email_FollowsItsShape(string value, bool valid) =>
        Assert.Equal(valid, IdentifierCheck.Check(IdentifierKind.Email, value, Today).IsSuccess);

    [Theory]
    [InlineData("1380013800\n0")]
    [InlineData("13800138000\n")]
    [InlineData("１３８００１３８０００")]
    [InlineData("")]
    public void Check_MobileWithOtherCharacters_IsRefused(string value) =>
        Assert.False(IdentifierCheck.Check(IdentifierKind.Mobile, value, Today).IsSuccess);

    [Fact]
    public void Check_AnyChangedDigit_IsFoundByTheCheckDigit()
    {
        const string Valid = "220104199003079918";
        for (var i = 14; i < 17; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = Valid[..i] + digit + Valid[(i + 1)..];
                Assert.Equal(changed == Valid, IdentifierCheck.Check(IdentifierKind.ResidentId, changed, Today).IsSuccess);
            }
        }
    }

    private static IdentifierKind Kind(string code) =>
        IdentifierKinds.TryParse(code, out var kind) ? kind : throw new InvalidOperationException(code);

    private static TheoryData<string, string> Vectors(string name)
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in TestData.Json("data/identifiers.json").GetProperty(name).EnumerateObject())
        {
            foreach (var value in kind.Value.EnumerateArray()) data.Add(kind.Name, value.GetString()!);
        }

        return data;
    }
}
