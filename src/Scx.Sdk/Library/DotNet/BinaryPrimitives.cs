namespace Scx.DotNet;

/// <summary>
/// What <see cref="System.Buffers.Binary.BinaryPrimitives"/> does, for the kernel: compiled in its place, and held against it by a test.
/// </summary>
static class BinaryPrimitives
{
    public static short ReverseEndianness(short value) => (short)ReverseEndianness((ushort)value);

    public static ushort ReverseEndianness(ushort value) => (ushort)((value >> 8) | (value << 8));

    public static int ReverseEndianness(int value) => (int)ReverseEndianness((uint)value);

    public static uint ReverseEndianness(uint value) =>
        (value >> 24) | ((value >> 8) & 0xFF00) | ((value << 8) & 0xFF0000) | (value << 24);

    public static long ReverseEndianness(long value) => (long)ReverseEndianness((ulong)value);

    public static ulong ReverseEndianness(ulong value) =>
        ((ulong)ReverseEndianness((uint)value) << 32) | ReverseEndianness((uint)(value >> 32));

    public static ushort ReadUInt16LittleEndian(ReadOnlySpan<byte> source) => (ushort)(source[0] | source[1] << 8);

    public static uint ReadUInt32LittleEndian(ReadOnlySpan<byte> source) => source[0] | (uint)source[1] << 8 | (uint)source[2] << 16 | (uint)source[3] << 24;

    public static ulong ReadUInt64LittleEndian(ReadOnlySpan<byte> source) => ReadUInt32LittleEndian(source) | (ulong)ReadUInt32LittleEndian(source[4..]) << 32;

    public static void WriteUInt16LittleEndian(Span<byte> destination, ushort value)
    {
        destination[0] = (byte)value;
        destination[1] = (byte)(value >> 8);
    }

    public static void WriteUInt32LittleEndian(Span<byte> destination, uint value)
    {
        destination[0] = (byte)value;
        destination[1] = (byte)(value >> 8);
        destination[2] = (byte)(value >> 16);
        destination[3] = (byte)(value >> 24);
    }

    public static void WriteUInt64LittleEndian(Span<byte> destination, ulong value)
    {
        WriteUInt32LittleEndian(destination, (uint)value);
        WriteUInt32LittleEndian(destination[4..], (uint)(value >> 32));
    }

    public static ushort ReadUInt16BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(ReadUInt16LittleEndian(source));

    public static void WriteUInt16BigEndian(Span<byte> destination, ushort value) => WriteUInt16LittleEndian(destination, ReverseEndianness(value));

    public static uint ReadUInt32BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(ReadUInt32LittleEndian(source));

    public static void WriteUInt32BigEndian(Span<byte> destination, uint value) => WriteUInt32LittleEndian(destination, ReverseEndianness(value));

    public static ulong ReadUInt64BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(ReadUInt64LittleEndian(source));

    public static void WriteUInt64BigEndian(Span<byte> destination, ulong value) => WriteUInt64LittleEndian(destination, ReverseEndianness(value));

    public static short ReadInt16LittleEndian(ReadOnlySpan<byte> source) => (short)ReadUInt16LittleEndian(source);

    public static void WriteInt16LittleEndian(Span<byte> destination, short value) => WriteUInt16LittleEndian(destination, (ushort)value);

    public static short ReadInt16BigEndian(ReadOnlySpan<byte> source) => (short)ReadUInt16BigEndian(source);

    public static void WriteInt16BigEndian(Span<byte> destination, short value) => WriteUInt16BigEndian(destination, (ushort)value);

    public static int ReadInt32LittleEndian(ReadOnlySpan<byte> source) => (int)ReadUInt32LittleEndian(source);

    public static void WriteInt32LittleEndian(Span<byte> destination, int value) => WriteUInt32LittleEndian(destination, (uint)value);

    public static int ReadInt32BigEndian(ReadOnlySpan<byte> source) => (int)ReadUInt32BigEndian(source);

    public static void WriteInt32BigEndian(Span<byte> destination, int value) => WriteUInt32BigEndian(destination, (uint)value);

    public static long ReadInt64LittleEndian(ReadOnlySpan<byte> source) => (long)ReadUInt64LittleEndian(source);

    public static void WriteInt64LittleEndian(Span<byte> destination, long value) => WriteUInt64LittleEndian(destination, (ulong)value);

    public static long ReadInt64BigEndian(ReadOnlySpan<byte> source) => (long)ReadUInt64BigEndian(source);

    public static void WriteInt64BigEndian(Span<byte> destination, long value) => WriteUInt64BigEndian(destination, (ulong)value);
}
