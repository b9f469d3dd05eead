using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Scx.Compiler.Analyzers;

/// <summary>
/// Leaves out what the front end says of members that are not valid C# (yet): it takes valid C# for granted, and the C# error explains more.
/// </summary>
internal static class OutsideBrokenCode
{
    public static IEnumerable<Diagnostic> Keep(
        IEnumerable<Diagnostic> reports, CSharpCompilation compilation, CancellationToken cancellation)
    {
        var errors = compilation.GetDiagnostics(cancellation)
            // A warning that the project makes an error, as of what may be null, leaves the code valid.
            .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error && diagnostic.Location.IsInSource)
            .Select(diagnostic => diagnostic.Location)
            .ToLookup(location => location.SourceTree);
        return reports.Where(report =>
            report.Location.SourceTree is not { } tree
            || MemberAt(report.Location, tree, cancellation) is not { } member
            || !errors[tree].Any(error => Own(member).IntersectsWith(error.SourceSpan)));
    }

    /// <summary>What a member consists of; of a type, without its members.</summary>
    private static TextSpan Own(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax { OpenBraceToken: { RawKind: not 0 } brace }
        ? TextSpan.FromBounds(member.FullSpan.Start, brace.SpanStart)
        : member.FullSpan;

    private static MemberDeclarationSyntax? MemberAt(Location location, SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindNode(location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
}
