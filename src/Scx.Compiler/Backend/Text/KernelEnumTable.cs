using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>The kernel enums that a module names values of, with just those values.</summary>
internal sealed class KernelEnumTable
{
    private readonly Dictionary<string, List<KernelEnumConstant>> _values = new(StringComparer.Ordinal);

    /// <summary>Gathers what the functions use.</summary>
    public static KernelEnumTable Collect(IEnumerable<Function> functions)
    {
        var table = new KernelEnumTable();
        foreach (Instruction instruction in functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions))
        {
            if ((instruction as KernelEnumConstant ?? (instruction as KernelEnumExists)?.Asked) is not { } constant)
                continue;
            if (!table._values.TryGetValue(constant.Enum, out List<KernelEnumConstant>? values))
                table._values.Add(constant.Enum, values = []);
            if (values.TrueForAll(known => known.Member != constant.Member))
                values.Add(constant);
        }
        return table;
    }

    /// <summary>The values used of an enum, in the order of first use.</summary>
    public IReadOnlyList<KernelEnumConstant> ValuesOf(string name) => _values[name];

    /// <summary>Position of a value among those used.</summary>
    public int IndexOf(KernelEnumConstant constant) => _values[constant.Enum].FindIndex(known => known.Member == constant.Member);

    /// <summary>Whether a value is below zero, rather than so large that it only looks so in a <c>long</c>.</summary>
    public static bool IsNegative(KernelEnumConstant constant) => constant.Number < 0 && constant.Result?.Type is IntType { Signed: true };

    /// <summary>Whether a value needs an enum of 64 bits.</summary>
    public static bool IsWide(KernelEnumConstant constant) =>
        IsNegative(constant) ? constant.Number < int.MinValue : (ulong)constant.Number > uint.MaxValue;
}
