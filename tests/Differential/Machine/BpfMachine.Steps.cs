using Scx.Compiler.Backend.Elf;

namespace Scx.Differential.Machine;

public sealed partial class BpfMachine
{
    static void Compute(BpfInstruction instruction, ulong[] registers)
    {
        bool wide = instruction.Class == 7;
        ulong a = registers[instruction.Destination];
        if (instruction.Operation == 0xd0)
        {
            registers[instruction.Destination] = Arithmetic.Order(instruction.Immediate, wide || instruction.FromRegister, a);
            return;
        }
        ulong b = instruction.FromRegister ? registers[instruction.Source] : (ulong)instruction.Immediate;
        registers[instruction.Destination] = wide
            ? Arithmetic.Compute64(instruction.Operation, instruction.Offset, a, b)
            : Arithmetic.Compute32(instruction.Operation, instruction.Offset, (uint)a, (uint)b);
    }

    /// <summary>How far a jump goes beyond the next instruction.</summary>
    static int Jump(BpfInstruction instruction, ulong[] registers)
    {
        switch (instruction.Operation)
        {
            case 0x00:
                return instruction.Class == 6 ? instruction.Immediate : instruction.Offset;
            case 0xe0:
                // may_goto leaves the loop when the kernel's budget is used up, which is larger than ours.
                return 0;
        }
        ulong a = registers[instruction.Destination];
        ulong b = instruction.FromRegister ? registers[instruction.Source] : (ulong)instruction.Immediate;
        if (instruction.Class == 6)
        {
            bool signed = Arithmetic.IsSigned(instruction.Operation);
            (a, b) = signed ? ((ulong)(int)a, (ulong)(int)b) : ((uint)a, (uint)b);
        }
        return Arithmetic.Holds(instruction.Operation, a, b) ? instruction.Offset : 0;
    }

    void Access(BpfInstruction instruction, ulong[] registers)
    {
        const int Plain = 0x60, SignExtending = 0x80, Atomic = 0xc0;
        int width = instruction.Width;
        if (instruction.Class == 1)
        {
            ulong value = memory.Read(registers[instruction.Source] + (ulong)instruction.Offset, width);
            registers[instruction.Destination] = instruction.Mode switch
            {
                Plain => value,
                SignExtending => (ulong)(width switch { 1 => (sbyte)value, 2 => (short)value, _ => (long)(int)value }),
                _ => throw new BpfFault($"load 0x{instruction.Opcode:x}"),
            };
            return;
        }
        ulong address = registers[instruction.Destination] + (ulong)instruction.Offset;
        if (instruction.Class == 3 && instruction.Mode == Atomic)
            Exchange(instruction, address, width, registers);
        else
            memory.Write(address, width, instruction.Class == 2 ? (ulong)instruction.Immediate : registers[instruction.Source]);
    }

    void Exchange(BpfInstruction instruction, ulong address, int width, ulong[] registers)
    {
        const int Fetch = 1, Swap = 0xe1, CompareAndSwap = 0xf1, LoadAcquire = 0x100, StoreRelease = 0x110;
        if (instruction.Immediate == LoadAcquire)
        {
            registers[instruction.Destination] = memory.Read(registers[instruction.Source] + (ulong)instruction.Offset, width);
            return;
        }
        if (address % (ulong)width != 0)
            throw new BpfFault($"atomic access at 0x{address:x}, which is not a multiple of {width}");
        ulong old = memory.Read(address, width), operand = registers[instruction.Source];
        ulong mask = width == 8 ? ulong.MaxValue : uint.MaxValue;
        switch (instruction.Immediate)
        {
            case StoreRelease:
                memory.Write(address, width, operand);
                return;
            case Swap:
                memory.Write(address, width, operand);
                registers[instruction.Source] = old;
                return;
            case CompareAndSwap:
                if (old == (registers[0] & mask))
                    memory.Write(address, width, operand);
                registers[0] = old;
                return;
        }
        memory.Write(address, width, Arithmetic.Compute64(instruction.Immediate & 0xf0, 0, old, operand));
        if ((instruction.Immediate & Fetch) != 0)
            registers[instruction.Source] = old;
    }

    void Call(ElfSection section, int at, BpfInstruction instruction, ulong[] registers, int depth)
    {
        bool relocated = relocations.TryGetValue((section, at), out var relocation);
        if (relocated && relocation!.Symbol.Section is null)
        {
            registers[0] = CallKernel(relocation.Symbol.Name, registers);
        }
        else if (relocated || instruction.Source == 1)
        {
            // As libbpf finds it (bpf_object__reloc_code): the symbol's place and the instruction's own number, which counts from the next one.
            var (home, first) = relocated ? (relocation!.Symbol.Section!, (int)relocation.Symbol.Value / BpfInstruction.Size) : (section, at);
            registers[0] = CallFunction(home, first + instruction.Immediate + 1, registers, depth);
        }
        else
        {
            registers[0] = CallHelper(instruction.Immediate, registers, depth);
        }
        // The kernel leaves nothing behind in these.
        for (int i = 1; i <= 5; i++)
            registers[i] = 0xBAD0_0000_0000_0000;
    }

    ulong CallFunction(ElfSection section, int start, ReadOnlySpan<ulong> arguments, int depth)
    {
        var own = new ulong[11];
        Array.Fill(own, 0xDEAD_0000_0000_0000);
        arguments[1..6].CopyTo(own.AsSpan(1));
        return Execute(section, start, own, depth + 1);
    }
}
