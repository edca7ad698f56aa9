namespace Approvals.Feel.Tests.Conformance;

/// <summary>DMN 1.5, 10.3.2.3: equality, order, logic and arithmetic.</summary>
public sealed class OperatorConformance
{
    public static TheoryData<string, string, string> Equality => Case.Table("""
        null = null ⇒ true ∵ null equals null
        null != null ⇒ false ∵ and is not unequal to it
        null = false ⇒ false ∵ null beside a value is a boolean, not null
        "" = null ⇒ false ∵ an empty string is not null
        [] != null ⇒ true ∵ nor is an empty list
        {} = null ⇒ false ∵ nor an empty context
        1 = "1" ⇒ null! ∵ values of different kinds cannot be compared
        true != 1 ⇒ null! ∵ not even to be unequal
        [1] = 1 ⇒ null! ∵ a list of one value is a list
        "A" = "a" ⇒ false ∵ case matters
        "é" = "e\u0301" ⇒ false ∵ code points are compared, not looks
        100 = 1e2 ⇒ true ∵ numbers by value
        -0 = 0 ⇒ true ∵ zero has no sign
        [1, [2, 3]] = [1, [2, 3]] ⇒ true ∵ lists by their items
        [1, 2] = [2, 1] ⇒ false ∵ in order
        [1] = [1, 1] ⇒ false ∵ of the same length
        [null] = [null] ⇒ true ∵ null items too
        {a: 1, b: 2} = {b: 2, a: 1} ⇒ true ∵ contexts whatever the order of entries
        {a: 1} = {a: 1, b: null} ⇒ false ∵ with the same keys
        {a: {b: [1]}} = {a: {b: [1.0]}} ⇒ true ∵ deeply
        [1..3] = [1..3] ⇒ true ∵ ranges by their ends
        [1..3] = (1..3] ⇒ false ∵ and by whether they are included
        (> 3) = (>3) ⇒ true ∵ ranges open on one side
        (< 3) = (null..3) ⇒ true ∵ however they are written
        (<= 3) = (null..3] ⇒ true ∵ with the end included
        (>= 3) = [3..null) ⇒ true ∵ or the start
        [null..3) = (< 3) ⇒ false ∵ no end is included where there is none
        time("08:15:30.25") = time("08:15:30.75") ⇒ true ∵ times are compared to the second
        date and time("2024-03-01T08:15:30.25") = date and time("2024-03-01T08:15:30") ⇒ true ∵ dates and times too
        date and time("1969-12-31T23:59:58.5Z") = date and time("1969-12-31T23:59:59Z") ⇒ false ∵ to the second they read
        [1..3] = [1, 2, 3] ⇒ null! ∵ a range is no list
        @"2026-01-01" = date(2026, 1, 1) ⇒ true ∵ dates
        @"10:00:00+01:00" = @"09:00:00Z" ⇒ true ∵ times with offsets by instant
        @"10:00:00" = @"10:00:00Z" ⇒ false ∵ a local time is no instant
        @"2026-01-01T10:00:00+08:00" = @"2026-01-01T02:00:00Z" ⇒ true ∵ dates with times by instant
        @"2026-07-01T10:00:00@Europe/Paris" = @"2026-07-01T08:00:00Z" ⇒ true ∵ a zone's offset is that of the day
        @"2026-01-01T10:00:00@Europe/Paris" = @"2026-01-01T09:00:00Z" ⇒ true ∵ in winter too
        @"2026-01-01" = @"2026-01-01T00:00:00" ⇒ null! ∵ a date is no date and time
        @"P1Y" = @"P12M" ⇒ true ∵ durations by length
        @"PT24H" = @"P1D" ⇒ true ∵ of both kinds
        @"P0Y" = @"PT0S" ⇒ null! ∵ but not across kinds
        abs = abs ⇒ true ∵ a function equals itself
        abs = floor ⇒ false ∵ and no other
        """);

    public static TheoryData<string, string, string> Order => Case.Table("""
        2 < 10 ⇒ true ∵ numbers by value
        "2" < "10" ⇒ false ∵ strings by characters
        "a" < "B" ⇒ false ∵ capitals come first
        "a" < "ab" ⇒ true ∵ a beginning comes first
        "\uFFFD" < "😀" ⇒ true ∵ by code points, not by UTF-16 units
        "中" > "文" ⇒ false ∵ whatever the script
        2 <= 2 ⇒ true ∵ or equal
        2 >= 2.0 ⇒ true ∵ or equal
        2 > 2 ⇒ false ∵ not equal
        null < 1 ⇒ null! ∵ null has no order
        1 >= null ⇒ null! ∵ on either side
        null <= null ⇒ null! ∵ not even with itself
        true < false ⇒ null! ∵ booleans have no order
        [1] < [2] ⇒ null! ∵ nor lists
        {a: 1} > {a: 0} ⇒ null! ∵ nor contexts
        1 < "2" ⇒ null! ∵ nor values of different kinds
        @"2025-12-31" < @"2026-01-01" ⇒ true ∵ dates
        @"09:00:00" < @"10:00:00" ⇒ true ∵ times
        @"10:00:00+02:00" < @"09:00:00Z" ⇒ true ∵ by instant
        @"10:00:00" < @"11:00:00Z" ⇒ null! ∵ a local time and an instant have no order
        @"2026-01-01T00:00:00" < @"2026-01-01T00:00:00.001" ⇒ false ∵ to the second, as they are equal
        @"2026-01-01T00:00:00.999" < @"2026-01-01T00:00:01" ⇒ true ∵ one second is before the next
        @"2026-01-01" < @"2026-01-01T00:00:01" ⇒ null! ∵ a date and a date and time have no order
        @"P11M" < @"P1Y" ⇒ true ∵ durations
        @"-P1D" < @"PT0S" ⇒ true ∵ negative ones
        @"P1M" < @"P31D" ⇒ null! ∵ months are not days
        2 between 1 and 3 ⇒ true ∵ inside
        1 between 1 and 3 ⇒ true ∵ ends included
        3 between 1 and 3 ⇒ true ∵ both
        0 between 1 and 3 ⇒ false ∵ below
        2 between 3 and 1 ⇒ false ∵ ends the wrong way round
        null between 1 and 3 ⇒ null! ∵ null is nowhere
        2 between null and 3 ⇒ null! ∵ an end that is null
        0 between 1 and null ⇒ false ∵ one end suffices to be outside
        2 between "a" and "b" ⇒ null! ∵ ends of another kind
        "b" between "a" and "c" ⇒ true ∵ strings
        @"2026-01-15" between @"2026-01-01" and @"2026-01-31" ⇒ true ∵ dates
        2 in [1..null] ⇒ null! ∵ a range that cannot be made
        2 in ["a"..3] ⇒ null! ∵ its ends do not go together
        2 in ([null..9], 2) ⇒ true ∵ another test is enough
        2 in null ⇒ false ∵ null by itself is a value
        """);

    public static TheoryData<string, string, string> Logic => Case.Table("""
        true and true ⇒ true ∵ both
        true and false ⇒ false ∵ not both
        true and null ⇒ null! ∵ not known
        null and true ⇒ null! ∵ in either order
        false and null ⇒ false ∵ false decides
        null and false ⇒ false ∵ in either order
        null and null ⇒ null! ∵ not known
        "yes" and true ⇒ null! ∵ what is no boolean is as null
        1 and false ⇒ false ∵ but false decides
        true and 1 and false ⇒ false ∵ anywhere in the chain
        false or true ⇒ true ∵ one of them
        false or false ⇒ false ∵ none
        null or true ⇒ true ∵ true decides
        true or null ⇒ true ∵ in either order
        null or false ⇒ null! ∵ not known
        false or null ⇒ null! ∵ not known
        null or null ⇒ null! ∵ not known
        0 or true ⇒ true ∵ what is no boolean is as null
        0 or false ⇒ null! ∵ and not known
        not(true) ⇒ false ∵ the other
        not(false) ⇒ true ∵ the other
        not(null) ⇒ null! ∵ not known
        not("x") ⇒ null! ∵ no boolean
        if true then "a" else "b" ⇒ "a" ∵ the condition holds
        if false then "a" else "b" ⇒ "b" ∵ it does not
        if null then "a" else "b" ⇒ "b" ∵ null does not hold
        if 1 then "a" else "b" ⇒ "b" ∵ nor does what is no boolean
        if 1 > null then 1 else 2 ⇒ 2 ∵ nor what cannot be asked
        if true then null else 1 ⇒ null ∵ a branch may be null
        if false then 1 / 0 else 2 ⇒ 2 ∵ only the branch taken is worked
        """);

    public static TheoryData<string, string, string> Numbers => Case.Table("""
        1 / 4 ⇒ 0.25 ∵ division is not of integers
        1 / 0 ⇒ null! ∵ nothing is divided by zero
        0 / 0 ⇒ null! ∵ not even zero
        2 / 3 * 3 = 2 ⇒ false ∵ a quotient is rounded to the digits there are
        1 + null ⇒ null! ∵ null is no number
        null * 0 ⇒ null! ∵ not even times zero
        1 + "1" ⇒ null! ∵ a string is no number
        "a" + "b" ⇒ "ab" ∵ strings are joined
        "a" + null ⇒ null! ∵ null is no string
        "a" - "a" ⇒ null! ∵ strings are only joined
        "a" * 2 ⇒ null! ∵ not repeated
        [1] + [2] ⇒ null! ∵ lists do not add
        true + 1 ⇒ null! ∵ nor booleans
        -true ⇒ null! ∵ a boolean has no sign
        -"1" ⇒ null! ∵ nor a string
        -null ⇒ null! ∵ nor null
        2 ** 10 ⇒ 1024 ∵ powers
        2 ** 0 ⇒ 1 ∵ of nothing
        0 ** 0 ⇒ 1 ∵ by convention
        0 ** -1 ⇒ null! ∵ is a division by zero
        9 ** 0.5 ⇒ 3 ∵ a root of a square is whole
        27 ** (1 / 3) ⇒ 3 ∵ of a cube too
        (-9) ** 0.5 ⇒ null! ∵ there is no such root
        10 ** 28 * 100 ⇒ null! ∵ more digits than a number has
        10 ** 40 ⇒ null! ∵ in a power as well
        1.1 ** 3 ⇒ 1.331 ∵ exactly
        "2" ** 2 ⇒ null! ∵ a string has no power
        0.1 * 3 ⇒ 0.3 ∵ exactly
        1e-20 * 1e-20 ⇒ 0 ∵ what is smaller than the digits is zero
        """);

    [Theory]
    [MemberData(nameof(Equality))]
    public void Equal_AnyKinds_ByValue(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Order))]
    public void Order_ComparableKinds_ElseNull(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Logic))]
    public void Logic_OfThreeValues_FollowsTheTables(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Arithmetic_OfNumbersAndStrings_IsExactOrNull(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);
}
