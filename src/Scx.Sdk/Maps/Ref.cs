using System.Runtime.InteropServices;

namespace Scx;

/// <summary>A value found in a map, or in the memory of a <see cref="Dynptr"/>. Writing to <see cref="Value"/> writes there.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Ref<T> where T : unmanaged
{
    readonly ByteMemory? memory;
    readonly int offset;
    T value;

    internal Ref(T value) => this.value = value;

    internal Ref(ByteMemory memory, int offset) => (this.memory, this.offset) = (memory, offset);

    /// <summary>The value itself.</summary>
    public ref T Value
    {
        get
        {
            if (memory is null) return ref value;
            return ref MemoryMarshal.AsRef<T>(memory.Bytes[offset..]);
        }
    }
}
