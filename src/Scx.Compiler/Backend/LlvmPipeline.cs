using System.Runtime.InteropServices;
using System.Text;
using Scx.Compiler.Ir;
using Scx.Compiler.Llvm;

namespace Scx.Compiler.Backend;

/// <summary>From LLVM IR text to a relocatable BPF object, through LLVM's C interface.</summary>
public static unsafe class LlvmPipeline
{
    private const string Triple = "bpfel";

    /// <summary>Optimises and makes the object as LLVM leaves it, DWARF included.</summary>
    /// <param name="llvmText">A module.</param>
    /// <param name="options">What the user chose.</param>
    /// <exception cref="LlvmNotFoundException">No LLVM on this machine.</exception>
    /// <exception cref="LlvmRejectedException">LLVM cannot make code for the program.</exception>
    /// <exception cref="InternalCompilerException">The text is no valid module.</exception>
    public static byte[] Compile(string llvmText, BackendOptions options) =>
        Run(llvmText, options, (module, machine, messages) => Emit(module, machine, LLVMCodeGenFileType.LLVMObjectFile, messages));

    /// <summary>Optimises and prints BPF assembly.</summary>
    /// <inheritdoc cref="Compile"/>
    public static string ToAssembly(string llvmText, BackendOptions options) => Encoding.UTF8.GetString(
        Run(llvmText, options, (module, machine, messages) => Emit(module, machine, LLVMCodeGenFileType.LLVMAssemblyFile, messages)));

    /// <summary>Optimises and prints LLVM IR.</summary>
    /// <inheritdoc cref="Compile"/>
    public static string Optimize(string llvmText, BackendOptions options) =>
        Run(llvmText, options, static (module, _, _) => module.PrintToString());

    /// <summary>The version of the LLVM in use, such as <c>19.1.7</c>.</summary>
    /// <exception cref="LlvmNotFoundException">No LLVM on this machine.</exception>
    public static string Version()
    {
        return Found(() =>
        {
            uint major, minor, patch;
            LLVM.GetVersion(&major, &minor, &patch);
            return $"{major}.{minor}.{patch}";
        });
    }

    private static T Run<T>(
        string llvmText, BackendOptions options, Func<LLVMModuleRef, LLVMTargetMachineRef, List<string>, T> finish) => Found(() =>
    {
        List<string> messages = [];
        GCHandle state = GCHandle.Alloc(messages);
        using LLVMContextRef context = LLVMContextRef.Create();
        try
        {
            context.SetDiagnosticHandler(&OnDiagnostic, GCHandle.ToIntPtr(state));
            using LLVMTargetMachineRef machine = CreateMachine(options);
            using LLVMModuleRef module = Parse(context, llvmText);
            module.SetDataLayout(machine);
            if (!module.TryVerify(LLVMVerifierFailureAction.LLVMReturnStatusAction, out string message))
                throw new InternalCompilerException(SourceSpan.None, $"LLVM refuses the module: {message}");
            RunPasses(module, machine);
            VoidSubprograms.ClearResults(context, module);
            T result = finish(module, machine, messages);
            return messages.Count == 0 ? result : throw new LlvmRejectedException([.. messages]);
        }
        finally
        {
            state.Free();
        }
    });

    /// <summary>A P/Invoke's failed static constructor wraps the reason; users get the reason.</summary>
    private static T Found<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (TypeInitializationException exception) when (exception.InnerException is LlvmNotFoundException missing)
        {
            throw new LlvmNotFoundException(missing.Attempts);
        }
    }

    private static LLVMTargetMachineRef CreateMachine(BackendOptions options)
    {
        LLVM.InitializeBPFTargetInfo();
        LLVM.InitializeBPFTarget();
        LLVM.InitializeBPFTargetMC();
        LLVM.InitializeBPFAsmPrinter();
        LLVM.InitializeBPFAsmParser();
        if (!LLVMTargetRef.TryGetTargetFromTriple(Triple, out LLVMTargetRef target, out string message))
            throw new InternalCompilerException(SourceSpan.None, $"this LLVM has no BPF target: {message}");
        return target.CreateTargetMachine(
            Triple, options.CpuName, "",
            LLVMCodeGenOptLevel.LLVMCodeGenLevelDefault, LLVMRelocMode.LLVMRelocDefault, LLVMCodeModel.LLVMCodeModelDefault);
    }

    private static LLVMModuleRef Parse(LLVMContextRef context, string text)
    {
        // The parser wants a 0 after the text, which the copy has; it then owns the buffer.
        LLVMMemoryBufferRef buffer = LLVMMemoryBufferRef.CreateWithMemoryRangeCopy(Encoding.UTF8.GetBytes(text), "scheduler.ll");
        return context.TryParseIR(buffer, out LLVMModuleRef module, out string message)
            ? module
            : throw new InternalCompilerException(SourceSpan.None, $"LLVM cannot read the module: {message}");
    }

    /// <summary>
    /// The target machine goes along because BPF adds passes of its own: those that keep tests in the shape that the verifier follows
    /// (BPFAdjustOpt.cpp), among others.
    /// </summary>
    private static void RunPasses(LLVMModuleRef module, LLVMTargetMachineRef machine)
    {
        using LLVMPassBuilderOptionsRef options = LLVMPassBuilderOptionsRef.Create();
        options.SetLoopVectorization(false);
        options.SetSLPVectorization(false);
        if (!module.TryRunPasses("default<O2>", machine, options, out string message))
            throw new InternalCompilerException(SourceSpan.None, $"LLVM's passes fail: {message}");
    }

    private static byte[] Emit(LLVMModuleRef module, LLVMTargetMachineRef machine, LLVMCodeGenFileType kind, List<string> messages)
    {
        bool made = machine.TryEmitToMemoryBuffer(module, kind, out string message, out LLVMMemoryBufferRef buffer);
        if (!made)
            throw new LlvmRejectedException([.. messages, message]);
        using (buffer)
            return buffer.Bytes.ToArray();
    }

    /// <summary>Errors are kept. Remarks also arrive here, one for each function.</summary>
    [UnmanagedCallersOnly]
    private static void OnDiagnostic(nint info, nint state)
    {
        if (LLVM.GetDiagInfoSeverity(info) != LLVMDiagnosticSeverity.LLVMDSError)
            return;
        if (GCHandle.FromIntPtr(state).Target is List<string> messages)
            messages.Add(NativeText.Take(LLVM.GetDiagInfoDescription(info)));
    }
}
