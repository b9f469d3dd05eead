using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>From C# to IR.</summary>
public static class FrontEnd
{
    /// <summary>Lowers each class with <c>[SchedExtOps]</c> or <c>[BpfObject]</c> in a compilation that has no C# errors.</summary>
    /// <param name="compilation">The user's project.</param>
    /// <param name="pathInObject">How the object names a source file, from its path in the compilation.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static FrontEndResult Lower(CSharpCompilation compilation, Func<string, string> pathInObject, CancellationToken cancellation)
    {
        var result = new CompilationLowering(new Semantics(compilation), place: null, cancellation).Lower(cancellation)!;
        return result with
        {
            Modules = [.. result.Modules.Select(module => module with { Sources = ModuleLowering.Sources(compilation, module.Functions, pathInObject, cancellation) })],
        };
    }
}

/// <summary>What the front end made of a compilation.</summary>
/// <param name="Modules">One for each scheduler without errors.</param>
/// <param name="Diagnostics">In the order of the source.</param>
public sealed record FrontEndResult(ImmutableArray<Module> Modules, ImmutableArray<ScxDiagnostic> Diagnostics);
