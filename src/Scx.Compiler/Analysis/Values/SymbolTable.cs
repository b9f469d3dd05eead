using System.Runtime.CompilerServices;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Values;

/// <summary>Makes the symbols of one analysis, the same parts giving the same symbol.</summary>
internal sealed class SymbolTable
{
    // Deeper ones are cut off: an accumulator in a loop would grow with each round.
    private const int MaxDepth = 12;

    private readonly Dictionary<LiteralKey, Literal> literals = [];
    private readonly Dictionary<(IrType, string, string), KernelEnumSymbol> enums = [];
    private readonly Dictionary<IrType, NullSymbol> nulls = [];
    private readonly Dictionary<(IrType, SourceSpan), NullSymbol> handedOver = [];
    private readonly Dictionary<Global, Storage> globals = [];
    private readonly Dictionary<PartKey, Part> parts = [];
    private readonly Dictionary<ComputedKey, Computed> computed = [];

    public Literal Literal(IrType type, long number)
    {
        var key = new LiteralKey(type, number);
        if (!literals.TryGetValue(key, out var literal))
            literals.Add(key, literal = new Literal(type, number));
        return literal;
    }

    public KernelEnumSymbol Enum(IrType type, KernelEnumConstant constant)
    {
        var key = (type, constant.Enum, constant.Member);
        if (!enums.TryGetValue(key, out var symbol))
            enums.Add(key, symbol = new KernelEnumSymbol(type, constant));
        return symbol;
    }

    public NullSymbol Null(IrType type)
    {
        if (!nulls.TryGetValue(type, out var symbol))
            nulls.Add(type, symbol = new NullSymbol(type));
        return symbol;
    }

    /// <summary>What is left of an object that has been handed over.</summary>
    public NullSymbol HandedOver(IrType type, SourceSpan place, bool isRecord)
    {
        if (!handedOver.TryGetValue((type, place), out var symbol))
            handedOver.Add((type, place), symbol = new NullSymbol(type) { HandedOver = place, WasRecord = isRecord });
        return symbol;
    }

    public Storage Global(GlobalAddress address)
    {
        if (!globals.TryGetValue(address.Global, out var symbol))
            globals.Add(address.Global, symbol = new Storage(address.Result!.Type, address.Global, null));
        return symbol;
    }

    public Part Part(IrType type, Symbol whole, object selector, PointerTrust trust = default)
    {
        var key = new PartKey(whole, selector);
        if (!parts.TryGetValue(key, out var part))
            parts.Add(key, part = new Part(type, whole, selector) { Trust = trust });
        return part;
    }

    /// <summary>A computation, or null if it is nested too deeply to be kept.</summary>
    public Computed? Computed(IrType type, object? op, Symbol left, Symbol? right)
    {
        if (Math.Max(left.Depth, right?.Depth ?? 0) >= MaxDepth)
            return null;
        var key = new ComputedKey(type, op, left, right);
        if (!computed.TryGetValue(key, out var symbol))
            computed.Add(key, symbol = new Computed(type, op, left, right));
        return symbol;
    }

    // Types are slow to hash.
    private readonly record struct LiteralKey(IrType Type, long Number)
    {
        public override int GetHashCode() => Number.GetHashCode();
    }

    private readonly record struct PartKey(Symbol Whole, object Selector)
    {
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Whole) * 31 + Selector.GetHashCode();
    }

    private readonly record struct ComputedKey(IrType Type, object? Operator, Symbol Left, Symbol? Right)
    {
        public override int GetHashCode() =>
            (RuntimeHelpers.GetHashCode(Left) * 31 + (Right is null ? 0 : RuntimeHelpers.GetHashCode(Right))) * 31 + (Operator?.GetHashCode() ?? 0);
    }
}
