using System.Runtime.CompilerServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// An address in the scheduler's <see cref="Arena"/>. It can be kept anywhere: in globals, in map values, in the arena itself. User space knows the
/// thing by the same address.
/// </summary>
/// <typeparam name="T">What lies there.</typeparam>
[ArenaPointer]
public readonly unsafe struct ArenaPointer<T> : IEquatable<ArenaPointer<T>> where T : unmanaged
{
    readonly ulong address;

    internal ArenaPointer(ulong address) => this.address = address;

    /// <summary>The pointer whose address is known: that of a thing in the arena, as <see cref="Address"/> gave it, or 0.</summary>
    /// <param name="address">The address in user space.</param>
    public static ArenaPointer<T> FromAddress(ulong address) => new(address);

    /// <summary>Whether it points at nothing.</summary>
    public bool IsNull => address == 0;

    /// <summary>The address in user space; 0 for null.</summary>
    public ulong Address => address;

    /// <summary>What lies there.</summary>
    /// <exception cref="NullReferenceException">Under .NET: it points at nothing. The kernel goes on, with memory that reads 0.</exception>
    public ref T Value => ref this[0];

    /// <summary>An element of a run of <typeparamref name="T"/> that begins there. No one checks how long the run is.</summary>
    /// <param name="index">Its index.</param>
    /// <exception cref="NullReferenceException">Under .NET: the pointer points at nothing.</exception>
    public ref T this[int index]
    {
        get
        {
            if (address == 0) throw new NullReferenceException();
            return ref Unsafe.Add(ref Unsafe.AsRef<T>((void*)address), index);
        }
    }

    /// <summary>The address of an element of a run that begins there.</summary>
    /// <param name="index">Its index.</param>
    public ArenaPointer<T> Element(int index) => new(address + (ulong)((long)index * sizeof(T)));

    /// <summary>The same address, with something else there.</summary>
    /// <typeparam name="TOther">What lies there.</typeparam>
    public ArenaPointer<TOther> As<TOther>() where TOther : unmanaged => new(address);

    /// <inheritdoc/>
    public bool Equals(ArenaPointer<T> other) => address == other.address;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ArenaPointer<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => address.GetHashCode();

    /// <summary>Whether both point at the same thing.</summary>
    public static bool operator ==(ArenaPointer<T> left, ArenaPointer<T> right) => left.address == right.address;

    /// <summary>Whether they point at different things.</summary>
    public static bool operator !=(ArenaPointer<T> left, ArenaPointer<T> right) => left.address != right.address;
}
