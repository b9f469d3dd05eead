using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Lowers one scheduler: its fields, the callbacks it overrides, and every method that they reach. When methods have been given other bodies it lowers only
/// those, and what is new to them.
/// </summary>
internal sealed class ModuleLowering
{
    private readonly ModuleContext context;
    private readonly SchedulerModel model;
    private readonly LoweringRecord declared;
    private readonly ImmutableArray<ScxDiagnostic> misdeclared;
    private readonly ImmutableArray<Program> programs;
    private readonly List<Function> around = [];
    private readonly ImmutableArray<Global> exitGlobals = [];
    private readonly Function? exit;
    private readonly ConditionalWeakTable<Function, Function> silent = new();
    private Dictionary<MethodInstance, LoweredMethod>? methods;
    private bool shares;

    /// <summary>Lowers what is declared.</summary>
    /// <param name="semantics">What the user's project means.</param>
    /// <param name="model">The scheduler.</param>
    /// <param name="place">What spans become in the IR; null to leave them as they are.</param>
    public ModuleLowering(Semantics semantics, SchedulerModel model, Func<SourceSpan, SourceSpan>? place)
    {
        context = new ModuleContext(semantics, model, place);
        declared = context.Record;
        this.model = model;
        RefuseConstructors(model.Class, context.Diagnostics);
        // Before the fields, whose names give way to these.
        if (model.Form is not null)
            context.Symbols.Add(OpsTable.VariableName(model));
        context.Fields.Lower(model.Class);
        context.PlaceFields();
        context.FindArena();
        var all = ImmutableArray.CreateBuilder<Program>();
        FunctionReference? userExit = null;
        foreach (var callback in model.Callbacks)
        {
            bool isExit = callback.Name == ExitRecord.Callback;
            string symbol = isExit ? $"{model.Class.Name}_Exit" : $"{model.Identifier}_{callback.Name}";
            var reference = context.Reference(new(callback.Method), Spans.Of(callback.Method), symbol);
            if (isExit)
                userExit = reference;
            else
                all.Add(CallbackProgram(callback, reference));
        }
        all.AddRange(model.Programs.Select(LowerProgram).OfType<Program>());

        if (model.Form is not null)
        {
            var info = new PointerType(new KernelType("scx_exit_info"), MemorySpace.Kernel);
            var exitReference = new FunctionReference(Names.Unique($"{model.Identifier}_exit", context.Symbols), [info], IrType.Void);
            (exitGlobals, exit) = ExitRecord.Build(exitReference, userExit, context.Placed(Spans.Of(model.Class)));
            all.Add(new Program(ExitRecord.Callback, exitReference, Sleepable: false) { MaySleep = true, Arena = context.Arena });
        }
        else if (all.Count > 0)
        {
            all[0] = Described(all[0], model);
        }
        programs = all.ToImmutable();
        misdeclared = context.Placed(declared.Diagnostics);
    }

    /// <summary>Lowers the methods.</summary>
    /// <param name="diagnostics">What is found wrong.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The scheduler; null if what was lowered before cannot be told from what is new.</returns>
    public Module? Lower(DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var reached = new Dictionary<MethodInstance, LoweredMethod>();
        var functions = ImmutableArray.CreateBuilder<Function>();
        var callbacks = new List<Function>();
        bool sharesNow = false;
        functions.AddRange(around);
        diagnostics.Report(misdeclared);
        var pending = new Queue<MethodInstance>(declared.Methods);
        while (pending.Count > 0)
        {
            var method = pending.Dequeue();
            if (reached.ContainsKey(method))
                continue;
            cancellation.ThrowIfCancellationRequested();
            var lowered = Known(method) ?? LowerMethod(method, cancellation);
            reached.Add(method, lowered);
            diagnostics.Report(lowered.Diagnostics);
            if (lowered.Function is { } function)
                functions.Add(function);
            foreach (var callback in lowered.Callbacks)
            {
                if (!callbacks.Any(known => ReferenceEquals(known, callback)))
                    callbacks.Add(callback);
                else
                    sharesNow = true;
            }
            foreach (var named in lowered.Methods)
                pending.Enqueue(named);
        }
        // The place of a function that is called back is that of the first method that names it.
        bool unsure = methods is not null && (shares || sharesNow);
        (methods, shares) = (reached, sharesNow);
        functions.AddRange(callbacks);
        if (exit is not null)
            functions.Add(exit);
        return unsure ? null : Assembled(functions.ToImmutable(), callbacks);
    }

    /// <summary>The source files that spans of a module name.</summary>
    public static ImmutableDictionary<string, SourceFile> Sources(
        Compilation compilation, IReadOnlyCollection<Function> functions, Func<string, string> pathInObject, CancellationToken cancellation)
    {
        var named = new HashSet<string>(functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).Select(i => i.Span.File)
            .Concat(functions.Select(f => f.Span.File)));
        return compilation.SyntaxTrees
            .Where(tree => named.Contains(tree.FilePath))
            .ToImmutableDictionary(tree => tree.FilePath, tree => new SourceFile(pathInObject(tree.FilePath), tree.GetText(cancellation).ToString()));
    }

    private Module Assembled(ImmutableArray<Function> functions, List<Function> callbacks)
    {
        var ops = model.Form is null ? null : OpsTable.Build(model, model.Form, programs);
        return new Module(model.Name, model.Attribute.Named("License", "GPL"))
        {
            Globals = [.. context.Fields.All, .. context.Texts.Globals, .. exitGlobals],
            Maps = [.. context.Fields.Maps.Values, .. context.ImpliedMaps],
            Functions = LoopReports.Keep(functions, programs, callbacks, silent),
            Programs = programs,
            MinimumKernel = MinimumKernel.Declared(model.Class, model.Attribute),
            Ops = ops is null ? null : ops with { Span = context.Placed(ops.Span) },
        };
    }

    private LoweredMethod? Known(MethodInstance method)
    {
        if (methods is null || !methods.TryGetValue(method, out var known))
            return null;
        if (known.Declaration is null || context.Semantics.Current(known.Declaration) == known.Body)
            return known;
        context.Callbacks.Forget(known.Callbacks);
        return null;
    }

    private LoweredMethod LowerMethod(MethodInstance method, CancellationToken cancellation)
    {
        var record = context.Record = new LoweringRecord();
        try
        {
            var function = IrBuilder.Lower(context, method, cancellation);
            var declaration = method.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
            return new LoweredMethod(
                function is null ? null : context.Placed(function), context.Placed(record.Diagnostics), [.. record.Methods], [.. record.Callbacks])
            {
                Declaration = declaration,
                Body = declaration is null ? null : context.Semantics.Current(declaration),
            };
        }
        catch (OperationCanceledException)
        {
            context.Callbacks.Forget(record.Callbacks);
            throw;
        }
    }

    /// <summary>Without a table of callbacks to say it, the first program says whose object it is.</summary>
    private static Program Described(Program program, SchedulerModel model)
    {
        var tags = program.Entry!.Tags.Add($"scx:object:{model.Name}");
        if (MinimumKernel.Declared(model.Class, model.Attribute) is { } minimum)
            tags = tags.Add($"scx:minimum-kernel:{minimum}");
        return program with { Entry = program.Entry with { Tags = tags } };
    }

    private Program CallbackProgram(CallbackOverride callback, FunctionReference reference) =>
        new(callback.Rules, reference, Sleepable: false)
        {
            Member = callback.Name == callback.Rules ? null : callback.Name,
            MaySleep = callback.MaySleep,
            Since = callback.Since,
            Arena = callback.Method.Parameters.Any(p => p.Type.IsArenaPointer()) ? context.Arena : null,
        };

    private Program? LowerProgram(ProgramMethod method)
    {
        try
        {
            var (program, function) = ProgramLowering.Lower(context, method);
            if (function is not null)
                around.Add(context.Placed(function));
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
        for (var at = scheduler; at is not null && !at.IsObjectBase(); at = at.BaseType)
        {
            foreach (var method in at.GetMembers().OfType<IMethodSymbol>())
            {
                bool runs = method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor;
                // Roslyn makes constructors of its own for the initial values of fields, which are looked at one by one.
                if (runs && !method.IsImplicitlyDeclared)
                    diagnostics.Report(Rules.Constructor, Spans.Of(method), at.Name, scheduler.FirstCode());
            }
        }
    }
}
