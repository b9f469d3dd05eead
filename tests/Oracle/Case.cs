using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Analysis;
using Scx.Compiler.Backend;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Frontend;
using Scx.Compiler.Ir;

namespace Scx.Oracle;

/// <summary>What the analyzer makes of a case.</summary>
/// <param name="ByCallback">What it says of each callback.</param>
/// <param name="Object">The object.</param>
/// <param name="Unaided">The object without what the compiler does to have it accepted (<see cref="Oracle.Unaided"/>).</param>
public sealed record Judgement(IReadOnlyDictionary<string, IReadOnlyList<ScxDiagnostic>> ByCallback, byte[] Object, byte[] Unaided);

/// <summary>A program that both the analyzer and the kernel judge.</summary>
/// <param name="Name">File name of the object, without its extension.</param>
/// <param name="Source">The C#.</param>
/// <param name="Origin">What was changed in which program; empty for a case of the corpus itself.</param>
public sealed partial record Case(string Name, string Source, string Origin)
{
    static readonly MetadataReference[] references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is string name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Append(typeof(Scheduler).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What a build compiles into every scheduler.
    static readonly SyntaxTree[] shared =
    [
        CSharpSyntaxTree.ParseText("global using System; global using Scx;", Parsing, "Usings.cs"),
        .. Directory.GetFiles(Path.Combine(Preparation.Root, "src", "Scx.Sdk", "Library"), "*.cs", SearchOption.AllDirectories)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Parsing, path)),
    ];

    static CSharpParseOptions Parsing => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>A source without the markers of what is expected.</summary>
    public static string WithoutMarkers(string source) => Marker().Replace(source, "");

    /// <summary>Whether the text is C# at all.</summary>
    public bool IsValid => Compile().GetDiagnostics().All(d => d.Severity != DiagnosticSeverity.Error);

    /// <summary>
    /// What the analyzer says of each callback on its own, and the objects whatever it says. Null if the
    /// language itself refuses the program, or the loader of this test cannot load it.
    /// </summary>
    public Judgement? Judge()
    {
        var lowered = FrontEnd.Lower(Compile(), path => path, CancellationToken.None);
        if (lowered.Modules.IsEmpty || lowered.Diagnostics.Any(d => d.Rule.Severity == Severity.Error))
            return null;
        var module = lowered.Modules[0];
        var analyzed = ModuleAnalysis.Run(module);
        // What the compiler needs to be in order before it can make code at all.
        if (analyzed.Module.Programs.Any(p => p.Entry is not null) || analyzed.Diagnostics.Any(d => d.Rule.Id.StartsWith("SCX1", StringComparison.Ordinal)))
            return null;
        byte[] made = ObjectCompiler.Compile(analyzed.Module, BackendOptions.Default);
        byte[] unaided = ObjectCompiler.Compile(Unaided.Of(analyzed.Module), BackendOptions.Default);
        return new Judgement(module.Programs.ToDictionary(p => p.Callback, p => Of(module, p)), made, unaided);
    }

    static IReadOnlyList<ScxDiagnostic> Of(Module module, Scx.Compiler.Ir.Program program) =>
        ModuleAnalysis.Run(module with
        {
            Programs = [program],
            Ops = module.Ops is null ? null : module.Ops with { Members = [.. module.Ops.Members.Where(m => m is not CallbackMember callback || callback.Program == program)] },
        }).Diagnostics;

    CSharpCompilation Compile() => CSharpCompilation.Create(
        Name,
        [CSharpSyntaxTree.ParseText(Source, Parsing, Name + ".cs"), .. shared],
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    [GeneratedRegex(@" *//~ SCX\d{4}( @\d+\.\.\d+)?", RegexOptions.None)]
    private static partial Regex Marker();
}
