using Scx.Bindings;

namespace Scx;

/// <summary>One turn of <see cref="Loop.Run(uint, LoopBody)"/>.</summary>
/// <param name="turn">The number of the turn, from 0.</param>
[KernelCallback("bool (u32, void *)", 0)]
public delegate LoopStep LoopBody(uint turn);

/// <summary>One turn of <see cref="Loop.Run{TState}(uint, LoopBody{TState}, ref TState)"/>.</summary>
/// <typeparam name="TState">Type of what the turns share.</typeparam>
/// <param name="turn">The number of the turn, from 0.</param>
/// <param name="state">What the turns share.</param>
[KernelCallback("bool (u32, void *)", 0, 1)]
public delegate LoopStep LoopBody<TState>(uint turn, ref TState state) where TState : unmanaged;
