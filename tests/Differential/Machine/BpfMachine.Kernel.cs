namespace Scx.Differential.Machine;

public sealed partial class BpfMachine
{
    /// <summary>The helpers that plain computing needs, by their numbers.</summary>
    ulong CallHelper(int number, ulong[] registers, int depth) => number switch
    {
        1 => maps.Lookup(registers[1], registers[2]),
        2 => (ulong)maps.Update(registers[1], registers[2], registers[3], registers[4]),
        3 => (ulong)maps.Delete(registers[1], registers[2]),
        8 => 0,
        181 => Loop(registers, depth),
        _ => throw new BpfFault($"helper {number} is not here"),
    };

    ulong Loop(ulong[] registers, int depth)
    {
        var (section, start) = functions[(int)(registers[2] - FunctionTag)];
        ulong done = 0;
        while (done < (uint)registers[1])
        {
            ulong[] arguments = [0, done++, registers[3], 0, 0, 0];
            if (CallFunction(section, start, arguments, depth) != 0)
                break;
        }
        return done;
    }

    /// <summary>The kernel functions that plain computing needs: the loop over numbers, whose state is two ints (kernel/bpf/bpf_iter.c).</summary>
    ulong CallKernel(string name, ulong[] registers)
    {
        switch (name)
        {
            case "bpf_iter_num_new":
                var (first, end) = ((int)registers[2], (int)registers[3]);
                memory.Write(registers[1], 4, (uint)(first < end ? first - 1 : 0));
                memory.Write(registers[1] + 4, 4, (uint)(first < end ? end : 0));
                return first <= end ? 0 : unchecked((ulong)-22L);
            case "bpf_iter_num_next":
                long next = (int)memory.Read(registers[1], 4) + 1L;
                if (next >= (int)memory.Read(registers[1] + 4, 4))
                    return 0;
                memory.Write(registers[1], 4, (ulong)next);
                return registers[1];
            case "bpf_iter_num_destroy":
                return 0;
            default:
                throw new BpfFault($"kernel function {name} is not here");
        }
    }
}
