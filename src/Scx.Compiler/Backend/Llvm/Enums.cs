namespace Scx.Compiler.Llvm;

/// <summary>How bad a message of LLVM's is.</summary>
internal enum LLVMDiagnosticSeverity
{
    LLVMDSError,
    LLVMDSWarning,
    LLVMDSRemark,
    LLVMDSNote,
}

/// <summary>What a failed verification does.</summary>
internal enum LLVMVerifierFailureAction
{
    LLVMAbortProcessAction,
    LLVMPrintMessageAction,
    LLVMReturnStatusAction,
}

/// <summary>Effort of the code generator.</summary>
internal enum LLVMCodeGenOptLevel
{
    LLVMCodeGenLevelNone,
    LLVMCodeGenLevelLess,
    LLVMCodeGenLevelDefault,
    LLVMCodeGenLevelAggressive,
}

/// <summary>Relocation model.</summary>
internal enum LLVMRelocMode
{
    LLVMRelocDefault,
    LLVMRelocStatic,
    LLVMRelocPIC,
}

/// <summary>Code model.</summary>
internal enum LLVMCodeModel
{
    LLVMCodeModelDefault,
}

/// <summary>What the code generator writes.</summary>
internal enum LLVMCodeGenFileType
{
    LLVMAssemblyFile,
    LLVMObjectFile,
}

/// <summary>Who sees a function.</summary>
internal enum LLVMLinkage
{
    LLVMInternalLinkage = 8,
}

/// <summary>Kinds of types.</summary>
internal enum LLVMTypeKind
{
    LLVMVoidTypeKind,
}
