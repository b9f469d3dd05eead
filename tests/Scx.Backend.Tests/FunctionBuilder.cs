using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Backend.Tests;

/// <summary>Builds a function by hand. The place of the next step is the line set last.</summary>
internal sealed class FunctionBuilder
{
    private readonly List<Block> _blocks = [];
    private readonly List<Instruction> _instructions = [];
    private readonly ImmutableArray<Value> _parameters;
    private readonly SourceSpan _declaration;
    private BlockReference _current = new("entry");
    private ImmutableArray<Value> _blockParameters = [];
    private SourceSpan _span;

    public FunctionBuilder(string name, IrType result, params (string Name, IrType Type)[] parameters)
    {
        _parameters = [.. parameters.Select(p => new Value(p.Type, p.Name))];
        Reference = new FunctionReference(name, [.. parameters.Select(p => p.Type)], result);
        _declaration = _span = new SourceSpan(ModuleBuilder.File, 1, 1, 1, 2);
    }

    public FunctionReference Reference { get; }

    public Inlining Inlining { get; init; }

    public Value this[int parameter] => _parameters[parameter];

    public FunctionBuilder At(int line, int column = 5, string file = ModuleBuilder.File)
    {
        _span = line == 0 ? SourceSpan.None : new SourceSpan(file, line, column, line, column + 1);
        return this;
    }

    public Value Add(Instruction instruction, IrType type, string? name = null)
    {
        var result = new Value(type, name);
        _instructions.Add(instruction with { Result = result, Span = _span });
        return result;
    }

    public void Add(Instruction instruction) => _instructions.Add(instruction with { Span = _span });

    public Value Number(IrType type, long number) => Add(new Constant(number), type);

    public Value Op(BinaryOperator operation, Value left, Value right) => Add(new Binary(operation, left, right), left.Type);

    public Value Compare(Relation relation, Value left, Value right) => Add(new Compare(relation, left, right), IrType.Bool);

    public Value Convert(Value value, IrType type) => Add(new Compiler.Ir.Convert(value), type);

    public Value Operate(Map map, Helper helper, IrType result, params Value[] arguments)
    {
        Value address = Add(new MapAddress(map), new PointerType(map.Type, MemorySpace.Map));
        return Add(new MapOperation(helper, [address, .. arguments]) { Map = map }, result);
    }

    public Value Load(Value address) => Add(new Load(address), ((PointerType)address.Type).Target);

    public Value Global(Global global) => Add(new GlobalAddress(global), new PointerType(global.Type, MemorySpace.Global));

    public Value Field(Value kernelObject, string name, IrType type) =>
        Add(new KernelFieldAddress(kernelObject, name), new PointerType(type, MemorySpace.Kernel));

    public Value Call(KernelFunction function, IrType result, params Value[] arguments) => Add(new CallKernel(function, [.. arguments]), result);

    public void End(Terminator terminator)
    {
        _blocks.Add(new Block(_current, _blockParameters, [.. _instructions], terminator with { Span = _span }));
        _instructions.Clear();
    }

    public void Return(Value? result = null) => End(new Return(result));

    public void Branch(Value condition, BlockReference whenTrue, BlockReference whenFalse) =>
        End(new Branch(condition, new Edge(whenTrue), new Edge(whenFalse)));

    public void Jump(BlockReference block, params Value[] arguments) => End(new Jump(new Edge(block, [.. arguments])));

    public void Start(BlockReference block, params Value[] parameters)
    {
        _current = block;
        _blockParameters = [.. parameters];
    }

    public Function Build() => new(Reference, Reference.Name, _parameters, [.. _blocks], _declaration) { Inlining = Inlining };
}
