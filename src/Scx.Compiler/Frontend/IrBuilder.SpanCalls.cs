using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Methods of spans and of their enumerators.</content>
internal sealed partial class IrBuilder
{
    /// <summary>Lowers a call of a span's method; false if the method is none.</summary>
    private bool TryLowerSpanCall(IInvocationOperation invocation, out Value? result)
    {
        var method = invocation.TargetMethod;
        var holder = method.ContainingType;
        bool onSpan = SpanTypes.Element(holder) is not null, onEnumerator = invocation.Instance is { } instance && SpanTypes.IsEnumerator(instance.Type);
        if (TryLowerMemoryMarshal(invocation, out result))
            return true;
        if (!onSpan && !onEnumerator && !holder.MetadataNameIs("System.MemoryExtensions"))
            return false;
        // Without a comparer, elements are compared by what their type has for it.
        var arguments = InOrder(invocation.Arguments, a => a is not { ArgumentKind: ArgumentKind.DefaultValue, Parameter.Type.TypeKind: TypeKind.Interface });
        switch (method.Name)
        {
            case "MoveNext" when onEnumerator:
                result = MoveNext(LowerAddress(invocation.Instance!));
                return true;
            case "Dispose" when onEnumerator:
                return true;
            case "GetEnumerator" when onSpan:
                var span = LowerSpan(invocation.Instance!);
                result = Stored(span with { Start = Difference(span.Start, Index(1)) }, TypeOf(invocation));
                return true;
            case "Slice" when onSpan:
                result = Stored(Slice(LowerSpan(invocation.Instance!), arguments, invocation.Instance!), TypeOf(invocation));
                return true;
            case "Clear" when onSpan:
                Fill(LowerSpan(invocation.Instance!), place => builder.Add(new Zero(place, ((PointerType)place.Type).Target)));
                return true;
            case "Fill" when onSpan:
                var filled = LowerSpan(invocation.Instance!);
                var value = Stable(arguments[0]);
                Fill(filled, place => Put(place, value));
                return true;
            case "CopyTo" when onSpan:
                CopySpan(LowerSpan(invocation.Instance!), LowerSpan(arguments[0]), arguments[0]);
                return true;
            case "AsSpan" when arguments.Length == 1 && arguments[0].Type is IArrayTypeSymbol:
                result = Stored(SpanOfTable(arguments[0]), TypeOf(invocation));
                return true;
            case "SequenceEqual" when arguments.Length == 2:
                result = SequenceEqual(LowerSpan(arguments[0]), LowerSpan(arguments[1]), SpanTypes.Element(arguments[0].Type)!);
                return true;
            case "StartsWith" or "EndsWith" when arguments.Length == 2 && SpanTypes.Element(arguments[1].Type) is not null:
                result = HasPart(LowerSpan(arguments[0]), LowerSpan(arguments[1]), method.Name == "EndsWith", SpanTypes.Element(arguments[0].Type)!);
                return true;
            case "TryCopyTo" when onSpan:
                result = TryCopySpan(LowerSpan(invocation.Instance!), LowerSpan(arguments[0]), arguments[0]);
                return true;
            case "Reverse" when arguments.Length == 1:
                Reverse(LowerSpan(arguments[0]));
                return true;
            case "IndexOf" or "LastIndexOf" or "IndexOfAny" or "LastIndexOfAny" or "Contains" or "ContainsAny"
                when arguments.Length > 1 && arguments.Skip(1).All(a => SymbolEqualityComparer.Default.Equals(a.Type, SpanTypes.Element(arguments[0].Type))):
                var searched = LowerSpan(arguments[0]);
                bool isContained = method.Name.StartsWith("Contains", StringComparison.Ordinal);
                var at = IndexOf(searched, [.. arguments.Skip(1).Select(Stable)], method.Name.StartsWith("Last", StringComparison.Ordinal), SpanTypes.Element(arguments[0].Type)!);
                result = isContained ? builder.Compare(Relation.GreaterOrEqual, at, builder.Constant(IrType.S32, 0)) : at;
                return true;
            case "Sort" or "SequenceCompareTo" or "IndexOfAnyInRange" or "IndexOfAnyExceptInRange" or "ContainsAnyInRange" or "ContainsAnyExceptInRange"
                when method.Arity == 1 && !IsOrdered(method.TypeArguments[0]):
                throw new UnsupportedException(Rules.NoOrder, Spans.Of(invocation.Syntax), TypeLowering.Display(typeArguments.Of(method.TypeArguments[0])));
            default:
                return false;
        }
    }

    private Value MoveNext(Value enumerator)
    {
        var place = FieldNamed(enumerator, SpanTypes.Start);
        var next = builder.Emit(new Opaque(Sum(builder.Load(place), Index(1))), IrType.U64);
        builder.Store(place, next);
        return builder.Compare(Relation.Less, next, builder.Load(FieldNamed(enumerator, SpanTypes.End)));
    }

    private SpanParts Slice(SpanParts span, ImmutableArray<IOperation> arguments, IOperation instance)
    {
        var start = LowerValue(arguments[0]);
        var end = arguments.Length == 1 ? null : builder.Emit(new Binary(BinaryOperator.Add, start, LowerValue(arguments[1])), IrType.S32);
        return Slice(span, LengthOf(span), start, end, arguments.All(a => a.ConstantValue.HasValue), instance);
    }

    /// <summary>A loop over indices; what is done with each may leave it.</summary>
    private void ForEach(Value start, Value end, Action<Value, BlockReference> turn)
    {
        var index = builder.Slot(IrType.U64);
        builder.Store(index, start);
        var (header, body, done) = (builder.NewBlock("each"), builder.NewBlock("element"), builder.NewBlock("done"));
        builder.Jump(header);
        builder.Begin(header);
        var at = builder.Emit(new Opaque(builder.Load(index)), IrType.U64);
        builder.Branch(builder.Compare(Relation.Less, at, end), body, done);
        builder.Begin(body);
        turn(at, done);
        builder.Store(index, Sum(at, Index(1)));
        builder.End(new MayGoto(new Edge(header), new Edge(WayOut(leaveFrom, leaveRun))));
        builder.Begin(done);
    }

    private void Fill(SpanParts span, Action<Value> put) => ForEach(span.Start, span.End, (at, _) => put(ElementOf(span, at)));

    private void CopySpan(SpanParts source, SpanParts destination, IOperation to)
    {
        var length = Within(LengthOf(source), LengthOf(destination), to, atMost: true);
        RequireLess(length, Difference(destination.End, destination.Start), relation: Relation.LessOrEqual);
        // What is copied to further back in the same memory begins at the end, or it would be overwritten before it is copied.
        var (same, forwards, backwards, done) = (builder.NewBlock("same"), builder.NewBlock("forwards"), builder.NewBlock("backwards"), builder.NewBlock("copied"));
        builder.Branch(builder.Compare(Relation.Equal, source.Base, builder.Coerce(destination.Base, source.Base.Type)), same, forwards);
        builder.Begin(same);
        builder.Branch(builder.Compare(Relation.Less, source.Start, destination.Start), backwards, forwards);
        builder.Begin(backwards);
        ForEach(Index(0), length, (at, _) => CopyElement(Difference(Difference(length, Index(1)), at)));
        builder.Jump(done);
        builder.Begin(forwards);
        ForEach(Index(0), length, (at, _) => CopyElement(at));
        builder.Jump(done);
        builder.Begin(done);

        void CopyElement(Value at)
        {
            var from = ElementAt(source, at, false);
            Put(ElementAt(destination, at, false), Held(from));
        }
    }

    private Value SequenceEqual(SpanParts left, SpanParts right, ITypeSymbol element)
    {
        var (equal, compared, done) = (builder.Slot(IrType.Bool), builder.NewBlock("compare"), builder.NewBlock("compared"));
        var length = Difference(left.End, left.Start);
        builder.Store(equal, builder.Constant(IrType.Bool, 0));
        builder.Branch(builder.Compare(Relation.Equal, length, Difference(right.End, right.Start)), compared, done);
        builder.Begin(compared);
        ForEach(Index(0), length, (at, _) =>
        {
            var (a, b) = (Held(ElementAt(left, at, false)), Held(ElementAt(right, at, false)));
            var next = builder.NewBlock("equal");
            builder.Branch(DefaultEquals(a, b, element), next, done);
            builder.Begin(next);
        });
        builder.Store(equal, builder.Constant(IrType.Bool, 1));
        builder.Jump(done);
        builder.Begin(done);
        return builder.Load(equal);
    }

    private Value HasPart(SpanParts whole, SpanParts part, bool atEnd, ITypeSymbol element)
    {
        var (found, compare, done) = (builder.Slot(IrType.Bool), builder.NewBlock("compare"), builder.NewBlock("compared"));
        builder.Store(found, builder.Constant(IrType.Bool, 0));
        var length = Difference(part.End, part.Start);
        builder.Branch(builder.Compare(Relation.LessOrEqual, length, Difference(whole.End, whole.Start)), compare, done);
        builder.Begin(compare);
        var piece = atEnd ? whole with { Start = Difference(whole.End, length) } : whole with { End = Sum(whole.Start, length) };
        builder.Store(found, SequenceEqual(piece, part, element));
        builder.Jump(done);
        builder.Begin(done);
        return builder.Load(found);
    }

    private Value TryCopySpan(SpanParts source, SpanParts destination, IOperation to)
    {
        var (copied, copy, done) = (builder.Slot(IrType.Bool), builder.NewBlock("copy"), builder.NewBlock("copied"));
        builder.Store(copied, builder.Constant(IrType.Bool, 0));
        builder.Branch(builder.Compare(Relation.LessOrEqual, LengthOf(source), LengthOf(destination)), copy, done);
        builder.Begin(copy);
        CopySpan(source, destination, to);
        builder.Store(copied, builder.Constant(IrType.Bool, 1));
        builder.Jump(done);
        builder.Begin(done);
        return builder.Load(copied);
    }

    private void Reverse(SpanParts span)
    {
        var length = Difference(span.End, span.Start);
        ForEach(Index(0), builder.Emit(new Binary(BinaryOperator.ShiftRight, length, Index(1)), IrType.U64), (at, _) =>
        {
            var (first, last) = (ElementAt(span, at, false), ElementAt(span, Difference(Difference(length, Index(1)), at), false));
            var before = CopyOf(first);
            Put(first, Held(last));
            Put(last, Held(before));
        });
    }

    /// <summary>The index of the first element, or of the last, that is one of some values; -1 if none is.</summary>
    private Value IndexOf(SpanParts span, ImmutableArray<Value> wanted, bool last, ITypeSymbol type)
    {
        var found = builder.Slot(IrType.S32);
        builder.Store(found, builder.Constant(IrType.S32, -1));
        ForEach(span.Start, span.End, (at, done) =>
        {
            var (hit, next) = (builder.NewBlock("hit"), builder.NewBlock("next"));
            var element = Held(ElementOf(span, at));
            foreach (var value in wanted)
            {
                var other = value == wanted[wanted.Length - 1] ? next : builder.NewBlock("other");
                builder.Branch(DefaultEquals(element, value, type), hit, other);
                if (other != next)
                    builder.Begin(other);
            }
            builder.Begin(hit);
            builder.Store(found, builder.Coerce(Difference(at, span.Start), IrType.S32));
            builder.Jump(last ? next : done);
            builder.Begin(next);
        });
        return builder.Load(found);
    }
}
