using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Backend;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Frontend;
using Module = Scx.Compiler.Ir.Module;

namespace Scx.Compiler.Driver;

/// <summary>One run over sources, stage after stage.</summary>
internal sealed class CompilerRun
{
    readonly CommandLine line;
    readonly PhaseClock clock;
    readonly Outputs outputs;
    readonly CSharpCompilation csharp;
    readonly ObjectPaths paths;

    /// <summary>Whether csc has accepted the very same sources a moment ago.</summary>
    readonly bool checkedByCsc;

    public CompilerRun(CommandLine line, string[] cscArguments, string projectDirectory, PhaseClock clock)
    {
        this.line = line;
        this.clock = clock;
        outputs = new Outputs(line);
        checkedByCsc = line.ResponseFile is not null;
        string baseDirectory = checkedByCsc ? projectDirectory : Environment.CurrentDirectory;
        clock.Completed("arguments");
        csharp = checkedByCsc
            ? CompilationLoader.FromCsc(CscResponseFile.Parse(cscArguments, baseDirectory), line.References)
            : CompilationLoader.FromFiles(line.Sources, line.References);
        clock.Completed("parse");
        paths = new ObjectPaths(
            baseDirectory, projectDirectory, line.PathMap.Add(new(StandaloneInputs.LibraryDirectory, "Scx.Sdk/Library/")));
    }

    public int Run()
    {
        if (!checkedByCsc && CSharpErrors() is { IsEmpty: false } errors)
            return Refuse(errors);

        var frontEnd = Lower(out var bug);
        // csc was content, so this is not expected; but a C# error explains more than what the front end makes of it.
        if (checkedByCsc && (bug is not null || HasErrors(frontEnd.Diagnostics)) && CSharpErrors() is { IsEmpty: false } hidden)
            return Refuse(hidden);
        if (bug is not null)
            throw bug;

        var messages = new ConfiguredSeverities(csharp).Apply(frontEnd.Diagnostics).Where(m => !line.ErrorsOnly || m.Severity == Severity.Error).ToImmutableArray();
        if (messages.Any(message => message.Severity == Severity.Error))
            return Refuse(messages);
        Print(messages);
        return Emit(Wanted(frontEnd.Modules));
    }

    CheckedSchedulers Lower(out Ir.InternalCompilerException? bug)
    {
        bug = null;
        var result = new CheckedSchedulers([], []);
        try
        {
            result = SchedulerChecker.Check(csharp, paths.Of, CancellationToken.None);
        }
        catch (Ir.InternalCompilerException e)
        {
            bug = e;
        }
        clock.Completed("front end and analysis");
        return result;
    }

    ImmutableArray<Module> Wanted(ImmutableArray<Module> modules)
    {
        if (line.Scheduler is not { } name)
            return modules.IsEmpty && !checkedByCsc ? throw new UsageException("No class in the source has [SchedExtOps] or [BpfObject]") : modules;
        return modules.FirstOrDefault(m => m.Name == name) is { } module
            ? [module]
            : throw new UsageException($"No scheduler is named '{name}'; there are: {string.Join(", ", modules.Select(m => m.Name))}");
    }

    int Emit(ImmutableArray<Module> modules)
    {
        var results = new List<(string, byte[])>();
        foreach (var module in modules)
        {
            try
            {
                results.Add((module.Name, Emitter.Emit(module, line.Emit, new BackendOptions { Cpu = line.Cpu })));
            }
            catch (StackExceededException e)
            {
                return Refuse([.. e.Diagnostics.Select(Message.Of)]);
            }
            catch (LlvmRejectedException e)
            {
                return Refuse([.. e.Messages.Select(text => Message.Of(Rules.LlvmRejected, module.Name, text))]);
            }
            clock.Completed("back end");
        }
        outputs.Write(results);
        clock.Completed("write");
        return ExitCodes.Success;
    }

    int Refuse(ImmutableArray<Message> messages)
    {
        outputs.RemoveEarlier(SchedulerNames.In(csharp));
        Print(messages);
        return ExitCodes.SourceErrors;
    }

    ImmutableArray<Message> CSharpErrors()
    {
        var errors = csharp.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && !d.IsSuppressed).Select(Message.Of).ToImmutableArray();
        if (!errors.IsEmpty)
            errors = errors.AddRange(ReadOnlyFields.Find(csharp, CancellationToken.None).Select(Message.Of));
        clock.Completed("C# check");
        return errors;
    }

    void Print(ImmutableArray<Message> messages)
    {
        if (messages.IsEmpty && line.Format == MessageFormat.Text)
            return;
        Printers.Show(line, messages, (path, number) =>
            csharp.SyntaxTrees.FirstOrDefault(t => t.FilePath == path)?.GetText().Lines is { } lines && number <= lines.Count ? lines[number - 1].ToString() : null);
    }

    static bool HasErrors(ImmutableArray<ScxDiagnostic> diagnostics) => diagnostics.Any(d => d.Rule.Severity == Severity.Error);
}
