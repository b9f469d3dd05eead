using System.Runtime.InteropServices;

namespace Scx;

/// <summary>Compares as the kernel compares keys: byte by byte, padding included.</summary>
sealed class BytewiseComparer<T> : IEqualityComparer<T> where T : unmanaged
{
    internal static readonly BytewiseComparer<T> Instance = new();

    public bool Equals(T x, T y) => Bytes(in x).SequenceEqual(Bytes(in y));

    public int GetHashCode(T value)
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes(in value));
        return hash.ToHashCode();
    }

    static ReadOnlySpan<byte> Bytes(ref readonly T value) => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in value, 1));
}
