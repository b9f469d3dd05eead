namespace Scx.Differential.Machine;

/// <summary>One instruction of eight bytes, taken apart (Documentation/bpf/standardization/instruction-set.rst).</summary>
/// <param name="Opcode">Class in the low three bits; the rest depends on it.</param>
/// <param name="Destination">Register.</param>
/// <param name="Source">Register, or what kind of immediate.</param>
/// <param name="Offset">For memory and jumps; a variant for arithmetic.</param>
/// <param name="Immediate">The immediate.</param>
readonly record struct BpfInstruction(byte Opcode, int Destination, int Source, short Offset, int Immediate)
{
    public const int Size = 8;

    public static BpfInstruction Read(ReadOnlySpan<byte> bytes) =>
        new(bytes[0], bytes[1] & 15, bytes[1] >> 4, BitConverter.ToInt16(bytes[2..]), BitConverter.ToInt32(bytes[4..]));

    /// <summary>The class: LD, LDX, ST, STX, ALU, JMP, JMP32, ALU64 from 0 to 7.</summary>
    public int Class => Opcode & 7;

    /// <summary>The operation of an arithmetic or jump instruction.</summary>
    public int Operation => Opcode & 0xf0;

    /// <summary>The second operand is a register.</summary>
    public bool FromRegister => (Opcode & 8) != 0;

    /// <summary>Bytes that a load or store moves.</summary>
    public int Width => (Opcode & 0x18) switch { 0x00 => 4, 0x08 => 2, 0x10 => 1, _ => 8 };

    /// <summary>How a load or store reaches memory.</summary>
    public int Mode => Opcode & 0xe0;
}
