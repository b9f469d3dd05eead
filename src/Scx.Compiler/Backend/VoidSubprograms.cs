using Scx.Compiler.Llvm;

namespace Scx.Compiler.Backend;

/// <summary>
/// What a function that returns nothing leaves in register 0. The verifier lets no function return with the address of stack memory there, whether or
/// not its caller looks (kernel/bpf/verifier.c, prepare_func_exit: "cannot return stack pointer to the caller"), and LLVM leaves there what it last
/// computed. Done behind its passes, which would take a result that nobody uses away.
/// </summary>
internal static unsafe class VoidSubprograms
{
    /// <summary>Clears the register before each return of such a function.</summary>
    public static void ClearResults(LLVMContextRef context, LLVMModuleRef module)
    {
        nint type = LLVM.FunctionType(LLVM.VoidTypeInContext(context.Handle), null, 0, 0);
        nint builder = LLVM.CreateBuilderInContext(context.Handle);
        nint clear = Assembly(type, "r0 = 0"u8, "~{r0}"u8);
        byte noName = 0;
        for (nint function = LLVM.GetFirstFunction(module.Handle); function != 0; function = LLVM.GetNextFunction(function))
        {
            if (LLVM.GetLinkage(function) != LLVMLinkage.LLVMInternalLinkage
                || LLVM.GetTypeKind(LLVM.GetReturnType(LLVM.GlobalGetValueType(function))) != LLVMTypeKind.LLVMVoidTypeKind)
            {
                continue;
            }
            for (nint block = LLVM.GetFirstBasicBlock(function); block != 0; block = LLVM.GetNextBasicBlock(block))
            {
                nint end = LLVM.GetBasicBlockTerminator(block);
                if (LLVM.IsAReturnInst(end) == 0)
                    continue;
                LLVM.PositionBuilderBefore(builder, end);
                LLVM.BuildCall2(builder, type, clear, null, 0, &noName);
            }
        }
        LLVM.DisposeBuilder(builder);
    }

    private static nint Assembly(nint type, ReadOnlySpan<byte> instructions, ReadOnlySpan<byte> clobbers)
    {
        fixed (byte* i = instructions, c = clobbers)
            return LLVM.GetInlineAsm(type, i, (nuint)instructions.Length, c, (nuint)clobbers.Length, 1, 0, 0, 0);
    }
}
