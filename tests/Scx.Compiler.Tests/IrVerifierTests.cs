using System.Collections.Immutable;
using Scx.Compiler.Ir;
using Scx.Compiler.Ir.Passes;

namespace Scx.Compiler.Tests;

public class IrVerifierTests
{
    static readonly SourceSpan here = new("Test.cs", 7, 3, 7, 9);

    [Fact]
    public void Value_used_before_it_is_defined_is_refused()
    {
        Value one = new(IrType.U32), two = new(IrType.U32);
        var function = Returning(two, new Unary(UnaryOperator.Not, one) { Result = two, Span = here }, new Constant(1) { Result = one });
        Assert.Equal(here, Assert.Throws<InternalCompilerException>(() => IrVerifier.Verify(function)).Span);
    }

    [Fact]
    public void Value_defined_twice_is_refused()
    {
        Value one = new(IrType.U32);
        var function = Returning(one, new Constant(1) { Result = one }, new Constant(2) { Result = one, Span = here });
        Assert.Equal(here, Assert.Throws<InternalCompilerException>(() => IrVerifier.Verify(function)).Span);
    }

    [Fact]
    public void Operands_of_another_type_are_refused()
    {
        Value narrow = new(IrType.U32), wide = new(IrType.U64), sum = new(IrType.U64);
        var function = Returning(
            sum, new Constant(1) { Result = narrow }, new Constant(1) { Result = wide },
            new Binary(BinaryOperator.Add, wide, narrow) { Result = sum, Span = here });
        Assert.Equal(here, Assert.Throws<InternalCompilerException>(() => IrVerifier.Verify(function)).Span);
    }

    [Fact]
    public void Edge_that_brings_too_few_values_is_refused()
    {
        BlockReference entry = new("entry"), next = new("next");
        Value parameter = new(IrType.U32);
        var function = Made(
            IrType.U32,
            new Block(entry, [], [], new Jump(new Edge(next)) { Span = here }),
            new Block(next, [parameter], [], new Return(parameter)));
        Assert.Equal(here, Assert.Throws<InternalCompilerException>(() => IrVerifier.Verify(function)).Span);
    }

    [Fact]
    public void Slot_that_was_never_stored_reads_as_zero()
    {
        Value slot = new(new PointerType(IrType.U32, MemorySpace.Stack)), read = new(IrType.U32);
        var function = SsaConstruction.Run(Returning(
            read, new StackSlot(IrType.U32, "x") { Result = slot }, new Load(slot) { Result = read }));
        IrVerifier.Verify(function);
        var zero = Assert.IsType<Constant>(Assert.Single(function.Blocks[0].Instructions));
        Assert.Equal(0, zero.Number);
        Assert.Same(zero.Result, ((Return)function.Blocks[0].End).Result);
    }

    [Fact]
    public void Slot_whose_address_escapes_stays_in_memory()
    {
        Value slot = new(new PointerType(IrType.U32, MemorySpace.Stack)), address = new(IrType.U64);
        var function = Returning(
            address, new StackSlot(IrType.U32, "x") { Result = slot }, new Ir.Convert(slot) { Result = address });
        Assert.Equal(IrPrinter.Print(function), IrPrinter.Print(SsaConstruction.Run(function)));
    }

    static Function Returning(Value result, params ImmutableArray<Instruction> instructions) =>
        Made(result.Type, new Block(new BlockReference("entry"), [], instructions, new Return(result)));

    static Function Made(IrType returnType, params ImmutableArray<Block> blocks) =>
        new(new FunctionReference("f", [], returnType), "F", [], blocks, SourceSpan.None);
}
