using System.Runtime.InteropServices;

namespace Scx.Differential.Machine;

/// <summary>The memory that a program can reach: separate regions, so that no access strays from one into another unnoticed.</summary>
sealed class Memory
{
    const int RegionShift = 32;

    readonly List<byte[]> regions = [[]];

    /// <summary>Adds a region and gives its address.</summary>
    public ulong Add(byte[] bytes)
    {
        regions.Add(bytes);
        return (ulong)(regions.Count - 1) << RegionShift;
    }

    /// <summary>The bytes at an address.</summary>
    /// <exception cref="BpfFault">They are not all there.</exception>
    public Span<byte> At(ulong address, int length)
    {
        ulong region = address >> RegionShift;
        uint offset = (uint)address;
        if (region == 0 || region >= (ulong)regions.Count || offset + (ulong)length > (ulong)regions[(int)region].Length)
            throw new BpfFault($"access of {length} bytes at 0x{address:x}");
        return regions[(int)region].AsSpan((int)offset, length);
    }

    /// <summary>Reads a number, little endian, zero-extended.</summary>
    public ulong Read(ulong address, int width)
    {
        var bytes = At(address, width);
        return width switch
        {
            1 => bytes[0],
            2 => MemoryMarshal.Read<ushort>(bytes),
            4 => MemoryMarshal.Read<uint>(bytes),
            _ => MemoryMarshal.Read<ulong>(bytes),
        };
    }

    /// <summary>Writes a number's low bytes.</summary>
    public void Write(ulong address, int width, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        MemoryMarshal.Write(bytes, in value);
        bytes[..width].CopyTo(At(address, width));
    }
}
