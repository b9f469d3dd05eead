using System.Text;
using Scx.Compiler.Backend;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Driver;

/// <summary>From a simplified module to the bytes of the stage that is wanted.</summary>
internal static class Emitter
{
    public static byte[] Emit(Module module, EmitKind kind, BackendOptions options) => kind switch
    {
        EmitKind.Ir => Encoding.UTF8.GetBytes(IrPrinter.Print(module)),
        EmitKind.Llvm => Encoding.UTF8.GetBytes(LlvmTextWriter.Write(module, options)),
        EmitKind.LlvmOptimized => Encoding.UTF8.GetBytes(LlvmPipeline.Optimize(LlvmTextWriter.Write(module, options), options)),
        EmitKind.Assembly => Encoding.UTF8.GetBytes(LlvmPipeline.ToAssembly(LlvmTextWriter.Write(module, options), options)),
        _ => ObjectCompiler.Compile(module, options),
    };

    /// <summary>What the file of a scheduler is called if the user names none.</summary>
    public static string FileName(string scheduler, EmitKind kind) => scheduler + kind switch
    {
        EmitKind.Ir => ".ir",
        EmitKind.Llvm => ".ll",
        EmitKind.LlvmOptimized => ".opt.ll",
        EmitKind.Assembly => ".s",
        _ => ".bpf.o",
    };
}
