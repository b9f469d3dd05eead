namespace Scx;

/// <summary>What the managed maps share.</summary>
static class MapStorage
{
    /// <summary>The number of entries, which the kernel wants not to be 0 (<c>array_map_alloc_check</c> and its like answer -EINVAL).</summary>
    internal static uint Checked(uint maxEntries)
    {
        ArgumentOutOfRangeException.ThrowIfZero(maxEntries);
        return maxEntries;
    }

    /// <summary>Values that are all 0.</summary>
    internal static Ref<TValue>[] Zeroed<TValue>(uint count) where TValue : unmanaged
    {
        var values = new Ref<TValue>[Checked(count)];
        for (int i = 0; i < values.Length; i++) values[i] = new Ref<TValue>(default);
        return values;
    }
}
