using Approvals.Domain.Letters;
using Approvals.Feel;

namespace Approvals.Domain.Tests.Letters;

public sealed class LineStartTests
{
    [Fact]
    public void Show_DateAtTheStartOfALine_KeepsItsSpaces() =>
        Assert.Equal("2 March 2026", new ValueStyle("en", true).Show(FeelValue.Of(new DateOnly(2026, 3, 2)), true));

    [Theory]
    [InlineData("  1. one", "1\\. one")]
    [InlineData("12) two", "12\\) two")]
    [InlineData("\t- three", "\\- three")]
    public void Show_WhatLooksLikeAListAtTheStartOfALine_IsNone(string text, string shown) =>
        Assert.Equal(shown, new ValueStyle("en", true).Show(FeelValue.Of(text), true));
}
