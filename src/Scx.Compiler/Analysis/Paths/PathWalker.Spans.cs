using System.Globalization;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>
/// Indices of spans. A span's length is a number like any other: often known, since methods are walked as their callers call them, and where it is not a
/// comparison with the length still says enough.
/// </content>
internal sealed partial class PathWalker
{
    private bool CheckInSpan(Instruction instruction, InSpan obligation, PathState state)
    {
        var (number, length) = (state.Values[obligation.Number], state.Values[obligation.Length]);
        var (range, limit) = (state.Range(number), state.Range(length));
        int room = obligation.AtMost ? 0 : 1;
        bool below = range.SignedHigh <= limit.SignedLow - room || new SpanRelations(state).IsBelow(number, length, room);
        if (range.SignedLow >= 0 && below)
            return true;
        bool negative = range.SignedLow < 0 && state.IsExact(number, Sides.Low);
        // Compared with something that is no number known now, it may be in range for reasons that are not followed here.
        bool past = !below && state.IsExact(number, Sides.High) && state.IsExact(length) && (limit.Single is not null || !new SpanRelations(state).IsCompared(number));
        if (negative || past)
            findings.Add(new PathFinding(instruction.Span, SpanReport(instruction, obligation, range, limit)));
        return limit.SignedHigh >= room && state.Narrow(number, range.Intersect(NumberRange.Unsigned(range.Bits, 0, (ulong)(limit.SignedHigh - room))));
    }

    private ScxDiagnostic SpanReport(Instruction instruction, InSpan obligation, NumberRange range, NumberRange limit)
    {
        var (low, _) = range.As(obligation.Number.Type);
        string size = limit.Single is { } known ? known == 1 ? "1 element" : string.Format(CultureInfo.InvariantCulture, "{0} elements", known)
            : limit.SignedHigh == int.MaxValue ? "any number of elements"
            : string.Format(CultureInfo.InvariantCulture, "{0} to {1} elements", Math.Max(0, limit.SignedLow), limit.SignedHigh);
        if (Maker(obligation.Number) is Constant && limit.Single is not null)
            return new ScxDiagnostic(Rules.ConstantIndex, instruction.Span, [low.ToString(CultureInfo.InvariantCulture), obligation.Span, size]);
        string name = obligation.Number.Name is { } named ? $"'{named}'" : obligation.AtMost ? "The end" : "The index";
        return new ScxDiagnostic(Rules.IndexNotInRange, instruction.Span, [name, RangeText.Of(range, obligation.Number.Type), obligation.Span, size])
        {
            Related = [.. Chain()],
        };
    }
}
