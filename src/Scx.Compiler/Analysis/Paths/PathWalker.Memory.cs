using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

internal sealed partial class PathWalker
{
    private readonly ZeroBytes zeros = new();

    /// <summary>
    /// What lies at an address. Memory outside of the stack is read once and kept until something may have written it, since LLVM joins such
    /// reads too.
    /// </summary>
    private Symbol Read(PathState state, Symbol address, Load load)
    {
        var type = load.Result!.Type;
        if (load.Volatile)
            return Fresh(type, load);
        if (state.Memory.TryGetValue(address, out var content) && content is not ZeroBytes && Fits(content.Type, type))
            return content;
        if (IsZero(state, address))
            return type is PointerType ? symbols.Null(type) : symbols.Literal(type, 0);
        if (Constants.At(address, type, state) is { } constant)
            return symbols.Literal(type, constant);
        var root = PathState.Root(address);
        if (Turns(root, type, state) is { } turns)
        {
            var turn = new Unknown(type, new Origin(load, load.Span, turns.AreExact));
            state.Facts[turn] = new Fact(turns.Numbers, Sides.None);
            return state.Memory[address] = turn;
        }
        // An element at an index that is not known may be one that is. What a tunable is will be known to the verifier, but to nobody before.
        bool exact = root is not Storage { Slot: not null } && root is not Storage { Global.NeverChanges: true }
            && !IsIteratorNumber(root) && root is not Unknown { Type: PointerType, Origin.Exact: false };
        var read = new Unknown(type, new Origin(load, load.Span, exact) { Trust = TrustOf(address) }) { Source = address };
        if (!load.Volatile)
            state.Memory[address] = read;
        return read;
    }

    /// <summary>A number of a range that is gone through: it is in the range, though the verifier does not say so.</summary>
    private static bool IsIteratorNumber(Symbol root) => root is Unknown { Origin.Maker: CallKernel, Type: PointerType { Target: IntType } };

    /// <summary>The numbers that a range goes through, if that is what is read, and whether its ends are all that is to be known of them.</summary>
    private (NumberRange Numbers, bool AreExact)? Turns(Symbol root, IrType type, PathState state)
    {
        if (!IsIteratorNumber(root) || type is not IntType || current.RangeOf((root as Unknown)?.Origin.Maker) is not { } begun
            || !state.Values.TryGetValue(begun.Arguments[1], out var start) || !state.Values.TryGetValue(begun.Arguments[2], out var end))
            return null;
        long first = state.Range(start).SignedLow, last = state.Range(end).SignedHigh - 1;
        if (first < 0 || last < first)
            return null;
        return (NumberRange.Unsigned(NumberRange.BitsOf(type), (ulong)first, (ulong)last), state.IsExact(start, Sides.Low) && state.IsExact(end, Sides.High));
    }

    private static bool Fits(IrType content, IrType wanted) =>
        content == wanted || (content is PointerType && wanted is PointerType);

    private static bool IsZero(PathState state, Symbol address)
    {
        for (var at = address; ; at = ((Part)at).Whole)
        {
            if (state.Memory.TryGetValue(at, out var content))
                return content is ZeroBytes;
            if (at is not Part)
                return false;
        }
    }

    private void Write(PathState state, Symbol address, Symbol stored)
    {
        Forget(state, address);
        state.Memory[address] = stored;
    }

    private void ZeroMemory(PathState state, Symbol address)
    {
        Forget(state, address);
        state.Memory[address] = zeros;
    }

    private void CopyMemory(PathState state, Symbol destination, Symbol source)
    {
        var copied = state.Memory.Where(e => Within(e.Key, source))
            .Select(e => (Address: Moved(e.Key, source, destination), Content: e.Value)).ToList();
        bool zero = IsZero(state, source);
        Forget(state, destination);
        if (zero)
            state.Memory[destination] = zeros;
        foreach (var (address, content) in copied)
            state.Memory[address] = content;
    }

    /// <summary>Drops what a write to an address may change: what lies inside it, around it, or in what may be the same place.</summary>
    private static void Forget(PathState state, Symbol address)
    {
        foreach (var entry in state.Memory)
        {
            var other = entry.Key;
            // Zeroed bytes around what is written stay zero.
            if (MayOverlap(other, address)
                && !(entry.Value is ZeroBytes && other != address && Within(address, other) && Selectors(address).All(s => s is not Symbol or Literal)))
                state.Memory.Remove(other);
        }
    }

    private static bool MayOverlap(Symbol a, Symbol b)
    {
        if (Within(a, b) || Within(b, a))
            return true;
        var (first, second) = (PathState.Root(a), PathState.Root(b));
        if (first != second)
            return first is not Storage && second is not Storage && a.Type == b.Type;
        return Selectors(a).Zip(Selectors(b), (x, y) => x.Equals(y) || (x is Symbol i && y is Symbol j && !(i is Literal && j is Literal))).All(same => same);
    }

    private static List<object> Selectors(Symbol address)
    {
        var selectors = new List<object>();
        for (; address is Part part; address = part.Whole)
            selectors.Insert(0, part.Selector);
        return selectors;
    }

    private static bool Within(Symbol inner, Symbol outer)
    {
        while (inner != outer)
        {
            if (inner is not Part part)
                return false;
            inner = part.Whole;
        }
        return true;
    }

    private Symbol Moved(Symbol address, Symbol from, Symbol to) =>
        address == from ? to : symbols.Part(address.Type, Moved(((Part)address).Whole, from, to), ((Part)address).Selector);

    /// <summary>Stands in memory for zeros as far as the object at that address reaches.</summary>
    private sealed class ZeroBytes() : Symbol(IrType.Void);
}
