using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Scx.Compiler.Backend.Elf;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>
/// Holds the stack to what the kernel allows: 512 bytes for a function and for all that call one another (kernel/bpf/verifier.c, check_max_stack_depth).
/// </summary>
internal static class StackFrames
{
    // What the kernel rounds each frame to at most (32 where a program is interpreted, 16 where it is compiled).
    private const int Granularity = 16;

    private const int FrameRegister = 10;

    /// <summary>What LLVM's back end says of a frame that is too large (BPFRegisterInfo.cpp), with the function's name before.</summary>
    private const string TooLarge = "BPF stack limit is exceeded", Function = "in function ";

    /// <summary>What LLVM refused as our own diagnostics, or null if it was not the stack.</summary>
    public static StackExceededException? Of(LlvmRejectedException rejected, Module module)
    {
        var names = rejected.Messages.Where(m => m.Contains(TooLarge, StringComparison.Ordinal)).Select(NameIn).Distinct();
        ImmutableArray<ScxDiagnostic> found =
        [
            .. from name in names
               from function in module.Functions
               where function.Reference.Name == name
               select new ScxDiagnostic(Rules.FrameTooLarge, function.Span, [function.DisplayName, Largest(function, module)]),
        ];
        return found.IsEmpty ? null : new StackExceededException(found);
    }

    private static string NameIn(string message)
    {
        int start = message.IndexOf(Function, StringComparison.Ordinal) + Function.Length;
        return start < Function.Length ? "" : message[start..].Split(' ')[0];
    }

    /// <summary>The largest variables of a function and of those it calls, which LLVM may have made part of it.</summary>
    private static string Largest(Function function, Module module)
    {
        var functions = module.Functions.ToDictionary(f => f.Reference);
        var reached = new HashSet<Function> { function };
        var pending = new Stack<Function>([function]);
        while (pending.TryPop(out Function? next))
        {
            foreach (Call call in next.Blocks.SelectMany(b => b.Instructions).OfType<Call>())
            {
                if (functions.TryGetValue(call.Function, out Function? callee) && reached.Add(callee))
                    pending.Push(callee);
            }
        }
        var slots = from one in reached
                    from slot in one.Blocks.SelectMany(b => b.Instructions).OfType<StackSlot>()
                    let size = Layout.SizeOf(slot.Type)
                    orderby size descending
                    select Describe(slot, size, one == function ? null : one.DisplayName);
        return string.Join(", ", slots.Take(3));
    }

    private static string Describe(StackSlot slot, int size, string? elsewhere)
    {
        string name = slot.Name is null ? string.Format(CultureInfo.InvariantCulture, "a temporary in line {0}", slot.Span.Line) : $"'{slot.Name}'";
        string of = elsewhere is null ? "" : $" of '{elsewhere}'";
        return string.Format(CultureInfo.InvariantCulture, "{0}{1} ({2} bytes)", name, of, size);
    }

    /// <summary>Adds up the frames of what calls one another.</summary>
    /// <exception cref="StackExceededException">They are more than the kernel allows.</exception>
    public static void Check(Module module, byte[] file)
    {
        var sizes = Measure(ElfFile.Read(file));
        var functions = module.Functions.ToDictionary(f => f.Reference);
        var found = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (Program program in module.Programs)
        {
            var (bytes, chain) = Deepest(functions[program.Function], functions, sizes, []);
            if (bytes <= ProgramStack.Size || chain.Count < 2)
                continue;
            string text = string.Join(", ", chain.Select(f => string.Format(CultureInfo.InvariantCulture, "{0} ({1})", f.DisplayName, sizes[f.Reference.Name])));
            string total = bytes.ToString(CultureInfo.InvariantCulture);
            found.Add(new ScxDiagnostic(Rules.CallChainTooLarge, functions[program.Function].Span, [functions[program.Function].DisplayName, total, text]));
        }
        if (found.Count > 0)
            throw new StackExceededException(found.ToImmutable());
    }

    private static (int Bytes, ImmutableList<Function> Chain) Deepest(
        Function function, Dictionary<FunctionReference, Function> functions, Dictionary<string, int> sizes, ImmutableHashSet<Function> above)
    {
        if (above.Contains(function))
            return (0, []);
        (int Bytes, ImmutableList<Function> Chain) deepest = (0, []);
        foreach (Call call in function.Blocks.SelectMany(b => b.Instructions).OfType<Call>())
        {
            if (functions.TryGetValue(call.Function, out Function? callee) && Deepest(callee, functions, sizes, above.Add(function)) is var below
                && below.Bytes > deepest.Bytes)
            {
                deepest = below;
            }
        }
        // A function that has no symbol is part of its callers.
        if (!sizes.TryGetValue(function.Reference.Name, out int size))
            return deepest;
        int rounded = (Math.Max(size, 1) + Granularity - 1) / Granularity * Granularity;
        return (deepest.Bytes + rounded, deepest.Chain.Insert(0, function));
    }

    /// <summary>The bytes of stack that each function in the object uses.</summary>
    private static Dictionary<string, int> Measure(ElfFile file)
    {
        Dictionary<string, int> sizes = [];
        foreach (ElfSymbol symbol in file.Symbols)
        {
            if (symbol.Type == ElfSymbolType.Function && symbol.Section is { } section)
                sizes[symbol.Name] = Depth(section.Data.AsSpan(checked((int)symbol.Value), checked((int)symbol.Size)));
        }
        return sizes;
    }

    private static int Depth(ReadOnlySpan<byte> code)
    {
        const int LoadClass = 1, StoreClass = 2, StoreRegisterClass = 3, MoveRegister = 0xbf, AddNumber = 0x07, Wide = 0x18;
        int deepest = 0, derived = -1;
        for (int at = 0; at + 8 <= code.Length; at += 8)
        {
            int operation = code[at], target = code[at + 1] & 15, source = code[at + 1] >> 4;
            int offset = BinaryPrimitives.ReadInt16LittleEndian(code[(at + 2)..]), number = BinaryPrimitives.ReadInt32LittleEndian(code[(at + 4)..]);
            int reached = (operation & 7) switch
            {
                LoadClass when source == FrameRegister => offset,
                StoreClass or StoreRegisterClass when target == FrameRegister => offset,
                _ when operation == AddNumber && target == derived => number,
                _ => 0,
            };
            deepest = Math.Max(deepest, -reached);
            derived = operation == MoveRegister && source == FrameRegister ? target : -1;
            if (operation == Wide)
                at += 8;
        }
        return deepest;
    }
}
