using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Lowers one scheduler: its fields, the callbacks it overrides, and every method that they reach.</summary>
internal static class ModuleLowering
{
    public static Module Lower(
        Compilation compilation, SchedulerModel model, Func<string, string> pathInObject, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var context = new ModuleContext(compilation, model, diagnostics);
        RefuseConstructors(model.Class, diagnostics);
        // Before the fields, whose names give way to these.
        context.Symbols.Add(OpsTable.VariableName(model));
        var programs = ImmutableArray.CreateBuilder<Program>();
        FunctionReference? userExit = null;
        context.Fields.Lower(model.Class);
        context.FindArena();
        foreach (var callback in model.Callbacks)
        {
            bool exit = callback.Name == ExitRecord.Callback;
            string symbol = exit ? $"{model.Class.Name}_Exit" : $"{model.Identifier}_{callback.Name}";
            var reference = context.Reference(new(callback.Method), Spans.Of(callback.Method), symbol);
            if (exit)
                userExit = reference;
            else
                programs.Add(CallbackProgram(context, callback, reference));
        }

        var functions = ImmutableArray.CreateBuilder<Function>();
        foreach (var method in model.Programs)
        {
            if (LowerProgram(context, method, functions) is { } program)
                programs.Add(program);
        }

        var info = new PointerType(new KernelType("scx_exit_info"), MemorySpace.Kernel);
        var exitReference = new FunctionReference(Names.Unique($"{model.Identifier}_exit", context.Symbols), [info], IrType.Void);

        while (context.TryNext(out var method))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IrBuilder.Lower(context, method, cancellation) is { } function)
                functions.Add(function);
        }

        functions.AddRange(context.Callbacks.Functions);

        var (exitGlobals, exitFunction) = ExitRecord.Build(exitReference, userExit, Spans.Of(model.Class));
        functions.Add(exitFunction);
        programs.Add(new Program(ExitRecord.Callback, exitReference, Sleepable: false) { MaySleep = true, Arena = context.Arena });

        var lowered = LoopReports.Keep(functions.ToImmutable(), programs, context.Callbacks.Functions);
        return new Module(model.Name, model.Attribute.Named("License", "GPL"))
        {
            Globals = [.. context.Fields.All, .. context.Texts.Globals, .. exitGlobals],
            Maps = [.. context.Fields.Maps.Values, .. context.ImpliedMaps],
            Functions = lowered,
            Programs = programs.ToImmutable(),
            MinimumKernel = MinimumKernel.Declared(model.Class, model.Attribute),
            Ops = OpsTable.Build(model, programs.ToImmutable()),
            Sources = Sources(compilation, functions, pathInObject, cancellation),
        };
    }

    private static Program CallbackProgram(ModuleContext context, CallbackOverride callback, FunctionReference reference) =>
        new(callback.Rules, reference, Sleepable: false)
        {
            Member = callback.Name == callback.Rules ? null : callback.Name,
            MaySleep = callback.MaySleep,
            Since = callback.Since,
            Arena = callback.Method.Parameters.Any(p => p.Type.IsArenaPointer()) ? context.Arena : null,
        };

    private static Program? LowerProgram(ModuleContext context, ProgramMethod method, ImmutableArray<Function>.Builder functions)
    {
        try
        {
            var (program, around) = ProgramLowering.Lower(context, method);
            if (around is not null)
                functions.Add(around);
            return program;
        }
        catch (UnsupportedException unsupported)
        {
            context.Diagnostics.Report(unsupported);
            return null;
        }
    }

    /// <summary>The scheduler is an object file, not an object: nothing ever constructs it.</summary>
    private static void RefuseConstructors(INamedTypeSymbol scheduler, DiagnosticBag diagnostics)
    {
        for (var at = scheduler; at is not null && !at.IsSchedulerBase(); at = at.BaseType)
        {
            foreach (var method in at.GetMembers().OfType<IMethodSymbol>())
            {
                bool runs = method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor;
                // Roslyn makes constructors of its own for the initial values of fields, which are looked at one by one.
                if (runs && !method.IsImplicitlyDeclared)
                    diagnostics.Report(Rules.Constructor, Spans.Of(method), at.Name);
            }
        }
    }

    private static ImmutableDictionary<string, SourceFile> Sources(
        Compilation compilation, IEnumerable<Function> functions, Func<string, string> pathInObject, CancellationToken cancellation)
    {
        var named = new HashSet<string>(functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).Select(i => i.Span.File)
            .Concat(functions.Select(f => f.Span.File)));
        return compilation.SyntaxTrees
            .Where(tree => named.Contains(tree.FilePath))
            .ToImmutableDictionary(tree => tree.FilePath, tree => new SourceFile(pathInObject(tree.FilePath), tree.GetText(cancellation).ToString()));
    }
}
