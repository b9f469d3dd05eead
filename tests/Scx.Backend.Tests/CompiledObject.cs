using System.Collections.Immutable;
using Scx.Compiler.Backend;
using Scx.Compiler.Backend.Btf;
using Scx.Compiler.Backend.Elf;

namespace Scx.Backend.Tests;

/// <summary>A finished object, read back.</summary>
internal sealed class CompiledObject
{
    public CompiledObject(byte[] bytes)
    {
        Elf = ElfFile.Read(bytes);
        Btf = BtfReader.Read(Elf.Section(".BTF")!.Data);
        byte[] ext = Elf.Section(".BTF.ext")!.Data;
        Lines = BtfExtReader.Lines(ext, Btf);
        Relocations = BtfExtReader.Relocations(ext, Btf);
    }

    public ElfFile Elf { get; }

    public BtfReader Btf { get; }

    public ImmutableArray<LineRecord> Lines { get; }

    public ImmutableArray<RelocationRecord> Relocations { get; }

    public static CompiledObject Of(ModuleBuilder module, CpuLevel cpu = CpuLevel.V4) => new(module.Object(cpu));

    public int InstructionCount(string program) => (int)Elf.Symbol(program)!.Size / 8;

    public IEnumerable<int> LinesOf(string program) =>
        Lines.Where(l => l.Section == Elf.Symbol(program)!.Section!.Name).Select(l => l.Line);
}
