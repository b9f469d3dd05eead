using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>
/// <c>foreach</c> over a constant table. Roslyn's graph has the enumerator of <c>IEnumerable</c> for an array, which csc does not make either: here it is that of
/// a span.
/// </content>
internal sealed partial class IrBuilder
{
    private readonly Dictionary<CaptureId, Value> tableEnumerators = [];

    // What the graph would dispose: enumerators of tables, of which there is nothing to dispose.
    private readonly HashSet<CaptureId> disposedTables = [];

    private bool CaptureTableEnumerator(IFlowCaptureOperation capture)
    {
        if (TableOf(capture.Value) is { } table)
        {
            var span = SpanOfTable(table);
            var type = context.Types.SpanOf(((IArrayTypeSymbol)table.Type!).ElementType, Spans.Of(table.Syntax));
            tableEnumerators[capture.Id] = Stored(span with { Start = Difference(span.Start, Index(1)) }, type);
            return true;
        }
        return capture.Value is IConversionOperation { Operand: IFlowCaptureReferenceOperation of } && tableEnumerators.ContainsKey(of.Id)
            && disposedTables.Add(capture.Id) | true;
    }

    private IOperation? TableOf(IOperation enumerator) =>
        enumerator is IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: IConversionOperation { Operand: { Type: IArrayTypeSymbol } array } } ? array : null;

    private bool IsDisposedTable(IOperation? operation) => operation is IFlowCaptureReferenceOperation capture && disposedTables.Contains(capture.Id);

    /// <summary>The next element of a table; false if the call is none of a table's enumerator.</summary>
    private bool TryLowerTableCall(IInvocationOperation invocation, out Value? result)
    {
        result = null;
        if (IsDisposedTable(invocation.Instance))
            return true;
        if (invocation.Instance is not IFlowCaptureReferenceOperation capture || !tableEnumerators.TryGetValue(capture.Id, out var enumerator))
            return false;
        result = MoveNext(enumerator);
        return true;
    }

    /// <summary>What the enumerator of a table is at; null for anything else.</summary>
    private Value? TableElement(IConversionOperation unboxed)
    {
        if (unboxed.Operand is not IPropertyReferenceOperation { Property.Name: "Current", Instance: IFlowCaptureReferenceOperation capture }
            || !tableEnumerators.TryGetValue(capture.Id, out var enumerator))
            return null;
        var at = SpanAt(enumerator);
        return Held(ElementOf(at, at.Start));
    }
}
