namespace Scx.Compiler.Ir.Passes;

/// <summary>A way out of a loop that is taken by a counter, which begins at a literal.</summary>
/// <param name="Branch">The end of the block that it leaves from, which every turn passes.</param>
/// <param name="LeavesWhenTrue">Which way it is.</param>
/// <param name="Counter">A parameter of the loop's header.</param>
/// <param name="Turns">How often the header is passed by then.</param>
internal sealed record CountedExit(Branch Branch, bool LeavesWhenTrue, Value Counter, int Turns);
