using Scx.Bindings;

namespace Scx;

/// <summary>
/// An array among the globals whose length can be changed until the scheduler is loaded (<c>OpenScheduler.SetArrayLength</c>), with all values 0 at
/// first.
/// </summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="length">Number of values unless the loader is told another.</param>
[GlobalArray(GlobalArrayLength.Given)]
public sealed class ResizableArray<[MapValue] TValue>(int length) where TValue : unmanaged
{
    readonly TValue[] values = new TValue[length];

    /// <summary>Number of values.</summary>
    public int Length => values.Length;

    /// <summary>A value.</summary>
    /// <param name="index">Its index.</param>
    /// <exception cref="IndexOutOfRangeException">Under .NET: <paramref name="index"/> is not from 0 to <see cref="Length"/> - 1. In the kernel the method is left.</exception>
    public ref TValue this[int index] => ref values[index];
}
