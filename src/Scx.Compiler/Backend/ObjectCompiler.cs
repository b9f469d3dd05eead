using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>The whole back end.</summary>
public static class ObjectCompiler
{
    /// <summary>Makes the object that the loader takes.</summary>
    /// <param name="module">A verified module.</param>
    /// <param name="options">What the user chose.</param>
    /// <returns>An ELF file: the same for the same module on any machine with the same LLVM.</returns>
    /// <exception cref="Llvm.LlvmNotFoundException">No LLVM on this machine.</exception>
    /// <exception cref="LlvmRejectedException">LLVM cannot make code for the program.</exception>
    /// <exception cref="StackExceededException">It needs more stack than the kernel has.</exception>
    public static byte[] Compile(Module module, BackendOptions options)
    {
        byte[] file;
        try
        {
            file = LlvmPipeline.Compile(LlvmTextWriter.Write(module, options), options);
        }
        catch (LlvmRejectedException rejected) when (StackFrames.Of(rejected, module) is { } exceeded)
        {
            throw exceeded;
        }
        StackFrames.Check(module, file);
        return ObjectFinisher.Finish(file);
    }
}
