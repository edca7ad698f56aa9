namespace Approvals.Feel.Tests.Conformance;

/// <summary>DMN 1.5, 10.3.1: what is read, and in which order it is worked.</summary>
public sealed class GrammarConformance
{
    public static TheoryData<string, string, string> Precedence => Case.Table("""
        2 + 3 * 4 ⇒ 14 ∵ multiplication binds before addition
        (2 + 3) * 4 ⇒ 20 ∵ parentheses come first
        20 - 5 - 3 ⇒ 12 ∵ subtraction goes from left to right
        100 / 5 / 2 ⇒ 10 ∵ division goes from left to right
        7 - 2 + 1 ⇒ 6 ∵ addition and subtraction are of one rank
        8 / 2 * 3 ⇒ 12 ∵ multiplication and division are of one rank
        2 ** 2 ** 3 ⇒ 64 ∵ exponentiation goes from left to right, like the other operators
        2 * 3 ** 2 ⇒ 18 ∵ exponentiation binds before multiplication
        -4 ** 2 ⇒ 16 ∵ the minus sign binds before exponentiation
        -(4 ** 2) ⇒ -16 ∵ parentheses come first
        2 ** -1 ⇒ 0.5 ∵ an exponent may have a sign
        5 - -3 ⇒ 8 ∵ a sign may follow an operator
        ---5 ⇒ -5 ∵ signs may follow each other
        1 + 1 = 2 ⇒ true ∵ arithmetic binds before comparison
        2 > 1 and 3 > 2 ⇒ true ∵ comparison binds before and
        true or false and false ⇒ true ∵ and binds before or
        (true or false) and false ⇒ false ∵ parentheses come first
        false and false or true ⇒ true ∵ and binds before or on the left too
        1 < 2 = true ⇒ true ∵ comparisons go from left to right
        3 between 1 + 1 and 2 * 2 ⇒ true ∵ between takes arithmetic at both ends
        3 between 1 and 5 and true ⇒ true ∵ the second and belongs to the conjunction
        3 in [1..5] and false ⇒ false ∵ in binds before and
        1 + 2 in (3, 4) ⇒ true ∵ arithmetic binds before in
        if true then 1 else 2 + 3 ⇒ 1 ∵ the else branch takes all that follows
        (if false then 1 else 2) + 3 ⇒ 5 ∵ parentheses end the else branch
        for i in [1, 2] return i + 1 ⇒ [2, 3] ∵ return takes all that follows
        [1, 2, 3][1] + [4][1] ⇒ 5 ∵ filters bind before arithmetic
        {a: {b: 2}}.a.b * 3 ⇒ 6 ∵ paths bind before arithmetic
        -[5][1] ⇒ -5 ∵ a filter binds before the sign
        (function(x) x * 2)(4) + 1 ⇒ 9 ∵ invocation binds before arithmetic
        """);

    public static TheoryData<string, string, string> Literals => Case.Table("""
        007 ⇒ 7 ∵ leading zeros do not matter
        1.50 = 1.5 ⇒ true ∵ trailing zeros do not matter
        .75 ⇒ 0.75 ∵ the whole part may be missing
        -.5 ⇒ -0.5 ∵ and with a sign
        4e2 ⇒ 400 ∵ an exponent may be written
        4E-2 ⇒ 0.04 ∵ in capitals, with a sign
        5e+1 ⇒ 50 ∵ with a plus
        1.25e1 ⇒ 12.5 ∵ after a fraction
        0.1 + 0.2 = 0.3 ⇒ true ∵ numbers are decimal
        "" ⇒ "" ∵ a string may be empty
        "a" "b" ⇒ refused ∵ strings do not join by standing together
        "it's" ⇒ "it's" ∵ an apostrophe needs no escape
        "tab\there" = "tab	here" ⇒ true ∵ escape of a tab
        string length("\n\r\t") ⇒ 3 ∵ each escape is one character
        "\"quoted\"" = "\u0022quoted\u0022" ⇒ true ∵ quotation marks are escaped in two ways
        "\\" = "\u005c" ⇒ true ∵ so is a backslash
        "\u4e2d\u6587" ⇒ "中文" ∵ four digits
        "\U01F600" ⇒ "😀" ∵ six digits
        string length("\uD83D\uDE00") ⇒ 1 ∵ two surrogates are one code point
        string length("\q") ⇒ 2 ∵ an unknown escape stands for itself
        "open ⇒ refused ∵ a string must end
        true ⇒ not(false) ∵ boolean literals
        null ⇒ null ∵ the null literal
        True ⇒ null! ∵ literals are spelled in lower case; this is a name
        @"2026-02-28" ⇒ date("2026-02-28") ∵ at literal of a date
        @"23:59:59" ⇒ time("23:59:59") ∵ of a time
        @"2026-02-28T23:59:59Z" ⇒ date and time("2026-02-28T23:59:59Z") ∵ of a date and time
        @"P10Y" ⇒ duration("P10Y") ∵ of a duration of years
        @"-PT90S" ⇒ duration("-PT1M30S") ∵ of a negative duration
        @"10:00:00@Asia/Shanghai" ⇒ time("10:00:00@Asia/Shanghai") ∵ with a zone
        @"2026-02-30" ⇒ refused ∵ there is no such day
        @"hello" ⇒ refused ∵ nor such a literal
        @"" ⇒ refused ∵ nor an empty one
        @ "P1D" ⇒ @"P1D" ∵ space may follow the sign
        """);

    public static TheoryData<string, string, string> Trivia => Case.Table("""
        1 // one ⇒ 1 ∵ a comment to the end of the line
        /* one */ 1 ⇒ 1 ∵ a comment before
        1 + /* two */ 2 ⇒ 3 ∵ a comment between
        1 /* a // b */ + 1 ⇒ 2 ∵ one comment inside the other is text
        "/* no */" ⇒ "/* no */" ∵ a comment inside a string is text
        1 /* open ⇒ refused ∵ a comment must end
        /* only */ ⇒ refused ∵ a comment is no expression
        1	+	1 ⇒ 2 ∵ tabs are space
        1 + 1 ⇒ 2 ∵ so is the space that does not break
        　1　+　1 ⇒ 2 ∵ and the ideographic space
        """);

    public static TheoryData<string, string, string> Mistakes => Case.Table("""
        1 + ⇒ refused ∵ an operand is missing
        * 2 ⇒ refused ∵ on the left as well
        (1 ⇒ refused ∵ a parenthesis is open
        1) ⇒ refused ∵ or closed twice
        [1, 2 ⇒ refused ∵ a list is open
        [1, , 2] ⇒ refused ∵ an item is missing
        {a 1} ⇒ refused ∵ a colon is missing
        {a: } ⇒ refused ∵ a value is missing
        {a: 1, a: 2} ⇒ refused ∵ a key may stand once
        {: 1} ⇒ refused ∵ a key is missing
        if true then 1 ⇒ refused ∵ else is not optional
        if true 1 else 2 ⇒ refused ∵ nor is then
        for in [1] return 1 ⇒ refused ∵ a variable is missing
        for x [1] return x ⇒ refused ∵ in is missing
        for x in [1] x ⇒ refused ∵ return is missing
        some x in [1] return x ⇒ refused ∵ some asks for satisfies
        every x satisfies x ⇒ refused ∵ every asks for in
        1 between 2 ⇒ refused ∵ between asks for and
        1 instance number ⇒ refused ∵ instance asks for of
        1 instance of nothing ⇒ refused ∵ there is no such type
        function(a ⇒ refused ∵ parameters are open
        count(list: [1], 2) ⇒ refused ∵ arguments are named or not, never both
        a..b ⇒ refused ∵ a range needs its brackets
        [1..] ⇒ refused ∵ a range needs both ends
        1 <> 2 ⇒ refused ∵ not equal is written !=
        1 == 2 ⇒ refused ∵ equal is written =
        1 && 2 ⇒ refused ∵ and is written and
        !true ⇒ refused ∵ not is a function
        'a' ⇒ refused ∵ strings stand in double quotation marks
        1 2 ⇒ refused ∵ an operator is missing
        list<number> ⇒ refused ∵ a type is no expression
        """);

    [Theory]
    [MemberData(nameof(Precedence))]
    public void Operators_OfDifferentRank_WorkInOrder(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Literals))]
    public void Literal_Read_IsItsValue(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Trivia))]
    public void SpaceAndComments_AnywhereBetweenTokens_DoNotMatter(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Text_ThatIsNoExpression_IsRefused(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);
}
