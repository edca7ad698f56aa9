namespace Approvals.Feel.Tests.Conformance;

/// <summary>DMN 1.5, 10.3.2.5 to 10.3.2.8 and 10.3.2.14: lists, contexts, filters, paths, iteration and functions.</summary>
public sealed class CollectionConformance
{
    public static TheoryData<string, string, string> Filters => Case.Table("""
        ["a", "b", "c"][1] ⇒ "a" ∵ lists count from 1
        ["a", "b", "c"][-1] ⇒ "c" ∵ or from the end
        ["a", "b", "c"][0] ⇒ null! ∵ nothing is at 0
        ["a", "b", "c"][4] ⇒ null! ∵ or beyond the end
        ["a", "b", "c"][-4] ⇒ null! ∵ or before the beginning
        ["a", "b", "c"][1.5] ⇒ null! ∵ or between
        [][1] ⇒ null! ∵ or in an empty list
        ["a", "b", "c"][1 + 1] ⇒ "b" ∵ an index may be worked out
        [10, 20, 30][item > 15] ⇒ [20, 30] ∵ a condition is asked of each item
        [10, 20, 30][item > 100] ⇒ [] ∵ which may keep none
        [10, null, 30][item > 15] ⇒ [30] ∵ where it is null the item goes
        [10, null][item = null] ⇒ [null] ∵ null items may be kept
        [1, 2, 3][true] ⇒ [1, 2, 3] ∵ a constant condition keeps all
        [1, 2, 3][false] ⇒ [] ∵ or none
        [1, 2, 3][null] ⇒ [] ∵ null keeps none
        [1, 2, 3]["x"] ⇒ [] ∵ nor what is no condition
        [{n: 1}, {n: 2}, {n: 3}][n >= 2] ⇒ [{n: 2}, {n: 3}] ∵ members of an item are in scope
        [{n: 1}, {n: 2}][item.n = 2] ⇒ [{n: 2}] ∵ through item too
        [{n: 1}, {m: 2}][n = 1] ⇒ [{n: 1}] ∵ an item without the member goes
        [{item: 1}, {item: 2}][item > 1] ⇒ [{item: 2}] ∵ a member called item hides the item
        [{a b: 1}, {a b: 2}][a b = 2] ⇒ [{a b: 2}] ∵ members may have names of several words
        [[1, 2], [3]][count(item) = 1] ⇒ [[3]] ∵ items may be lists
        [1, 2, 3, 4][item > 1][item < 4] ⇒ [2, 3] ∵ filters follow each other
        [1, 2, 3, 4][item > 1][1] ⇒ 2 ∵ an index after a condition
        [{a: [1, 2]}, {a: [3]}][a[1] = 3] ⇒ [{a: [3]}] ∵ filters within filters
        5[1] ⇒ 5 ∵ a single value is a list of one
        5[2] ⇒ null! ∵ and no more
        5[item > 3] ⇒ [5] ∵ a condition gives a list
        {a: 1}[a = 1] ⇒ [{a: 1}] ∵ of a context as well
        null[item > 3] ⇒ [] ∵ null is a list of none
        null[1] ⇒ null! ∵ and has no first
        """);

    public static TheoryData<string, string, string> Paths => Case.Table("""
        {a: 1}.a ⇒ 1 ∵ an entry of a context
        {a: {b: {c: 3}}}.a.b.c ⇒ 3 ∵ deeply
        {a: 1}.b ⇒ null! ∵ which may be missing
        {a: null}.a ⇒ null ∵ or null
        {a: null}.a.b ⇒ null! ∵ and then has no member
        [{a: 1}, {a: 2}].a ⇒ [1, 2] ∵ of each item of a list
        [{a: 1}, {b: 2}].a ⇒ [1, null] ∵ null where it is missing
        [].a ⇒ [] ∵ of no item
        [{a: {b: 1}}, {a: {b: 2}}].a.b ⇒ [1, 2] ∵ deeply
        [{a: [1, 2]}].a ⇒ [[1, 2]] ∵ nothing is flattened
        (5).a ⇒ null! ∵ a number has no members
        "x".length ⇒ null! ∵ nor a string
        {"a b": 1}.a b ⇒ 1 ∵ a key in quotation marks is a name
        {a-b: 1}.a-b ⇒ 1 ∵ a name may have signs
        {a: 1, b: a + 1, c: b * 2}.c ⇒ 4 ∵ an entry sees those before it
        {a: 1, b: {a: 2, c: a}}.b.c ⇒ 2 ∵ the nearest one
        {a: 1, b: {c: a}}.b.c ⇒ 1 ∵ else one further out
        {a: b, b: 1}.a ⇒ null! ∵ not those after it
        {} ⇒ {} ∵ a context may be empty
        {if: 1}.if ⇒ 1 ∵ a keyword may be a key
        {"1+1=": 2} ⇒ {"1+1=": 2} ∵ any string may be a key
        [1..5].start ⇒ 1 ∵ the start of a range
        [1..5].end ⇒ 5 ∵ and its end
        [1..5).start included ⇒ true ∵ whether it belongs to it
        [1..5).end included ⇒ false ∵ and the end
        ]1..5].start included ⇒ false ∵ a bracket turned outwards excludes
        (>= 3).start ⇒ 3 ∵ a range open at the end
        (>= 3).end ⇒ null ∵ has none
        (>= 3).start included ⇒ true ∵ or equal
        (< 3).end included ⇒ false ∵ less than
        (= 3).start ⇒ 3 ∵ a range of one value
        [1..5].middle ⇒ null! ∵ ranges have no more
        """);

    public static TheoryData<string, string, string> Iteration => Case.Table("""
        for x in [1, 2] return x * 10 ⇒ [10, 20] ∵ once for each item
        for x in [] return x ⇒ [] ∵ never for none
        for x in 7 return x ⇒ [7] ∵ once for a single value
        for x in null return x ⇒ null! ∵ null cannot be gone through
        for x in 1..3 return x ⇒ [1, 2, 3] ∵ through a range
        for x in 3..1 return x ⇒ [3, 2, 1] ∵ downwards
        for x in -1..1 return x ⇒ [-1, 0, 1] ∵ through zero
        for x in 2..2 return x ⇒ [2] ∵ one value
        for x in 1 + 1..2 * 2 return x ⇒ [2, 3, 4] ∵ ends may be worked out
        for x in [1..3] return x ⇒ [1, 2, 3] ∵ a range as a value
        for x in (1..3) return x ⇒ [2] ∵ its ends may be excluded
        for x in @"2026-02-27"..@"2026-03-01" return x.day ⇒ [27, 28, 1] ∵ day by day
        for x in "a".."c" return x ⇒ null! ∵ there is nothing between strings
        for x in [1, 2], y in [10, 20] return x + y ⇒ [11, 21, 12, 22] ∵ the last iterator goes fastest
        for x in [1, 2], y in 1..x return y ⇒ [1, 1, 2] ∵ it sees those before it
        for x in [[1, 2], [3]] return count(x) ⇒ [2, 1] ∵ items may be lists
        for x in 1..5 return if x = 1 then 1 else x * partial[-1] ⇒ [1, 2, 6, 24, 120] ∵ partial has the results so far
        for x in 1..3 return count(partial) ⇒ [0, 1, 2] ∵ none at first
        for x in [1, 2] return for y in [x] return y + 1 ⇒ [[2], [3]] ∵ iterations in each other
        for x in [1, null] return x + 1 ⇒ [2, null] ∵ a result may be null
        for big x in [1, 2] return big x ⇒ [1, 2] ∵ a variable may have several words
        some x in [1, 2, 3] satisfies x > 2 ⇒ true ∵ one does
        some x in [1, 2] satisfies x > 2 ⇒ false ∵ none does
        some x in [] satisfies true ⇒ false ∵ there is none
        some x in [null, 3] satisfies x > 2 ⇒ true ∵ one that does decides
        some x in [null, 1] satisfies x > 2 ⇒ null! ∵ else it is not known
        every x in [1, 2] satisfies x > 0 ⇒ true ∵ all do
        every x in [1, 2] satisfies x > 1 ⇒ false ∵ one does not
        every x in [] satisfies false ⇒ true ∵ there is none that does not
        every x in [null, 0] satisfies x > 0 ⇒ false ∵ one that does not decides
        every x in [null, 1] satisfies x > 0 ⇒ null! ∵ else it is not known
        every x in null satisfies x ⇒ null! ∵ null cannot be gone through
        some x in [1], y in [2] satisfies x + y = 3 ⇒ true ∵ several iterators
        every x in [1, 2], y in [3] satisfies x < y ⇒ true ∵ all combinations
        some x in 1..1000 satisfies x = 1000 ⇒ true ∵ through a range
        some x in [1, 2] satisfies "yes" ⇒ null! ∵ a condition is a boolean
        """);

    public static TheoryData<string, string, string> Functions => Case.Table("""
        (function(a, b) a - b)(5, 3) ⇒ 2 ∵ by position
        (function(a, b) a - b)(b: 5, a: 3) ⇒ -2 ∵ by name in any order
        (function(a, b) a - b)(5) ⇒ null! ∵ too few
        (function(a, b) a - b)(5, 3, 1) ⇒ null! ∵ too many
        (function(a, b) a - b)(a: 5, c: 3) ⇒ null! ∵ no such name
        (function() 42)() ⇒ 42 ∵ without parameters
        (function(a: number) a)("5") ⇒ null! ∵ a parameter has a type
        (function(a: number) a)(null) ⇒ null ∵ null is taken anyway
        (function(a: number) a + 1)([5]) ⇒ 6 ∵ a list of one is taken for its item
        (function(a: list<number>) count(a))(5) ⇒ 1 ∵ and the other way round
        (function(a: list<number>) a)(["x"]) ⇒ null! ∵ of the right kind
        (function(a: context<x: number>) a.x)({x: 1, y: 2}) ⇒ 1 ∵ a context may have more
        (function(a: context<x: number>) a.x)({y: 2}) ⇒ null! ∵ but not less
        (function(a: date and time) a)(@"2026-01-01") ⇒ @"2026-01-01T00:00:00Z" ∵ a date is taken for midnight of UTC
        (function(f, x) f(x))(function(y) y * 2, 4) ⇒ 8 ∵ functions are values
        (function(f, x) f(x))(abs, -4) ⇒ 4 ∵ built-in ones as well
        {add: function(a) function(b) a + b, r: add(1)(2)}.r ⇒ 3 ∵ a function remembers where it was made
        {a: 1, f: function() a, g: {a: 2, r: f()}}.g.r ⇒ 1 ∵ not where it is called
        {a: 1, f: function(a) a, r: f(5)}.r ⇒ 5 ∵ a parameter hides
        {f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(15)}.r ⇒ 610 ∵ a function may call itself
        {fs: [function(x) x + 1, function(x) x * 2], r: fs[2](5)}.r ⇒ 10 ∵ functions in a list
        {c: {f: function(x) x + 1}, r: c.f(1)}.r ⇒ 2 ∵ or in a context
        1(2) ⇒ null! ∵ a number is no function
        null() ⇒ null! ∵ nor null
        unknown(1) ⇒ null! ∵ nor what is unknown
        (function(a) external {java: {class: "x", method signature: "y"}})(1) ⇒ null! ∵ external functions are refused
        max(n: 1) ⇒ null! ∵ a built-in function has its own names
        abs() ⇒ null! ∵ too few
        abs(1, 2) ⇒ null! ∵ too many
        {count: function(x) "mine", r: count([1])}.r ⇒ "mine" ∵ a name in scope hides a built-in one
        """);

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filter_IndexOrCondition_PicksItems(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Path_OfContextListOrRange_IsTheMember(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Iteration))]
    public void Iteration_OverAnyDomain_GoesThroughIt(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_Called_BindsItsParameters(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);
}
