using System.Runtime.InteropServices;
using System.Text;

namespace Scx.Compiler.Llvm;

/// <summary>Owns all that is made in it.</summary>
internal readonly unsafe record struct LLVMContextRef(nint Handle) : IDisposable
{
    /// <summary>A new context.</summary>
    public static LLVMContextRef Create() => new(LLVM.ContextCreate());

    /// <summary>Sends messages to a function instead of to the terminal and <c>exit</c>.</summary>
    public void SetDiagnosticHandler(delegate* unmanaged<nint, nint, void> handler, nint state) =>
        LLVM.ContextSetDiagnosticHandler(Handle, handler, state);

    /// <summary>Reads IR. Takes the buffer over, whatever comes of it.</summary>
    public bool TryParseIR(LLVMMemoryBufferRef buffer, out LLVMModuleRef module, out string message)
    {
        nint parsed;
        sbyte* text = null;
        bool failed = LLVM.ParseIRInContext(Handle, buffer.Handle, &parsed, &text) != 0;
        module = new LLVMModuleRef(parsed);
        message = NativeText.Take(text);
        return !failed;
    }

    /// <inheritdoc/>
    public void Dispose() => LLVM.ContextDispose(Handle);
}

/// <summary>A stretch of bytes of LLVM's.</summary>
internal readonly unsafe record struct LLVMMemoryBufferRef(nint Handle) : IDisposable
{
    /// <summary>A copy of bytes.</summary>
    public static LLVMMemoryBufferRef CreateWithMemoryRangeCopy(ReadOnlySpan<byte> bytes, string name)
    {
        fixed (byte* data = bytes, label = NativeText.Terminated(name))
            return new(LLVM.CreateMemoryBufferWithMemoryRangeCopy(data, (nuint)bytes.Length, label));
    }

    /// <summary>The bytes, good until disposal.</summary>
    public ReadOnlySpan<byte> Bytes => new(LLVM.GetBufferStart(Handle), checked((int)LLVM.GetBufferSize(Handle)));

    /// <inheritdoc/>
    public void Dispose() => LLVM.DisposeMemoryBuffer(Handle);
}

/// <summary>A module of LLVM IR.</summary>
internal readonly unsafe record struct LLVMModuleRef(nint Handle) : IDisposable
{
    /// <summary>Checks the rules of LLVM IR.</summary>
    public bool TryVerify(LLVMVerifierFailureAction action, out string message)
    {
        sbyte* text = null;
        bool failed = LLVM.VerifyModule(Handle, action, &text) != 0;
        message = NativeText.Take(text);
        return !failed;
    }

    /// <summary>Sets the layout of types.</summary>
    public void SetDataLayout(LLVMTargetMachineRef machine)
    {
        nint data = LLVM.CreateTargetDataLayout(machine.Handle);
        sbyte* text = LLVM.CopyStringRepOfTargetData(data);
        LLVM.SetDataLayout(Handle, text);
        LLVM.DisposeMessage(text);
        LLVM.DisposeTargetData(data);
    }

    /// <summary>Runs passes, those of the target among them.</summary>
    public bool TryRunPasses(string passes, LLVMTargetMachineRef machine, LLVMPassBuilderOptionsRef options, out string message)
    {
        nint error;
        fixed (byte* text = NativeText.Terminated(passes))
            error = LLVM.RunPasses(Handle, text, machine.Handle, options.Handle);
        message = "";
        if (error == 0)
            return true;
        sbyte* reason = LLVM.GetErrorMessage(error);
        message = Marshal.PtrToStringUTF8((nint)reason) ?? "";
        LLVM.DisposeErrorMessage(reason);
        return false;
    }

    /// <summary>The module as text.</summary>
    public string PrintToString() => NativeText.Take(LLVM.PrintModuleToString(Handle));

    /// <inheritdoc/>
    public void Dispose() => LLVM.DisposeModule(Handle);
}

/// <summary>A kind of machine.</summary>
internal readonly unsafe record struct LLVMTargetRef(nint Handle)
{
    /// <summary>The machine of a triple.</summary>
    public static bool TryGetTargetFromTriple(string triple, out LLVMTargetRef target, out string message)
    {
        nint found;
        sbyte* text = null;
        bool failed;
        fixed (byte* name = NativeText.Terminated(triple))
            failed = LLVM.GetTargetFromTriple(name, &found, &text) != 0;
        target = new LLVMTargetRef(found);
        message = NativeText.Take(text);
        return !failed;
    }

    /// <summary>A machine of that kind.</summary>
    public LLVMTargetMachineRef CreateTargetMachine(
        string triple, string cpu, string features, LLVMCodeGenOptLevel level, LLVMRelocMode relocations, LLVMCodeModel model)
    {
        fixed (byte* t = NativeText.Terminated(triple), c = NativeText.Terminated(cpu), f = NativeText.Terminated(features))
            return new(LLVM.CreateTargetMachine(Handle, t, c, f, level, relocations, model));
    }
}

/// <summary>A machine to make code for.</summary>
internal readonly unsafe record struct LLVMTargetMachineRef(nint Handle) : IDisposable
{
    /// <summary>Makes code.</summary>
    public bool TryEmitToMemoryBuffer(LLVMModuleRef module, LLVMCodeGenFileType kind, out string message, out LLVMMemoryBufferRef buffer)
    {
        nint made = 0;
        sbyte* text = null;
        bool failed = LLVM.TargetMachineEmitToMemoryBuffer(Handle, module.Handle, kind, &text, &made) != 0;
        buffer = new LLVMMemoryBufferRef(made);
        message = NativeText.Take(text);
        return !failed;
    }

    /// <inheritdoc/>
    public void Dispose() => LLVM.DisposeTargetMachine(Handle);
}

/// <summary>Choices for the pass pipeline.</summary>
internal readonly record struct LLVMPassBuilderOptionsRef(nint Handle) : IDisposable
{
    /// <summary>The defaults.</summary>
    public static LLVMPassBuilderOptionsRef Create() => new(LLVM.CreatePassBuilderOptions());

    /// <summary>Whether loops are vectorised.</summary>
    public void SetLoopVectorization(bool on) => LLVM.PassBuilderOptionsSetLoopVectorization(Handle, on ? 1 : 0);

    /// <summary>Whether straight code is vectorised.</summary>
    public void SetSLPVectorization(bool on) => LLVM.PassBuilderOptionsSetSLPVectorization(Handle, on ? 1 : 0);

    /// <inheritdoc/>
    public void Dispose() => LLVM.DisposePassBuilderOptions(Handle);
}

/// <summary>Texts that cross the border.</summary>
internal static unsafe class NativeText
{
    /// <summary>UTF-8 with a final 0.</summary>
    public static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + '\0');

    /// <summary>Reads a text of LLVM's and gives it back.</summary>
    public static string Take(sbyte* text)
    {
        if (text is null)
            return "";
        string taken = Marshal.PtrToStringUTF8((nint)text) ?? "";
        LLVM.DisposeMessage(text);
        return taken;
    }
}
