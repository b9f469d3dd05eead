using System.Collections.Immutable;
using System.Globalization;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Literal indices that no array or map of that size has.</summary>
public static class ConstantIndexes
{
    /// <summary>Each literal index that is out of range.</summary>
    /// <param name="module">A scheduler in SSA form.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var function in module.Functions)
        {
            var instructions = function.Blocks.SelectMany(b => b.Instructions).ToList();
            var literals = instructions.OfType<Constant>().ToDictionary(c => c.Result!, c => c.Number);
            foreach (var instruction in instructions)
            {
                foreach (var range in instruction.Obligations.OfType<InRange>())
                {
                    if (literals.TryGetValue(range.Index, out long index) && (index < 0 || index >= range.Length))
                        diagnostics.Add(Report(instruction, range, index));
                }
            }
        }
        return diagnostics.ToImmutable();
    }

    private static ScxDiagnostic Report(Instruction instruction, InRange range, long index)
    {
        string name = instruction switch
        {
            MapOperation operation => operation.Map?.Name ?? "the map",
            ElementAddress element => element.Address.Name ?? "the array",
            _ => "the array",
        };
        string size = range.Length == 1 ? "1 element" : string.Format(CultureInfo.InvariantCulture, "{0} elements", range.Length);
        return new ScxDiagnostic(Rules.ConstantIndex, instruction.Span, [index.ToString(CultureInfo.InvariantCulture), name, size]);
    }
}
