using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Approvals.Architecture.Tests;

/// <summary>
/// Files of at most 300 lines (tests 400), methods of at most 40, components of at most 150. Over budget means a concept
/// wants its own name. A table of data is exempt.
/// </summary>
public sealed class BudgetTests
{
    private const int FileLines = 300;
    private const int TestFileLines = 400;
    private const int MethodLines = 40;
    private const int ComponentLines = 150;

    [Fact]
    public void Files_InSources_StayWithinTheirBudget() =>
        Found.Nothing(Over(Repository.Sources("src").Concat(Repository.Sources("bench")), FileLines));

    [Fact]
    public void Files_InTests_StayWithinTheirBudget() => Found.Nothing(Over(Repository.Sources("tests"), TestFileLines));

    [Fact]
    public void Components_OfThePage_StayWithinTheirBudget() =>
        Found.Nothing(Over(Repository.Files("src/Approvals.Web/ui/src", ".tsx"), ComponentLines));

    [Fact]
    public void Methods_Everywhere_StayWithinTheirBudget() =>
        Found.Nothing(Repository.Sources("src").Concat(Repository.Sources("tests")).SelectMany(LongMethods));

    private static IEnumerable<string> Over(IEnumerable<string> files, int budget) =>
        files.Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > budget)
            .Select(f => $"{Repository.Relative(f.File)}: {f.Lines}");

    private static IEnumerable<string> LongMethods(string file)
    {
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        return root.DescendantNodes()
            .Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            .Select(n => (Node: n, Start: Line(n, Head(n).SpanStart), End: Line(n, n.Span.End)))
            .Where(n => n.End - n.Start + 1 > MethodLines && !IsTable(n.Node))
            .Select(n => $"{Repository.Relative(file)}:{n.Start + 1}: {n.End - n.Start + 1}");
    }

    private static int Line(SyntaxNode node, int position) => node.SyntaxTree.GetLineSpan(new(position, 0)).StartLinePosition.Line;

    /// <summary>Where a method begins: the rows above it that feed a theory are data.</summary>
    private static SyntaxToken Head(SyntaxNode node) => node.ChildNodesAndTokens()
        .First(c => !c.IsKind(SyntaxKind.AttributeList)) switch
    {
        { IsToken: true } first => first.AsToken(),
        var first => first.AsNode()!.GetFirstToken(),
    };

    /// <summary>A method that is one expression or return of a collection or dictionary is a table of data.</summary>
    private static bool IsTable(SyntaxNode node) =>
        node is MethodDeclarationSyntax { ExpressionBody.Expression: CollectionExpressionSyntax or BaseObjectCreationExpressionSyntax };
}
