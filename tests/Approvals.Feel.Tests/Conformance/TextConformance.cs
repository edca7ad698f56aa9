namespace Approvals.Feel.Tests.Conformance;

/// <summary>DMN 1.5, 10.3.4.1 and 10.3.4.3: conversions, strings and regular expressions.</summary>
public sealed class TextConformance
{
    public static TheoryData<string, string, string> Conversions => Case.Table("""
        number("12.50") ⇒ 12.5 ∵ a number in FEEL's spelling
        number("-3") ⇒ -3 ∵ with a sign
        number(-3.5) ⇒ -3.5 ∵ a number stays what it is
        number(3, " ", ",") ⇒ null! ∵ but has no signs to tell
        number("2e3") ⇒ 2000 ∵ with an exponent
        number("1 234,5", " ", ",") ⇒ 1234.5 ∵ grouped by spaces, with a decimal comma
        number("1.234.567,8", ".", ",") ⇒ 1234567.8 ∵ grouped by dots
        number("1,234", ",", null) ⇒ 1234 ∵ without a decimal sign
        number("1,5", null, ",") ⇒ 1.5 ∵ without grouping
        number("1,5", ",", ",") ⇒ null! ∵ the two signs differ
        number("1'5", "'", ".") ⇒ null! ∵ only these signs group
        number("1;5", null, ";") ⇒ null! ∵ and only these mark decimals
        number(from: "1,5", grouping separator: null, decimal separator: ",") ⇒ 1.5 ∵ by name
        number("") ⇒ null! ∵ nothing is no number
        number("twelve") ⇒ null! ∵ nor is a word
        number("12 months") ⇒ null! ∵ nor a beginning
        number("0x1F") ⇒ null! ∵ nor another base
        number(null) ⇒ null! ∵ nor null
        number("NaN") ⇒ null! ∵ nor what is no number
        string(12.50) ⇒ "12.5" ∵ numbers without trailing zeros
        string(1e10) ⇒ "10000000000" ∵ without an exponent
        string(-0.0) ⇒ "0" ∵ zero has no sign
        string(true) ⇒ "true" ∵ booleans
        string("a\"b") ⇒ "a\"b" ∵ a string is itself
        string(@"2026-01-02") ⇒ "2026-01-02" ∵ dates in ISO form
        string(@"08:05:09.500") ⇒ "08:05:09.5" ∵ times
        string(@"2026-01-02T08:05:09+00:00") ⇒ "2026-01-02T08:05:09Z" ∵ no offset is Z
        string(@"2026-01-02T08:05:09@Asia/Shanghai") ⇒ "2026-01-02T08:05:09@Asia/Shanghai" ∵ a zone by its name
        string(@"12026-01-02") ⇒ "12026-01-02" ∵ long years
        string(@"P30M") ⇒ "P2Y6M" ∵ durations in their largest units
        string(@"PT3600S") ⇒ "PT1H" ∵ of both kinds
        string(@"-P1DT30H") ⇒ "-P2DT6H" ∵ with a sign
        string(@"P0Y") ⇒ "P0M" ∵ nothing of months
        string(@"PT0S") ⇒ "PT0S" ∵ nothing of seconds
        string([1, "a", null]) ⇒ "[1, \"a\", null]" ∵ lists as they are written
        string({a: "b", c d: [1]}) ⇒ "{a: \"b\", \"c d\": [1]}" ∵ contexts as they are written
        string([1..5)) ⇒ "[1..5)" ∵ ranges as they are written
        string(null) ⇒ null! ∵ null is no string
        """);

    public static TheoryData<string, string, string> Strings => Case.Table("""
        substring("approve", 3) ⇒ "prove" ∵ from a position
        substring("approve", 3, 2) ⇒ "pr" ∵ so many
        substring("approve", -3) ⇒ "ove" ∵ from the end
        substring("approve", -3, 1) ⇒ "o" ∵ so many from there
        substring("approve", 1, 100) ⇒ "approve" ∵ not more than there are
        substring("approve", 8) ⇒ "" ∵ nothing is beyond the end
        substring("approve", 0) ⇒ null! ∵ positions count from 1
        substring("approve", -8) ⇒ null! ∵ before the beginning
        substring("approve", 2, 0) ⇒ null! ∵ at least one
        substring("approve", 2, -1) ⇒ null! ∵ never backwards
        substring("a😀b", 2, 1) ⇒ "😀" ∵ code points are counted
        substring("a😀b", -1) ⇒ "b" ∵ from the end too
        substring("approve", "3") ⇒ null! ∵ a position is a number
        substring(null, 1) ⇒ null! ∵ null is no string
        substring(start position: 2, string: "abc") ⇒ "bc" ∵ by name in any order
        string length("") ⇒ 0 ∵ nothing
        string length("审批") ⇒ 2 ∵ code points
        string length("👩‍💻") ⇒ 3 ∵ not what looks like one
        string length(["abc"]) ⇒ 3 ∵ a list of one is taken for its item
        string length(["a", "b"]) ⇒ null! ∵ a longer one is not
        string length(5) ⇒ null! ∵ a number is no string
        upper case("aé9") ⇒ "AÉ9" ∵ letters only
        lower case("AÉ9") ⇒ "aé9" ∵ letters only
        upper case(null) ⇒ null! ∵ null is no string
        substring before("a-b-c", "-") ⇒ "a" ∵ before the first
        substring before("abc", "x") ⇒ "" ∵ there is none
        substring before("abc", "") ⇒ "" ∵ before nothing is nothing
        substring after("a-b-c", "-") ⇒ "b-c" ∵ after the first
        substring after("abc", "x") ⇒ "" ∵ there is none
        substring after("abc", "") ⇒ "abc" ∵ after nothing is all
        substring after("abc", null) ⇒ null! ∵ null is no string
        contains("approve", "pro") ⇒ true ∵ inside
        contains("approve", "Pro") ⇒ false ∵ case matters
        contains("approve", "") ⇒ true ∵ nothing is in everything
        starts with("approve", "ap") ⇒ true ∵ at the beginning
        starts with("approve", "pp") ⇒ false ∵ not there
        ends with("approve", "ve") ⇒ true ∵ at the end
        ends with("approve", "approved") ⇒ false ∵ longer than the text
        string join(["a", "b", "c"], "-") ⇒ "a-b-c" ∵ with something between
        string join(["a", "b"]) ⇒ "ab" ∵ with nothing between
        string join(["a", null, "b"], ",") ⇒ "a,b" ∵ null is left out
        string join([], ",") ⇒ "" ∵ of nothing
        string join("a", ",") ⇒ "a" ∵ of one
        string join([1, 2], ",") ⇒ null! ∵ numbers are no strings
        string join(null, ",") ⇒ null! ∵ nor is null a list
        string join(["a", "b"], 1) ⇒ null! ∵ nor a number a delimiter
        string join(list: ["a", "b"], delimiter: "+") ⇒ "a+b" ∵ by name
        """);

    public static TheoryData<string, string, string> Patterns => Case.Table("""
        matches("A-1234", "[A-Z]-[0-9]{4}") ⇒ true ∵ a class and a count
        matches("see A-1234.", "[A-Z]-[0-9]{4}") ⇒ true ∵ anywhere in the text
        matches("see A-1234.", "^[A-Z]-[0-9]{4}$") ⇒ false ∵ unless it is anchored
        matches("abc\n", "^abc$") ⇒ false ∵ the end is the very end
        matches("one\ntwo", "^two$") ⇒ false ∵ not of a line
        matches("one\ntwo", "^two$", "m") ⇒ true ∵ except with m
        matches("one\ntwo", "one.two") ⇒ false ∵ a dot is no new line
        matches("one\rtwo", "one.two") ⇒ false ∵ nor a carriage return
        matches("one\ntwo", "one.two", "s") ⇒ true ∵ except with s
        matches("Straße", "STRASSE", "i") ⇒ false ∵ letters are compared one by one
        matches("ABC", "abc", "i") ⇒ true ∵ whatever the case with i
        matches("ab c", "a b\ c", "x") ⇒ false ∵ space goes even out of an escape, which is then another
        matches("abc", " a b c ", "x") ⇒ true ∵ space in the pattern does not count with x
        matches("a b", "a[ ]b", "x") ⇒ true ∵ but in a class
        matches("a.c", "a.c", "q") ⇒ true ∵ with q nothing is special
        matches("abc", "a.c", "q") ⇒ false ∵ not even a dot
        matches("abc", "b", "z") ⇒ null! ∵ no such flag
        matches("abc", "b", "") ⇒ true ∵ no flags
        matches("abc", "b", null) ⇒ true ∵ no flags
        matches("abc", "(") ⇒ null! ∵ a pattern that is none
        matches("abc", "[z-a]") ⇒ null! ∵ nor a class
        matches("abc", "a{2,1}") ⇒ null! ∵ nor a count
        matches("aa", "(a)\1") ⇒ null! ∵ references back would need backtracking
        matches("ab", "a(?=b)") ⇒ null! ∵ XPath has no look ahead
        matches("ab", "(?i)AB") ⇒ null! ∵ nor flags inside
        matches("ab", "(?:a)(b)") ⇒ true ∵ but groups that do not count
        matches("月A", "\p{Lu}") ⇒ true ∵ categories of characters
        matches("月", "\p{IsCJKUnifiedIdeographs}") ⇒ true ∵ and blocks
        matches("x1", "\i\c") ⇒ true ∵ the characters of XML names
        matches("é", "\w") ⇒ true ∵ letters of any script
        matches("𝒞", "^[𝒜-𝒵]$") ⇒ true ∵ a range beyond the first plane
        matches("𝒞", "^[𝒟-𝒵]$") ⇒ false ∵ it does not lie in
        matches("😀", "^[a😀z]$") ⇒ true ∵ one of several
        matches("😁", "^[a😀z]$") ⇒ false ∵ another with the same first half
        matches("𐀀", "^[一-𐀁]$") ⇒ true ∵ a range from plane to plane
        matches("𝒞", "^[^b]$") ⇒ true ∵ what is excluded leaves it one character
        matches("𝒞", "^[^𝒞]$") ⇒ false ∵ it is excluded itself
        matches("𝒟", "^[^𝒞]$") ⇒ true ∵ its neighbour is not
        matches("𝒞", "^[𝒜-𝒵-[𝒞]]$") ⇒ false ∵ taken out of a range
        matches("𝒟", "^[𝒜-𝒵-[𝒞]]$") ⇒ true ∵ left in it
        matches("x", "^[a-z-[^x]]$") ⇒ true ∵ all but one taken out
        matches("𝒞", "^..$") ⇒ false ∵ a dot is no half of a character
        matches("𝒞", "^\S$") ⇒ true ∵ nor is what is no space
        matches("a-b", "^[a\-]+b$") ⇒ true ∵ an escaped sign in a class
        matches("a-b", "^[a-]+b$") ⇒ true ∵ a sign at its end
        matches("]", "^[\]]$") ⇒ true ∵ an escaped bracket
        matches("a", "[]") ⇒ null! ∵ a class of nothing
        matches("a", "[a[b]]") ⇒ null! ∵ a class in a class takes out or is none
        matches("a", "[a") ⇒ null! ∵ a class without an end
        replace("a𝒞b", "[^a-z]", "-") ⇒ "a-b" ∵ one character, one replacement
        matches("b", "[a-z-[aeiou]]") ⇒ true ∵ one class less another
        matches("e", "[a-z-[aeiou]]") ⇒ false ∵ one class less another
        matches("😀", "^.$") ⇒ true ∵ a dot is a code point
        matches(null, "a") ⇒ null! ∵ null is no text
        matches("a", null) ⇒ null! ∵ nor a pattern
        replace("2026-01-02", "-", "/") ⇒ "2026/01/02" ∵ each
        replace("2026-01-02", "(\d+)-(\d+)-(\d+)", "$3.$2.$1") ⇒ "02.01.2026" ∵ groups by number
        replace("abc", "b", "[$0]") ⇒ "a[b]c" ∵ the whole match is 0
        replace("abc", "b", "\$1") ⇒ "a$1c" ∵ a dollar sign escaped
        replace("abc", "b", "$") ⇒ null! ∵ a dollar sign alone
        replace("abc", "b", "\n") ⇒ "a\nc" ∵ an escape of FEEL
        replace("abc", "b", "$2") ⇒ "ac" ∵ a group that is not there is nothing
        replace("abc", "x*", "-") ⇒ null! ∵ a pattern must match something
        replace("aBc", "b", "-", "i") ⇒ "a-c" ∵ with flags
        replace("a.c", ".", "-", "q") ⇒ "a-c" ∵ nothing special
        replace("a😀c", ".", "x") ⇒ "xxx" ∵ by code points
        replace("abc", "b", null) ⇒ null! ∵ null replaces nothing
        replace(input: "abc", pattern: "c", replacement: "d") ⇒ "abd" ∵ by name
        split("a, b,c", ",\s*") ⇒ ["a", "b", "c"] ∵ at each match
        split("abc", ",") ⇒ ["abc"] ∵ at none
        split("", ",") ⇒ [""] ∵ nothing stays nothing
        split(",a,", ",") ⇒ ["", "a", ""] ∵ empty parts are kept
        split("a.b", "\.") ⇒ ["a", "b"] ∵ an escaped dot
        split("abc", "(") ⇒ null! ∵ a pattern that is none
        split(null, ",") ⇒ null! ∵ null is no text
        """);

    [Theory]
    [MemberData(nameof(Conversions))]
    public void Conversion_OfAnyValue_IsItOrNull(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Strings))]
    public void StringFunction_ByCodePoints_GivesItsResult(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Pattern_ByTheRulesOfXPath_MatchesInLinearTime(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);
}
