using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Compiler.Backend;
using Scx.Compiler.Ir;
using Scx.Differential.Comparison;

namespace Scx.Differential.Tests;

/// <summary>Every number in a struct lies where .NET puts it.</summary>
public sealed class LayoutTests
{
    const string Source = """
        using System.Runtime.InteropServices;

        public struct Plain { public byte A; public long B; public short C; public bool D; public int E; public char F; }
        public struct Nested { public sbyte A; public Plain B; public ushort C; public Inner D; public struct Inner { public byte X; public uint Y; } }
        public record struct Positional(byte A, ulong B, Nested.Inner C, short D);
        public struct Generic<TFirst, TSecond> { public TFirst A; public byte B; public TSecond C; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] public struct Packed { public byte A; public long B; public short C; public int D; }
        [StructLayout(LayoutKind.Sequential, Pack = 4)] public struct HalfPacked { public byte A; public long B; public Packed C; public short D; }
        [StructLayout(LayoutKind.Sequential, Size = 40)] public struct Sized { public int A; public byte B; }
        [StructLayout(LayoutKind.Explicit)] public struct Overlaid { [FieldOffset(0)] public ulong A; [FieldOffset(4)] public uint B; [FieldOffset(9)] public byte C; [FieldOffset(16)] public Plain D; }
        [StructLayout(LayoutKind.Explicit, Size = 24, Pack = 2)] public struct Placed { [FieldOffset(2)] public long A; [FieldOffset(14)] public byte B; }
        [StructLayout(LayoutKind.Auto)] public struct Automatic { public byte A; public long B; public short C; public int D; public byte E; }
        [System.Runtime.CompilerServices.InlineArray(5)] public struct Five { public Nested.Inner First; }
        public struct WithArray { public byte A; public Five B; public long C; }
        public enum Level : byte { Low, High }
        public struct WithEnum { public Level A; public int B; public Level C; public nint D; }

        [SchedExtOps("random")]
        public sealed class Random : Scheduler
        {
            public Plain plain; public Nested nested; public Positional positional; public Generic<byte, long> generic; public Generic<Plain, short> other;
            public Packed packed; public HalfPacked half; public Sized sized; public Overlaid overlaid; public Placed placed; public Automatic automatic;
            public WithArray array; public WithEnum level; public (byte, long, short) tuple; public (byte A, (int B, byte C) D, ulong E, bool F) deep;
            public (byte, short, int, long, byte, short, int, long, byte) many; public (Packed, byte, HalfPacked) structs;

            [SyscallProgram]
            public void M(ref Inputs io) => io.R0 = 0;
        }
        """;

    [Fact]
    public void Structs_lie_in_the_object_as_under_net()
    {
        var scheduler = CompiledScheduler.Compile("layouts", Generation.Inputs.In(Source), ["M"], CpuLevel.V4);
        var fields = scheduler.Instance.GetType().GetFields();
        Assert.Equal(17, fields.Length);
        Assert.All(fields, field =>
        {
            var laidOut = Assert.IsType<StructType>(scheduler.Module.Globals.Single(g => g.Name == field.Name).Type);
            Assert.Equal((field.Name, Size(field.FieldType)), (field.Name, laidOut.Size));
            Assert.Equal(Leaves(field.FieldType).Order(), Leaves(laidOut, 0).Order());
        });
    }

    /// <summary>Offset and size of every number, as .NET has it: each in its turn is filled with ones.</summary>
    static IEnumerable<(int Offset, int Size)> Leaves(Type type)
    {
        foreach (var path in Paths(type))
        {
            byte[] bytes = Filled(type, path);
            int first = Array.FindIndex(bytes, b => b != 0);
            yield return (first, path[^1].FieldType == typeof(bool) ? 1 : bytes.Count(b => b != 0));
        }
    }

    static IEnumerable<FieldInfo[]> Paths(Type type)
    {
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (field.FieldType.IsPrimitive || field.FieldType.IsEnum)
                yield return [field];
            else
                foreach (var inner in Paths(field.FieldType))
                    yield return [field, .. inner];
        }
    }

    static byte[] Filled(Type type, ReadOnlySpan<FieldInfo> path)
    {
        object value = Activator.CreateInstance(type)!;
        path[0].SetValue(value, path.Length == 1 ? Ones(path[0].FieldType) : Boxed(path[0].FieldType, Filled(path[0].FieldType, path[1..])));
        return Bytes(type, value);
    }

    static object Ones(Type type) => type == typeof(bool) ? true
        : type.IsEnum ? Enum.ToObject(type, byte.MaxValue)
        : Boxed(type, [.. Enumerable.Repeat(byte.MaxValue, Size(type))]);

    static int Size(Type type) => (int)Call(nameof(SizeOf), type);

    static byte[] Bytes(Type type, object value) => (byte[])Call(nameof(BytesOf), type, value);

    static object Boxed(Type type, byte[] bytes) => Call(nameof(ValueOf), type, bytes);

    static object Call(string method, Type type, params object[] arguments) =>
        typeof(LayoutTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, arguments)!;

    static int SizeOf<T>() => Unsafe.SizeOf<T>();

    static byte[] BytesOf<T>(object value) where T : struct => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in Unsafe.Unbox<T>(value))).ToArray();

    static object ValueOf<T>(byte[] bytes) where T : struct => MemoryMarshal.Read<T>(bytes);

    static IEnumerable<(int Offset, int Size)> Leaves(StructType type, int at)
    {
        foreach (var field in type.Fields)
        {
            // Of an array the first element, which is what reflection sees.
            var held = field.Type is ArrayType array ? array.Element : field.Type;
            if (held is StructType inner)
            {
                foreach (var leaf in Leaves(inner, at + field.Offset))
                    yield return leaf;
            }
            else
            {
                yield return (at + field.Offset, held is IntType integer ? integer.Bits / 8 : 1);
            }
        }
    }
}
