using System.Runtime.InteropServices;
using Scx.Compiler.Backend.Elf;
using Scx.Compiler.Ir;

namespace Scx.Differential.Machine;

/// <summary>
/// Runs the programs of an object: arithmetic, memory, calls, atomics, and the few kernel functions that plain computing needs. Its memory is
/// what the object's sections say; stack that was not written holds garbage.
/// </summary>
public sealed partial class BpfMachine
{
    const int StackSize = 512;
    const int MostFrames = 8;
    const byte Garbage = 0xA5;

    readonly ElfFile file;
    readonly Memory memory = new();
    readonly Dictionary<ElfSection, ulong> data = [];
    readonly Dictionary<ElfSection, BpfInstruction[]> code = [];
    readonly Dictionary<(ElfSection Section, int Index), ElfRelocation> relocations = [];
    readonly List<(ElfSection Section, int Index)> functions = [];
    readonly Maps maps;
    readonly List<byte[]> stacks = [];
    readonly List<ulong> stackAddresses = [];
    readonly byte[] context = new byte[1 << 12];
    readonly ulong contextAddress;

    /// <summary>Loads an object.</summary>
    /// <param name="elf">The object.</param>
    /// <param name="module">What it was made of, for its maps.</param>
    public BpfMachine(byte[] elf, Module module)
    {
        file = ElfFile.Read(elf);
        maps = new Maps(module.Maps, memory);
        foreach (var section in file.Sections)
        {
            if ((section.Flags & 4) != 0)
                code.Add(section, [.. MemoryMarshal.Cast<byte, ulong>(section.Data).ToArray().Select(word => BpfInstruction.Read(BitConverter.GetBytes(word)))]);
            else if (section.Name != ".maps" && (section.Flags & 2) != 0)
                data.Add(section, memory.Add(section.Data.Length > 0 ? (byte[])section.Data.Clone() : new byte[section.Size]));
            foreach (var relocation in section.Relocations)
                relocations[(section, (int)relocation.Offset / BpfInstruction.Size)] = relocation;
        }
        for (int i = 0; i < MostFrames; i++)
        {
            stacks.Add(new byte[StackSize]);
            stackAddresses.Add(memory.Add(stacks[i]));
        }
        contextAddress = memory.Add(context);
    }

    /// <summary>Instructions executed so far.</summary>
    public long Executed { get; private set; }

    /// <summary>Runs a program.</summary>
    /// <param name="program">Its symbol.</param>
    /// <param name="argument">What it is handed, and what it makes of it.</param>
    /// <returns>The low half of what it leaves in register 0.</returns>
    /// <exception cref="BpfFault">It does what the kernel would never have let it do.</exception>
    public int Run(string program, Span<byte> argument)
    {
        var symbol = file.Symbol(program) ?? throw new BpfFault($"the object has no program '{program}'");
        argument.CopyTo(context);
        var registers = new ulong[11];
        Array.Fill(registers, 0xDEAD_0000_0000_0000);
        registers[1] = contextAddress;
        ulong result = Execute(symbol.Section!, (int)symbol.Value / BpfInstruction.Size, registers, 0);
        context.AsSpan(0, argument.Length).CopyTo(argument);
        return (int)result;
    }

    ulong Execute(ElfSection section, int start, ulong[] registers, int depth)
    {
        if (depth == MostFrames)
            throw new BpfFault("more than eight frames");
        stacks[depth].AsSpan().Fill(Garbage);
        registers[10] = stackAddresses[depth] + StackSize;
        var instructions = code[section];
        for (int at = start; ;)
        {
            if (++Executed % StepLimit == 0)
                throw new BpfFault("does not come to an end");
            var instruction = instructions[at];
            switch (instruction.Class)
            {
                case 0:
                    registers[instruction.Destination] = Immediate64(section, at, instruction, instructions[at + 1]);
                    at += 2;
                    break;
                case 1 or 2 or 3:
                    Access(instruction, registers);
                    at++;
                    break;
                case 4 or 7:
                    Compute(instruction, registers);
                    at++;
                    break;
                case 5 when instruction.Operation == 0x90:
                    return registers[0];
                case 5 when instruction.Operation == 0x80:
                    Call(section, at, instruction, registers, depth);
                    at++;
                    break;
                default:
                    at += 1 + Jump(instruction, registers);
                    break;
            }
        }
    }

    // Far more than any of the generated methods takes.
    const long StepLimit = 100_000_000;

    ulong Immediate64(ElfSection section, int at, BpfInstruction low, BpfInstruction high)
    {
        if (!relocations.TryGetValue((section, at), out var relocation))
            return (uint)low.Immediate | ((ulong)(uint)high.Immediate << 32);
        var home = relocation.Symbol.Section ?? throw new BpfFault($"address of '{relocation.Symbol.Name}', which is not in the object");
        if (home.Name == ".maps")
            return maps.AddressOf(relocation.Symbol.Name);
        ulong offset = relocation.Symbol.Value + (uint)low.Immediate;
        if (!code.ContainsKey(home))
            return data[home] + offset;
        functions.Add((home, (int)offset / BpfInstruction.Size));
        return FunctionTag + (ulong)(functions.Count - 1);
    }

    // No memory is there, so a function's address cannot be taken for one of memory.
    const ulong FunctionTag = 0xF000_0000_0000_0000;
}
