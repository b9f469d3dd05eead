using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>
/// Structs of the kernel's that lie in the scheduler's own memory. The kernel looks in the object's BTF for the first struct of each name
/// (btf_parse_struct_metas, kernel/bpf/btf.c, 7.3), so there must be just one, also where a prototype names it.
/// </summary>
internal static class KernelStates
{
    /// <summary>All of a module, by name.</summary>
    public static Dictionary<string, StructType> Collect(Module module)
    {
        Dictionary<string, StructType> found = new(StringComparer.Ordinal);
        HashSet<StructType> seen = [];
        foreach (Global global in module.Globals)
            Add(global.Type);
        foreach (Map map in module.Maps)
            Add(map.Type);
        foreach (TypeId type in module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).OfType<TypeId>())
            Add(type.Type);
        return found;

        void Add(IrType? type)
        {
            switch (type)
            {
                case StructType structure when seen.Add(structure):
                    if (structure.IsKernelState)
                        found.TryAdd(structure.Name, structure);
                    foreach (StructField field in structure.Fields)
                        Add(field.Type);
                    break;
                case ArrayType array:
                    Add(array.Element);
                    break;
                case KptrType kptr:
                    Add(kptr.Target);
                    break;
                case PointerType pointer:
                    Add(pointer.Target);
                    break;
                case MapType map:
                    Add(map.Value);
                    break;
            }
        }
    }
}
