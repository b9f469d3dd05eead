using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Lowers one scheduler: its fields, the callbacks it overrides, and every method that they reach.</summary>
internal static class ModuleLowering
{
    public static Module Lower(
        Compilation compilation, SchedulerModel model, Func<string, string> pathInObject, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var context = new ModuleContext(compilation, model, diagnostics);
        context.Fields.Lower(model.Class);

        var programs = ImmutableArray.CreateBuilder<Program>();
        FunctionReference? userExit = null;
        foreach (var callback in model.Callbacks)
        {
            bool exit = callback.Name == ExitRecord.Callback;
            string symbol = exit ? $"{model.Class.Name}_Exit" : $"{model.Identifier}_{callback.Name}";
            var reference = context.Reference(callback.Method, Spans.Of(callback.Method), symbol);
            if (exit)
                userExit = reference;
            else
                programs.Add(new Program(callback.Name, reference, Sleepable: false) { MaySleep = callback.MaySleep });
        }

        var functions = ImmutableArray.CreateBuilder<Function>();
        while (context.TryNext(out var method))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IrBuilder.Lower(context, method, cancellation) is { } function)
                functions.Add(function);
        }

        var info = new PointerType(new KernelType("scx_exit_info"), MemorySpace.Kernel);
        var exitReference = new FunctionReference(Names.Unique($"{model.Identifier}_exit", context.Symbols), [info], IrType.Void);
        var (exitGlobals, exitFunction) = ExitRecord.Build(exitReference, userExit, Spans.Of(model.Class));
        functions.Add(exitFunction);
        programs.Add(new Program(ExitRecord.Callback, exitReference, Sleepable: false) { MaySleep = true });

        return new Module(model.Name, model.Attribute.Named("License", "GPL"))
        {
            Globals = [.. context.Fields.Globals.Values.Concat(exitGlobals)],
            Maps = [.. context.Fields.Maps.Values],
            Functions = functions.ToImmutable(),
            Programs = programs.ToImmutable(),
            Ops = OpsTable.Build(model, programs.ToImmutable()),
            Sources = Sources(compilation, functions, pathInObject, cancellation),
        };
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
