using Scx.Compiler.Ir;

namespace Scx.Differential.Machine;

/// <summary>Arrays and hash maps, on one CPU.</summary>
sealed class Maps
{
    sealed record MapData(Map Map, int KeySize, int ValueSize, Dictionary<string, ulong> Values);

    readonly Dictionary<string, ulong> addresses = [];
    readonly Dictionary<ulong, MapData> maps = [];
    readonly Memory memory;

    public Maps(IEnumerable<Map> definitions, Memory memory)
    {
        this.memory = memory;
        foreach (var map in definitions)
        {
            ulong address = memory.Add([]);
            addresses.Add(map.Name, address);
            var made = new MapData(map, map.Type.Key is null ? 0 : SizeOf(map.Type.Key), SizeOf(map.Type.Value!), []);
            maps.Add(address, made);
            for (uint i = 0; IsArray(made) && i < map.MaxEntries; i++)
                made.Values.Add(System.Convert.ToHexString(BitConverter.GetBytes(i)), memory.Add(new byte[made.ValueSize]));
        }
    }

    public ulong AddressOf(string name) => addresses[name];

    public ulong Lookup(ulong map, ulong key) => maps[map].Values.GetValueOrDefault(Key(maps[map], key));

    public long Update(ulong map, ulong key, ulong value, ulong flags)
    {
        const int TooBig = -7, Exists = -17, NoEntry = -2;
        var data = maps[map];
        string at = Key(data, key);
        bool there = data.Values.TryGetValue(at, out ulong address);
        if (there && flags == 1)
            return Exists;
        if (!there && (flags == 2 || IsArray(data)))
            return flags == 2 ? NoEntry : TooBig;
        if (!there && data.Values.Count >= data.Map.MaxEntries)
            return TooBig;
        if (!there)
            data.Values.Add(at, address = memory.Add(new byte[data.ValueSize]));
        memory.At(value, data.ValueSize).CopyTo(memory.At(address, data.ValueSize));
        return 0;
    }

    public long Delete(ulong map, ulong key)
    {
        const int NoEntry = -2, Invalid = -22;
        return IsArray(maps[map]) ? Invalid : maps[map].Values.Remove(Key(maps[map], key)) ? 0 : NoEntry;
    }

    static bool IsArray(MapData map) => map.Map.Type.Indexed;

    string Key(MapData map, ulong key) => System.Convert.ToHexString(memory.At(key, map.KeySize));

    static int SizeOf(IrType type) => type switch
    {
        BoolType => 1,
        IntType integer => integer.Bits / 8,
        StructType structure => structure.Size,
        ArrayType array => array.Length * SizeOf(array.Element),
        _ => 8,
    };
}
