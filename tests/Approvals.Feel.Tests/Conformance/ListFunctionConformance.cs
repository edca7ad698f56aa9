namespace Approvals.Feel.Tests.Conformance;

/// <summary>DMN 1.5, 10.3.4.2 and 10.3.4.4 to 10.3.4.11: booleans, lists, numbers, ranges, contexts and order.</summary>
public sealed class ListFunctionConformance
{
    public static TheoryData<string, string, string> Lists => Case.Table("""
        list contains([1, [2]], [2]) ⇒ true ∵ items may be lists
        list contains([1, 2], "1") ⇒ false ∵ of another kind
        list contains([], null) ⇒ false ∵ nothing is in nothing
        list contains(element: 1, list: [1]) ⇒ true ∵ by name
        count([1, null]) ⇒ 2 ∵ null counts
        count("a") ⇒ 1 ∵ a single value is a list of one
        count(1, 2) ⇒ null! ∵ of one list
        min(3, 1, 2) ⇒ 1 ∵ of arguments
        min(["b", "a"]) ⇒ "a" ∵ of strings
        max([@"P1M", @"P1Y"]) ⇒ @"P1Y" ∵ of durations
        max(1, "a") ⇒ null! ∵ of one kind
        min([null]) ⇒ null! ∵ null has no order
        sum(1, 2, 3) ⇒ 6 ∵ of arguments
        sum([0.1, 0.2]) ⇒ 0.3 ∵ exactly
        sum([@"PT1H", @"PT2H"]) ⇒ @"PT3H" ∵ of durations
        sum([1, "2"]) ⇒ null! ∵ a string does not add
        sum(["a", "b"]) ⇒ null! ∵ strings are not summed
        mean([1, 2]) ⇒ 1.5 ∵ the sum by the count
        mean(5) ⇒ 5 ∵ of one
        mean(["a"]) ⇒ null! ∵ of numbers
        product([2, 3, 4]) ⇒ 24 ∵ of a list
        product(2, null) ⇒ null! ∵ null does not multiply
        median([5, 1, 3]) ⇒ 3 ∵ the middle one
        median(4, 1, 3, 2) ⇒ 2.5 ∵ between the two middle ones
        median([1, "a"]) ⇒ null! ∵ of numbers
        stddev(1, 3) = sqrt(2) ⇒ true ∵ of a sample
        stddev([2, 2, 2]) ⇒ 0 ∵ none
        mode([1, 2, 2, 3, 3]) ⇒ [2, 3] ∵ the most frequent, in order
        mode([]) ⇒ [] ∵ of none
        mode(["a"]) ⇒ null! ∵ of numbers
        all([true, true]) ⇒ true ∵ all are
        all(true, false, null) ⇒ false ∵ one that is not decides
        all([]) ⇒ true ∵ none is not
        all(null) ⇒ null! ∵ null is no list
        all() ⇒ null! ∵ of something
        any([false, true]) ⇒ true ∵ one is
        any([]) ⇒ false ∵ none is
        any(false, "x") ⇒ null! ∵ not known
        sublist([1, 2, 3, 4], 2) ⇒ [2, 3, 4] ∵ from a position
        sublist([1, 2, 3, 4], 2, 2) ⇒ [2, 3] ∵ so many
        sublist([1, 2, 3, 4], -2, 1) ⇒ [3] ∵ from the end
        sublist([1, 2], 1, 3) ⇒ null! ∵ not so many are there
        sublist([1, 2], 0) ⇒ null! ∵ positions count from 1
        append([1], 2, [3]) ⇒ [1, 2, [3]] ∵ items as they are
        append([], null) ⇒ [null] ∵ null as well
        append(null, 1) ⇒ null! ∵ null is no list
        concatenate([1], [2, [3]]) ⇒ [1, 2, [3]] ∵ one level
        concatenate([1], 2) ⇒ [1, 2] ∵ a single value is a list of one
        concatenate() ⇒ null! ∵ of something
        insert before([1, 3], 2, 2) ⇒ [1, 2, 3] ∵ before a position
        insert before([1, 2], -1, 9) ⇒ [1, 9, 2] ∵ from the end
        insert before([], 1, 1) ⇒ null! ∵ there is no such position
        remove([1, 2, 3], 2) ⇒ [1, 3] ∵ at a position
        remove([1, 2, 3], -1) ⇒ [1, 2] ∵ from the end
        remove([1], 2) ⇒ null! ∵ there is no such position
        reverse([1, [2, 3]]) ⇒ [[2, 3], 1] ∵ one level
        index of(["a", "b", "a"], "a") ⇒ [1, 3] ∵ each position
        index of([1], 2) ⇒ [] ∵ none
        index of([1, null], null) ⇒ [2] ∵ null may be looked for
        union([1, 2], [2, 1, 3]) ⇒ [1, 2, 3] ∵ each once, in order
        union([1, 1]) ⇒ [1] ∵ also within one
        distinct values([1, "1", 1.0, null, null]) ⇒ [1, "1", null] ∵ the first of each
        flatten([1, [2, [3, [4]]]]) ⇒ [1, 2, 3, 4] ∵ all levels
        flatten([[], [[]]]) ⇒ [] ∵ of nothing
        list replace([1, 2, 3], 2, "b") ⇒ [1, "b", 3] ∵ at a position
        list replace([1, 2, 3], function(item, newItem) item > newItem, 1) ⇒ [1, 1, 1] ∵ where a condition holds
        list replace([1, 2], 3, 0) ⇒ null! ∵ there is no such position
        list replace([1, 2], 1.5, 0) ⇒ null! ∵ nor one between two items
        list replace([1, 2], function(item, newItem) item, 0) ⇒ null! ∵ a condition is a boolean
        list replace([1, 2], "1", 0) ⇒ null! ∵ by position or condition
        sort([3, 1, 2]) ⇒ [1, 2, 3] ∵ in the order of values
        sort([3, 1, 2], function(a, b) a > b) ⇒ [3, 2, 1] ∵ in the order asked for
        sort([{n: 2}, {n: 1}], function(a, b) a.n < b.n) ⇒ [{n: 1}, {n: 2}] ∵ of contexts
        sort(["b1", "a1", "b2", "a2"], function(a, b) substring(a, 1, 1) < substring(b, 1, 1)) ⇒ ["a1", "a2", "b1", "b2"] ∵ equals keep their order
        sort([1, "a"]) ⇒ null! ∵ of one kind
        sort([2, 1], function(a) true) ⇒ null! ∵ of two at a time
        sort([2, 1], 5) ⇒ null! ∵ by a function
        """);

    public static TheoryData<string, string, string> Numbers => Case.Table("""
        decimal(2.345, 2) ⇒ 2.34 ∵ half to the even digit
        decimal(2.355, 2) ⇒ 2.36 ∵ half to the even digit
        decimal(1250, -2) ⇒ 1200 ∵ before the decimal sign
        decimal(1, 2) ⇒ 1 ∵ nothing to round
        decimal(1.5, "1") ⇒ null! ∵ a scale is a number
        decimal(1, 7000) ⇒ null! ∵ within the standard's bounds
        floor(-1.2) ⇒ -2 ∵ downwards
        floor(1.27, 1) ⇒ 1.2 ∵ to a scale
        floor(1.2, null) ⇒ null! ∵ a scale is a number
        ceiling(-1.8) ⇒ -1 ∵ upwards
        ceiling(1.21, 1) ⇒ 1.3 ∵ to a scale
        round up(-1.1, 0) ⇒ -2 ∵ away from zero
        round up(1.01, 1) ⇒ 1.1 ∵ to a scale
        round down(-1.9, 0) ⇒ -1 ∵ towards zero
        round half up(2.5, 0) ⇒ 3 ∵ half away from zero
        round half up(-2.5, 0) ⇒ -3 ∵ on both sides
        round half up(2.449, 1) ⇒ 2.4 ∵ only the half
        round half down(2.5, 0) ⇒ 2 ∵ half towards zero
        round half down(-2.5, 0) ⇒ -2 ∵ on both sides
        round half down(2.51, 0) ⇒ 3 ∵ only the half
        round half up(1.5) ⇒ null! ∵ a scale is wanted
        abs(-1.5) ⇒ 1.5 ∵ of a number
        abs(@"-PT1H") ⇒ @"PT1H" ∵ of a duration
        abs("1") ⇒ null! ∵ of nothing else
        abs(n: -2) ⇒ 2 ∵ by name
        abs(number: -2) ⇒ null! ∵ which is that of the standard
        modulo(7, 3) ⇒ 1 ∵ the rest
        modulo(-7, 3) ⇒ 2 ∵ with the divisor's sign
        modulo(7, -3) ⇒ -2 ∵ with the divisor's sign
        modulo(-7, -3) ⇒ -1 ∵ with the divisor's sign
        modulo(6, 3) ⇒ 0 ∵ none
        modulo(5.5, 2) ⇒ 1.5 ∵ of fractions
        modulo(1, 0) ⇒ null! ∵ nothing is divided by zero
        sqrt(2.25) ⇒ 1.5 ∵ exactly
        sqrt(0) ⇒ 0 ∵ of nothing
        sqrt(-1) ⇒ null! ∵ there is none
        decimal(log(10), 20) ⇒ 2.30258509299404568402 ∵ the natural one
        log(0) ⇒ null! ∵ there is none
        decimal(exp(1), 20) ⇒ 2.71828182845904523536 ∵ to all digits
        exp(0) ⇒ 1 ∵ of nothing
        exp(100) ⇒ null! ∵ more digits than a number has
        odd(3) ⇒ true ∵ of whole numbers
        odd(-3) ⇒ true ∵ also below zero
        odd(2.5) ⇒ false ∵ a fraction is neither
        even(0) ⇒ true ∵ zero is even
        even(2.5) ⇒ false ∵ a fraction is neither
        """);

    public static TheoryData<string, string, string> Ranges => Case.Table("""
        before(1, [2..3]) ⇒ true ∵ a point before a range
        before(2, [2..3]) ⇒ false ∵ it belongs to it
        before(2, (2..3]) ⇒ true ∵ it does not
        before([1..2), [2..3]) ⇒ true ∵ they do not touch
        before([1..2], [2..3]) ⇒ false ∵ they do
        after(4, [2..3]) ⇒ true ∵ a point after a range
        after((2..3], 2) ⇒ true ∵ a range after a point
        meets([1..2], [2..3]) ⇒ true ∵ at one point
        meets([1..2), [2..3]) ⇒ false ∵ the point belongs to one only
        met by([2..3], [1..2]) ⇒ true ∵ the other way round
        overlaps([1..3], [2..4]) ⇒ true ∵ partly
        overlaps([1..4], [2..3]) ⇒ true ∵ wholly
        overlaps([1..2], (2..3]) ⇒ false ∵ no point belongs to both
        overlaps before([1..3], [2..4]) ⇒ true ∵ begins first
        overlaps before([2..4], [1..3]) ⇒ false ∵ begins later
        overlaps after([2..4], [1..3]) ⇒ true ∵ ends later
        finishes(3, [1..3]) ⇒ true ∵ a point at the end
        finishes(3, [1..3)) ⇒ false ∵ it does not belong to it
        finishes([2..3], [1..3]) ⇒ true ∵ a range at the end
        finished by([1..3], 3) ⇒ true ∵ the other way round
        includes([1..3], 2) ⇒ true ∵ a point inside
        includes((1..3), [1..2]) ⇒ false ∵ one end is outside
        during([2..3), [1..3]) ⇒ true ∵ inside
        starts(1, [1..3]) ⇒ true ∵ a point at the start
        starts([1..2], [1..3]) ⇒ true ∵ a range at the start
        starts((1..2], [1..3]) ⇒ false ∵ not the same start
        started by([1..3], [1..2]) ⇒ true ∵ the other way round
        coincides([1..3], [1..3]) ⇒ true ∵ the same
        coincides([1..3], [1..3)) ⇒ false ∵ not the same end
        coincides(2, 2) ⇒ true ∵ points as well
        coincides(@"2026-01-01", @"2026-01-02") ⇒ false ∵ of dates
        before(@"2026-01-01", @"2026-01-02") ⇒ true ∵ of dates
        before(1, "2") ⇒ null! ∵ of one kind
        before(null, 1) ⇒ null! ∵ null is nowhere
        includes(1, 1) ⇒ null! ∵ a point includes nothing
        during(range: [1..3], point: 2) ⇒ true ∵ by name
        range("[1..3]") ⇒ [1..3] ∵ from its text
        range("(1..3]") ⇒ (1..3] ∵ with open ends
        range("[\"a\"..\"c\"]") ⇒ ["a".."c"] ∵ of strings
        range("[date(\"2026-01-01\")..@\"2026-02-01\"]") ⇒ [@"2026-01-01"..@"2026-02-01"] ∵ of dates
        range("[1..)") ⇒ (>= 1) ∵ without an end
        range("(..1)") ⇒ (< 1) ∵ or a start
        range("[..1]") ⇒ null! ∵ what is missing cannot be included
        range("(..)") ⇒ null! ∵ one of them is wanted
        range("[3..1]") ⇒ null! ∵ in order
        range("[1..\"a\"]") ⇒ null! ∵ of one kind
        range("[1 + 1..3]") ⇒ null! ∵ of literals
        range("[date(string(\"2026-01-01\"))..@\"2026-02-01\"]") ⇒ null! ∵ of literals
        range("1..3") ⇒ null! ∵ with brackets
        range("") ⇒ null! ∵ of something
        range(5) ⇒ null! ∵ of a string
        """);

    public static TheoryData<string, string, string> Contexts => Case.Table("""
        get value({a: 1}, "a") ⇒ 1 ∵ by key
        get value({a b: 1}, "a b") ⇒ 1 ∵ any key
        get value({a: 1}, "b") ⇒ null! ∵ which is not there
        get value({a: 1}, 1) ⇒ null! ∵ a key is a string
        get entries({a: 1, b: null}) ⇒ [{key: "a", value: 1}, {key: "b", value: null}] ∵ in order
        get entries({a: 1})[key = "a"].value ⇒ [1] ∵ to be filtered
        get entries({}) ⇒ [] ∵ none
        get entries(null) ⇒ null! ∵ null is no context
        context([{key: "a", value: 1}, {key: "b", value: 2}]) ⇒ {a: 1, b: 2} ∵ from entries
        context(get entries({a: 1, b: [2]})) ⇒ {a: 1, b: [2]} ∵ and back
        context([{key: "a"}]) ⇒ null! ∵ a value is wanted
        context([{value: 1}]) ⇒ null! ∵ and a key
        context([{key: "a", value: 1}, {key: "a", value: 2}]) ⇒ null! ∵ once each
        context([1]) ⇒ null! ∵ of entries
        context put({a: 1}, "b", 2) ⇒ {a: 1, b: 2} ∵ one more
        context put({a: 1}, "a", 2) ⇒ {a: 2} ∵ or another value
        context put({a: {b: 1}}, ["a", "c"], 2) ⇒ {a: {b: 1, c: 2}} ∵ deep inside
        context put({a: 1}, ["a", "b"], 2) ⇒ null! ∵ only inside contexts
        context put({}, [], 1) ⇒ null! ∵ somewhere
        context put({}, [1], 1) ⇒ null! ∵ keys are strings
        context merge([{a: 1, b: 1}, {b: 2}]) ⇒ {a: 1, b: 2} ∵ the later wins
        context merge([]) ⇒ {} ∵ of none
        context merge([{a: 1}, null]) ⇒ null! ∵ of contexts
        is(1, 1.0) ⇒ true ∵ the same number
        is(1, "1") ⇒ false ∵ never null
        is(null, null) ⇒ true ∵ null is itself
        is(value2: 1, value1: 1) ⇒ true ∵ by name
        is(value1: 1, value2: 1, value3: 2) ⇒ true ∵ a name that it does not have does not matter
        is(value1: 1, other: 1) ⇒ null! ∵ unless one that it has is missing
        is(@"10:00:00Z", @"11:00:00+01:00") ⇒ false ∵ not the same element, though the same instant
        is([@"10:00:00"], [@"10:00:00"]) ⇒ true ∵ lists by their items
        is(@"10:00:00@Asia/Tokyo", @"10:00:00+09:00") ⇒ true ∵ a zone counts as its offset
        is(@"10:00:00@Asia/Tokyo", @"10:00:00@Asia/Seoul") ⇒ true ∵ zones of one offset
        is(@"10:00:00", @"10:00:00Z") ⇒ false ∵ one has no offset
        is(@"2026-07-01T10:00:00@Europe/Paris", @"2026-07-01T10:00:00+02:00") ⇒ true ∵ the offset in summer
        is(@"2026-01-01T10:00:00@Europe/Paris", @"2026-01-01T10:00:00+01:00") ⇒ true ∵ the offset in winter
        is(@"2026-01-01T10:00:00@Europe/Paris", @"2026-01-01T10:00:00+02:00") ⇒ false ∵ not its offset in winter
        is(@"2026-01-01T10:00:00@Europe/Paris", @"2026-01-01T09:00:00Z") ⇒ false ∵ the same instant, another reading
        is(@"2026-01-01T10:00:00", @"2026-01-01T10:00:00Z") ⇒ false ∵ one has no offset
        """);

    [Theory]
    [MemberData(nameof(Lists))]
    public void ListFunction_AnyArguments_GivesItsResult(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void NumberFunction_AnyArguments_GivesItsResult(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Ranges))]
    public void RangeFunction_PointsAndRanges_Relates(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Contexts))]
    public void ContextFunction_AnyArguments_GivesItsResult(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);
}
