using System.Runtime.InteropServices;

namespace Scx.Compiler.Llvm;

/// <summary>
/// The functions of LLVM's C interface that the back end calls, spelled as LLVMSharp.Interop spells them: the C name without <c>LLVM</c>.
/// </summary>
internal static unsafe partial class LLVM
{
    /// <summary>Stands for whatever <see cref="LlvmLibrary"/> finds.</summary>
    public const string LibraryName = "libLLVM";

    static LLVM() => LlvmLibrary.Register();

    [LibraryImport(LibraryName, EntryPoint = "LLVMInitializeBPFTargetInfo")]
    public static partial void InitializeBPFTargetInfo();

    [LibraryImport(LibraryName, EntryPoint = "LLVMInitializeBPFTarget")]
    public static partial void InitializeBPFTarget();

    [LibraryImport(LibraryName, EntryPoint = "LLVMInitializeBPFTargetMC")]
    public static partial void InitializeBPFTargetMC();

    [LibraryImport(LibraryName, EntryPoint = "LLVMInitializeBPFAsmPrinter")]
    public static partial void InitializeBPFAsmPrinter();

    [LibraryImport(LibraryName, EntryPoint = "LLVMInitializeBPFAsmParser")]
    public static partial void InitializeBPFAsmParser();

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetVersion")]
    public static partial void GetVersion(uint* major, uint* minor, uint* patch);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposeMessage")]
    public static partial void DisposeMessage(sbyte* message);

    [LibraryImport(LibraryName, EntryPoint = "LLVMContextCreate")]
    public static partial nint ContextCreate();

    [LibraryImport(LibraryName, EntryPoint = "LLVMContextDispose")]
    public static partial void ContextDispose(nint context);

    [LibraryImport(LibraryName, EntryPoint = "LLVMContextSetDiagnosticHandler")]
    public static partial void ContextSetDiagnosticHandler(nint context, delegate* unmanaged<nint, nint, void> handler, nint state);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetDiagInfoDescription")]
    public static partial sbyte* GetDiagInfoDescription(nint info);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetDiagInfoSeverity")]
    public static partial LLVMDiagnosticSeverity GetDiagInfoSeverity(nint info);

    [LibraryImport(LibraryName, EntryPoint = "LLVMCreateMemoryBufferWithMemoryRangeCopy")]
    public static partial nint CreateMemoryBufferWithMemoryRangeCopy(byte* data, nuint length, byte* name);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetBufferStart")]
    public static partial byte* GetBufferStart(nint buffer);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetBufferSize")]
    public static partial nuint GetBufferSize(nint buffer);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposeMemoryBuffer")]
    public static partial void DisposeMemoryBuffer(nint buffer);

    [LibraryImport(LibraryName, EntryPoint = "LLVMParseIRInContext")]
    public static partial int ParseIRInContext(nint context, nint buffer, nint* module, sbyte** message);

    [LibraryImport(LibraryName, EntryPoint = "LLVMVerifyModule")]
    public static partial int VerifyModule(nint module, LLVMVerifierFailureAction action, sbyte** message);

    [LibraryImport(LibraryName, EntryPoint = "LLVMPrintModuleToString")]
    public static partial sbyte* PrintModuleToString(nint module);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposeModule")]
    public static partial void DisposeModule(nint module);

    [LibraryImport(LibraryName, EntryPoint = "LLVMSetDataLayout")]
    public static partial void SetDataLayout(nint module, sbyte* layout);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetTargetFromTriple")]
    public static partial int GetTargetFromTriple(byte* triple, nint* target, sbyte** message);

    [LibraryImport(LibraryName, EntryPoint = "LLVMCreateTargetMachine")]
    public static partial nint CreateTargetMachine(
        nint target, byte* triple, byte* cpu, byte* features, LLVMCodeGenOptLevel level, LLVMRelocMode relocations, LLVMCodeModel model);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposeTargetMachine")]
    public static partial void DisposeTargetMachine(nint machine);

    [LibraryImport(LibraryName, EntryPoint = "LLVMCreateTargetDataLayout")]
    public static partial nint CreateTargetDataLayout(nint machine);

    [LibraryImport(LibraryName, EntryPoint = "LLVMCopyStringRepOfTargetData")]
    public static partial sbyte* CopyStringRepOfTargetData(nint data);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposeTargetData")]
    public static partial void DisposeTargetData(nint data);

    [LibraryImport(LibraryName, EntryPoint = "LLVMTargetMachineEmitToMemoryBuffer")]
    public static partial int TargetMachineEmitToMemoryBuffer(
        nint machine, nint module, LLVMCodeGenFileType kind, sbyte** message, nint* buffer);

    [LibraryImport(LibraryName, EntryPoint = "LLVMCreatePassBuilderOptions")]
    public static partial nint CreatePassBuilderOptions();

    [LibraryImport(LibraryName, EntryPoint = "LLVMPassBuilderOptionsSetLoopVectorization")]
    public static partial void PassBuilderOptionsSetLoopVectorization(nint options, int on);

    [LibraryImport(LibraryName, EntryPoint = "LLVMPassBuilderOptionsSetSLPVectorization")]
    public static partial void PassBuilderOptionsSetSLPVectorization(nint options, int on);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposePassBuilderOptions")]
    public static partial void DisposePassBuilderOptions(nint options);

    [LibraryImport(LibraryName, EntryPoint = "LLVMRunPasses")]
    public static partial nint RunPasses(nint module, byte* passes, nint machine, nint options);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetErrorMessage")]
    public static partial sbyte* GetErrorMessage(nint error);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposeErrorMessage")]
    public static partial void DisposeErrorMessage(sbyte* message);
}
