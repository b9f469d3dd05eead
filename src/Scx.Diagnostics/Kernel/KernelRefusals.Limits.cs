namespace Scx.Diagnostics;

public static partial class KernelRefusals
{
    static readonly KernelRefusal[] Limits =
    [
        new("SCX9017", "Too much work for the verifier", "Nothing that the kernel can see ends this loop",
            "Count its turns and stop at a constant, or use 'foreach' over a range.",
            "infinite loop detected", "back-edge from insn")
            { FoundBefore = ["SCX5001"] },
        new("SCX9017", "Too much work for the verifier", "There are more ways through {callback} than the kernel follows; this is where it gave up",
            "Give loops a small constant limit, or use 'foreach' over a range, whose body is followed once; move rare or large parts out of loops.",
            "BPF program is too large", @"sequence of \d+ jumps is too complex", "loop iteration limit")
            { FoundBefore = ["SCX5001"] },
        new("SCX9018", "Stack is too small", "The callback and the methods that it calls need more than the 512 bytes of stack, or nest too deep",
            "Keep large structs in a PerCpu<T> instead of in local variables.",
            "combined stack size of", "stack size of subprog", @"call stack of \d+ frames")
            { FoundBefore = ["SCX5004", "SCX5005"] },
        new("SCX9019", "Program is not well formed", "The kernel finds recursion, or code that is never reached",
            "Use a loop instead of recursion; anything else is a bug of the compiler.",
            "recursive call from", "unreachable insn", "last insn is not an exit", "invalid shift", "div by zero")
            { FoundBefore = ["SCX1009"], IsMissed = true },
        new("SCX9033", "Object has too many parts", "The object has more maps, functions or methods than the kernel takes: {words}",
            "Merge maps; the kernel takes 64 maps, 256 methods and 256 kernel functions.",
            "(too many|exceed\\w*) .*(maps|kfunc|kernel function|subprog|BTF)"),
    ];
}
