using System.Runtime.InteropServices;

namespace Scx.Compiler.Llvm;

/// <content>Functions, blocks and instructions of a module.</content>
internal static unsafe partial class LLVM
{
    [LibraryImport(LibraryName, EntryPoint = "LLVMGetFirstFunction")]
    public static partial nint GetFirstFunction(nint module);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetNextFunction")]
    public static partial nint GetNextFunction(nint function);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetLinkage")]
    public static partial LLVMLinkage GetLinkage(nint global);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGlobalGetValueType")]
    public static partial nint GlobalGetValueType(nint global);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetReturnType")]
    public static partial nint GetReturnType(nint functionType);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetTypeKind")]
    public static partial LLVMTypeKind GetTypeKind(nint type);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetFirstBasicBlock")]
    public static partial nint GetFirstBasicBlock(nint function);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetNextBasicBlock")]
    public static partial nint GetNextBasicBlock(nint block);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetBasicBlockTerminator")]
    public static partial nint GetBasicBlockTerminator(nint block);

    [LibraryImport(LibraryName, EntryPoint = "LLVMIsAReturnInst")]
    public static partial nint IsAReturnInst(nint value);

    [LibraryImport(LibraryName, EntryPoint = "LLVMVoidTypeInContext")]
    public static partial nint VoidTypeInContext(nint context);

    [LibraryImport(LibraryName, EntryPoint = "LLVMFunctionType")]
    public static partial nint FunctionType(nint returnType, nint* parameters, uint count, int isVariadic);

    [LibraryImport(LibraryName, EntryPoint = "LLVMGetInlineAsm")]
    public static partial nint GetInlineAsm(
        nint type, byte* text, nuint length, byte* constraints, nuint constraintsLength, int hasSideEffects, int alignsStack, int dialect, int canThrow);

    [LibraryImport(LibraryName, EntryPoint = "LLVMCreateBuilderInContext")]
    public static partial nint CreateBuilderInContext(nint context);

    [LibraryImport(LibraryName, EntryPoint = "LLVMPositionBuilderBefore")]
    public static partial void PositionBuilderBefore(nint builder, nint instruction);

    [LibraryImport(LibraryName, EntryPoint = "LLVMBuildCall2")]
    public static partial nint BuildCall2(nint builder, nint type, nint function, nint* arguments, uint count, byte* name);

    [LibraryImport(LibraryName, EntryPoint = "LLVMDisposeBuilder")]
    public static partial void DisposeBuilder(nint builder);
}
