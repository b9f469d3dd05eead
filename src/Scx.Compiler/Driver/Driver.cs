using System.Runtime.CompilerServices;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;
using Scx.Compiler.Llvm;
using Scx.Diagnostics;

namespace Scx.Compiler.Driver;

/// <summary>scxc: understands the command line, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class Driver
{
    static int Main(string[] arguments)
    {
        var clock = new PhaseClock();
        try
        {
            if (arguments is [ExplainCommand.Name, .. var explained])
                return Explain(explained);
            var line = CommandLine.Parse(arguments);
            if (line.Help || line.Version || line.Explain is not null)
            {
                Console.Out.WriteLine(line.Help ? HelpText.Usage : line.Version ? HelpText.Version : Page(line.Explain!));
                return ExitCodes.Success;
            }
            return Guarded(line, clock);
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine($"scxc: {e.Message}. Try 'scxc --help'.");
            return ExitCodes.Usage;
        }
    }

    /// <summary>Apart, so that what it needs is not loaded for a compilation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static int Explain(string[] arguments)
    {
        try
        {
            return ExplainCommand.Run(arguments);
        }
        catch (EnvironmentException e)
        {
            Console.Error.WriteLine($"scxc: {e.Message}.");
            return ExitCodes.Environment;
        }
    }

    static string Page(string id) => DiagnosticPages.Find(id)?.TrimEnd()
        ?? throw new UsageException($"There is no diagnostic '{id}'; there are {string.Join(", ", DiagnosticPages.Ids)}");

    static int Guarded(CommandLine line, PhaseClock clock)
    {
        try
        {
            return Compile(line, clock);
        }
        catch (Exception e) when (e is EnvironmentException or LlvmNotFoundException)
        {
            return Fail(line, ExitCodes.Environment, Message.Of(Rules.Environment, e.Message));
        }
        catch (InternalCompilerException e)
        {
            return Fail(line, ExitCodes.Internal, Message.Of(Rules.Internal, e.Message) with { Span = e.Span }, e);
        }
        catch (Exception e) when (e is not UsageException)
        {
            return Fail(line, ExitCodes.Internal, Message.Of(Rules.Internal, $"{e.GetType().Name}, {e.Message}"), e);
        }
    }

    static int Compile(CommandLine line, PhaseClock clock)
    {
        string projectDirectory = Path.GetFullPath(line.ProjectDirectory ?? ".");
        string[] csc = [];
        if (line.ResponseFile is { } file)
        {
            csc = CscResponseFile.ReadArguments(file);
            if (!CscResponseFile.MayHoldScheduler(csc, projectDirectory))
            {
                new Outputs(line).Write([]);
                return ExitCodes.Success;
            }
        }
        return CompileSources(line, csc, projectDirectory, clock);
    }

    /// <summary>Apart, so that Roslyn's assemblies are not loaded for a project without schedulers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static int CompileSources(CommandLine line, string[] csc, string projectDirectory, PhaseClock clock)
    {
        KeepGarbage();
        int exitCode = new CompilerRun(line, csc, projectDirectory, clock).Run();
        if (line.Time)
            clock.Print(Console.Error);
        return exitCode;
    }

    /// <summary>A run makes less garbage than this; to look for it in between takes a tenth of the time, as nearly everything is still in use.</summary>
    static void KeepGarbage()
    {
        const long Bytes = 192 << 20;
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 8 * Bytes)
            GC.TryStartNoGCRegion(Bytes);
    }

    static int Fail(CommandLine line, int exitCode, Message message, Exception? bug = null)
    {
        // What cannot be removed now is the smaller evil.
        try
        {
            new Outputs(line).RemoveEarlier([]);
        }
        catch (EnvironmentException)
        {
        }
        Printers.Show(line, [message], (_, _) => null);
        if (bug is not null && Environment.GetEnvironmentVariable("SCX_DEBUG") == "1")
            Console.Error.WriteLine(bug);
        return exitCode;
    }
}
