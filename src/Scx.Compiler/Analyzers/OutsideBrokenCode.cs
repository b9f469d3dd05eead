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
        var broken = new Dictionary<MemberDeclarationSyntax, bool>();
        return reports.Where(report =>
            report.Location.SourceTree is not { } tree
            || MemberAt(report.Location, tree, cancellation) is not { } member
            || !(broken.TryGetValue(member, out bool known) ? known : broken[member] = IsBroken(member, compilation, cancellation)));
    }

    // Of these members only: to ask a whole project for its errors takes longer than all the rest.
    private static bool IsBroken(MemberDeclarationSyntax member, CSharpCompilation compilation, CancellationToken cancellation) =>
        compilation.GetSemanticModel(member.SyntaxTree).GetDiagnostics(Own(member), cancellation)
            // A warning that the project makes an error, as of what may be null, leaves the code valid.
            .Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error && Own(member).IntersectsWith(diagnostic.Location.SourceSpan));

    /// <summary>What a member consists of; of a type, without its members.</summary>
    private static TextSpan Own(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax { OpenBraceToken: { RawKind: not 0 } brace }
        ? TextSpan.FromBounds(member.FullSpan.Start, brace.SpanStart)
        : member.FullSpan;

    private static MemberDeclarationSyntax? MemberAt(Location location, SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindNode(location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
}
