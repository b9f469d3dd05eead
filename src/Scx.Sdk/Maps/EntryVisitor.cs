using Scx.Bindings;

namespace Scx;

/// <summary>Looks at one entry of a map that is gone through.</summary>
/// <typeparam name="TKey">Type of the map's keys.</typeparam>
/// <typeparam name="TValue">Type of its values.</typeparam>
/// <param name="key">The entry's key.</param>
/// <param name="value">The entry's value.</param>
[KernelCallback("bool (void *, void *, void *, void *)", 1, 2)]
public delegate LoopStep EntryVisitor<TKey, TValue>(in TKey key, ref TValue value) where TKey : unmanaged where TValue : unmanaged;

/// <summary>Looks at one entry of a map that is gone through.</summary>
/// <typeparam name="TKey">Type of the map's keys.</typeparam>
/// <typeparam name="TValue">Type of its values.</typeparam>
/// <typeparam name="TState">Type of what the calls share.</typeparam>
/// <param name="key">The entry's key.</param>
/// <param name="value">The entry's value.</param>
/// <param name="state">What the calls share.</param>
[KernelCallback("bool (void *, void *, void *, void *)", 1, 2, 3)]
public delegate LoopStep EntryVisitor<TKey, TValue, TState>(in TKey key, ref TValue value, ref TState state)
    where TKey : unmanaged where TValue : unmanaged where TState : unmanaged;
