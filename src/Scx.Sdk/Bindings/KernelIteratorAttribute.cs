namespace Scx.Bindings;

/// <summary>
/// Binds a ref struct to one of the kernel's open-coded iterators (<c>struct bpf_iter_*</c>), so that it can be used with <c>foreach</c>. The compiler
/// keeps the kernel's state on the stack and calls, by these members of the ref struct:
/// <list type="table">
/// <item>
/// <term>a method anywhere that returns it</term>
/// <description>with <see cref="KfuncAttribute"/> for <c>bpf_iter_*_new</c>; the state is the kernel function's first argument, the method's own follow.</description>
/// </item>
/// <item><term><c>GetEnumerator()</c></term><description>returns the iterator itself and costs nothing.</description></item>
/// <item><term><c>bool MoveNext()</c></term><description>with <see cref="KfuncAttribute"/> for <c>bpf_iter_*_next</c>; false where that gives null.</description></item>
/// <item>
/// <term><c>Current</c></term>
/// <description>what the last pointer that <c>bpf_iter_*_next</c> gave points at if it is a number; that pointer itself if it is a kernel object.</description>
/// </item>
/// <item>
/// <term><c>void Dispose()</c></term>
/// <description>with <see cref="KfuncAttribute"/> for <c>bpf_iter_*_destroy</c>; called on every way out of the loop.</description>
/// </item>
/// <item>
/// <term>any other method with <see cref="KfuncAttribute"/></term>
/// <description>gets the state as the kernel function's first argument.</description>
/// </item>
/// </list>
/// <see cref="NumberIterator"/> is an example. Bodies are for plain .NET only.
/// </summary>
/// <param name="name">Name of the state's struct in BTF, such as <c>bpf_iter_num</c>.</param>
/// <param name="size">Bytes of the state, a multiple of 8; the same in every kernel (it is part of the kernel's interface).</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class KernelIteratorAttribute(string name, int size) : Attribute
{
    /// <summary>Name of the state's struct in BTF.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes of the state.</summary>
    public int Size { get; } = size;
}
