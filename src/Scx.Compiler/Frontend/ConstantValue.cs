using System.Numerics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Writes a constant number, tuple or struct where it lies in memory, little endian.</summary>
/// <param name="bytes">The memory.</param>
/// <param name="at">Where the value starts.</param>
internal readonly struct ConstantValue(byte[] bytes, int at)
{
    /// <summary>False if the type has no place for the value.</summary>
    /// <param name="value">What <see cref="ConstantEvaluator"/> has computed.</param>
    /// <param name="type">The type of the memory.</param>
    public bool Write(object value, IrType type)
    {
        switch (value, type)
        {
            case (bool truth, BoolType):
                bytes[at] = truth ? (byte)1 : (byte)0;
                return true;
            case (BigInteger number, IntType):
                for (int b = 0; b < TypeSize.Of(type); b++)
                    bytes[at + b] = (byte)((number >> (8 * b)) & 0xff);
                return true;
            case (ConstantEvaluator.StructConstant members, StructType structure):
                foreach (var (name, member) in members.Members)
                {
                    if (structure.Fields.FirstOrDefault(field => field.Name == name) is not { } field || !new ConstantValue(bytes, at + field.Offset).Write(member, field.Type))
                        return false;
                }
                return true;
            default:
                return false;
        }
    }
}
