using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>The scheduler's arena.</content>
internal sealed partial class ModuleContext
{
    // Enough for the kernel's own sets of CPUs with 8192 CPUs; memory is taken only as it is used.
    private const uint ImpliedPages = 4096;

    /// <summary>The arena, declared or implied; null if there is none.</summary>
    public Map? Arena { get; private set; }

    /// <summary>Maps that no field declares.</summary>
    public List<Map> ImpliedMaps { get; } = [];

    /// <summary>
    /// Finds the arena once fields are lowered. The cid form cannot do without (kernel/sched/ext/ext.c of 7.3, bpf_scx_reg_cid), so there it is made if need be.
    /// </summary>
    public void FindArena()
    {
        Arena = Fields.Maps.FirstOrDefault(field => field.Key.Type.MetadataNameIs(KnownSymbols.Arena)).Value;
        if (Arena is not null || !Model.IsCidForm || Compilation.GetTypeByMetadataName(KnownSymbols.Arena) is not { } type)
            return;
        var span = Spans.Of(Model.Class);
        var contents = (MapType)((PointerType)Types.Lower(type, span)).Target;
        Arena = new Map(Names.Unique("arena", Symbols), contents, Placed(span)) { MaxEntries = ImpliedPages, Flags = MapBindings.Kind(type)!.Named("Flags", 0u) };
        ImpliedMaps.Add(Arena);
    }
}
