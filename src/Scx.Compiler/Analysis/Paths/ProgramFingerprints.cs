using System.Runtime.CompilerServices;
using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>Texts that are equal for programs through which the same ways lead, at the same places of the source.</summary>
internal sealed class ProgramFingerprints
{
    private readonly Dictionary<FunctionReference, Function> functions;
    private readonly ConditionalWeakTable<Function, string> known;
    private readonly string declarations;

    public ProgramFingerprints(Module module, ConditionalWeakTable<Function, string> known)
    {
        this.known = known;
        functions = module.Functions.ToDictionary(f => f.Reference);
        declarations = $"{IrPrinter.PrintDeclarations(module with { Globals = module.Globals.RemoveAll(g => g.IsImplicit) })}{module.MinimumKernel}\n";
    }

    /// <summary>The text of a program: what it reaches, and what is declared.</summary>
    /// <param name="program">One of the module's.</param>
    public string Of(Program program)
    {
        var text = new StringBuilder(declarations).Append(program.Callback).Append(' ').Append(program.Entry?.Section).Append(program.Entry?.Kind).Append(program.Sleepable).Append(program.MaySleep).Append('\n');
        var reached = new HashSet<FunctionReference>();
        Append(program.Function, reached, text);
        return text.ToString();
    }

    private void Append(FunctionReference reference, HashSet<FunctionReference> reached, StringBuilder text)
    {
        if (!functions.TryGetValue(reference, out var function) || !reached.Add(reference))
            return;
        text.Append(known.GetValue(function, Text));
        foreach (var called in function.Blocks.SelectMany(b => b.Instructions))
        {
            if (called is Call call)
                Append(call.Function, reached, text);
            else if (called is FunctionAddress address)
                Append(address.Function, reached, text);
        }
    }

    private static string Text(Function function)
    {
        var text = new StringBuilder(IrPrinter.PrintWithoutPlaces(function));
        string file = function.Span.File;
        Append(text.Append(file), function.Span, file);
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                Append(text, instruction.Span, file);
                // Others' texts and tables are nothing to it.
                if (instruction is GlobalAddress { Global: { IsImplicit: true } made })
                    text.Append(IrPrinter.Print(made));
            }
            Append(text, block.End.Span, file);
        }
        foreach (var loop in function.Loops)
        {
            Append(text, loop.Body, file);
            foreach (var left in loop.Continues)
                Append(text, left.Span, file);
        }
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, SourceSpan span, string file)
    {
        text.Append(span.Line).Append(':').Append(span.Column).Append(':').Append(span.EndLine).Append(':').Append(span.EndColumn).Append(' ');
        if (span.File != file)
            text.Append(span.File);
    }
}
