namespace Scx;

/// <summary>A value found in a map. Writing to <see cref="Value"/> writes to the map.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Ref<T> where T : unmanaged
{
    T value;

    internal Ref(T value) => this.value = value;

    /// <summary>The value itself.</summary>
    public ref T Value => ref value;
}
