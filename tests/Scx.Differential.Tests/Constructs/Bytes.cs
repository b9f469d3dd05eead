using System.Buffers.Binary;
using System.Runtime.InteropServices;

public struct Header
{
    public uint Magic;
    public ushort Length, Kind;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    [SyscallProgram]
    public void InMemory(ref Inputs io)
    {
        Span<byte> bytes = stackalloc byte[12];
        MemoryMarshal.Write(bytes, io.A);
        MemoryMarshal.Write(bytes[8..], in io.D);
        io.R0 = MemoryMarshal.Read<ulong>(bytes[3..]);
        var header = MemoryMarshal.Read<Header>(bytes[2..10]);
        io.R1 = header.Magic + (ulong)header.Length * 3 + (ulong)header.Kind * 7;
        long number = io.A;
        var parts = MemoryMarshal.Cast<long, ushort>(new Span<long>(ref number));
        parts[1]++;
        parts[^1] ^= 5;
        io.R2 = (ulong)number + (ulong)parts.Length;
        ReadOnlySpan<Header> headers = [header, new() { Magic = 4 }];
        io.R3 = MemoryMarshal.Cast<Header, uint>(headers)[2] + (ulong)MemoryMarshal.Cast<Header, byte>(headers[1..]).Length;
    }

    [SyscallProgram]
    public void InBothOrders(ref Inputs io)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, io.D);
        BinaryPrimitives.WriteInt64BigEndian(bytes[4..], io.A);
        BinaryPrimitives.WriteInt16BigEndian(bytes[12..], io.E);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[14..], io.F);
        io.R0 = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]) + (ulong)BinaryPrimitives.ReadInt16LittleEndian(bytes[11..]);
        io.R1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[4..]) + (ulong)BinaryPrimitives.ReadInt64BigEndian(bytes[3..]);
        io.R2 = (ulong)BinaryPrimitives.ReadInt32BigEndian(bytes[9..]) + BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        io.R3 = (ulong)BitConverter.ToInt32(bytes[5..]) + BitConverter.ToUInt64(bytes[8..]) + BitConverter.ToUInt16(bytes[14..]);
    }

    [SyscallProgram]
    public void Characters(ref Inputs io)
    {
        char c = (char)io.H;
        io.R0 = (char.IsAsciiDigit(c) ? 1u : 0) + (char.IsAsciiLetter(c) ? 2u : 0) + (char.IsBetween(c, 'a', 'f') ? 4u : 0) + (char.IsAscii(io.I) ? 8u : 0);
        io.R1 = (char.IsAsciiHexDigit(c) ? 1u : 0) + (char.IsAsciiLetterOrDigit(io.I) ? 2u : 0) + (char.IsAsciiLetterUpper(c) ? 4u : 0) + (char.IsAsciiHexDigitUpper(c) ? 8u : 0);
    }

    [SyscallProgram]
    public void PartsOfALength(ref Inputs io)
    {
        Range range = (io.H & 3)..^1;
        var (offset, length) = range.GetOffsetAndLength(5);
        io.R0 = (ulong)(offset * 10 + length);
    }
}
