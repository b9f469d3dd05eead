using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes.Project;

/// <summary>The attribute of a scheduler.</summary>
internal static class SchedExtOps
{
    public static AttributeSyntax? Of(ClassDeclarationSyntax? scheduler) => scheduler?.AttributeLists.SelectMany(list => list.Attributes)
        .FirstOrDefault(attribute => attribute.Name.ToString() is var name
            && (name.EndsWith("SchedExtOps", StringComparison.Ordinal) || name.EndsWith("SchedExtOpsAttribute", StringComparison.Ordinal)));

    public static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == name);
}
