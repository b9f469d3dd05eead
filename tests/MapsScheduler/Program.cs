using System.Globalization;
using Scx.Maps.Tests;
using Scx.Runtime;

// Loads the scheduler, reaches into its maps from user space, and prints what it finds as key=value.
string path = Path.Combine(AppContext.BaseDirectory, "maps.bpf.o");
using var open = OpenScheduler.Open(path);
open.SetTunable("thoroughness", "twice");
open.SetArrayLength("table", 3);
using var loaded = open.Load();
using var attached = loaded.Attach();
Thread.Sleep(TimeSpan.FromSeconds(2));

foreach (string name in new[] { "lru", "prefixes", "maybe", "ring", "levelSum", "stored", "arrays", "inner", "cpus", "variables" })
    Say(name, attached.Global<long>(name).Value);
Say("taskRuns", attached.Global<ulong>("taskRuns").Value > 0);
Say("taskValues", attached.Global<ulong>("taskValues").Value > 10);
Say("groupValues", attached.Global<ulong>("groupValues").Value % 5 == 0 && attached.Global<ulong>("groupValues").Value > 0);

var table = attached.GlobalArray<Maps.TaskContext>("table");
Say("table", $"{table.Length} {table[0].Runs} {table[2].Runs}");
var perCpu = attached.GlobalArray<ulong>("perCpu");
Say("perCpu", perCpu.Length == Environment.ProcessorCount && Sum(perCpu) > 0);

// What each CPU counts for itself goes on meanwhile: what Running counts later is read earlier, and is less or the same.
ulong byPid = Count(counters => counters.ByPid[0] + counters.ByPid[1]), runs = Count(counters => counters.Runs);
ulong runsHere = attached.PerCpuArray<ulong>("runsHere").Sum(0);
var sampler = attached.CreateSampler();
int column = sampler.Statistics.Select(statistic => statistic.Name).ToList().IndexOf("runsHere");
Say("counted", byPid > 0 && runs >= byPid && runsHere >= runs && sampler.Sample()[column] >= runsHere);

// The list in the arena, by the pointers that the scheduler made. The second node counts.
var arena = attached.Arena();
var first = attached.Global<ArenaPointer<Maps.Node>>("list").Value;
var second = arena.At(first).Next;
var third = arena.At(second).Next;
Say("list", $"{arena.At(first).Number} {arena.At(second).Number > 1} {arena.At(third).Number} {arena.At(third).Next.IsNull}");
arena.At(third).Number = 7;
Say("written", arena.At(third).Number);

ulong Count(Func<Maps.Counters, ulong> part)
{
    var counters = attached.PerCpuArray<Maps.Counters>("counters");
    var perCpu = new Maps.Counters[counters.CpuCount];
    counters.Read(0, perCpu);
    return perCpu.Aggregate(0ul, (sum, of) => sum + part(of));
}

static ulong Sum(GlobalArrayView<ulong> array)
{
    ulong sum = 0;
    for (int i = 0; i < array.Length; i++)
        sum += array[i];
    return sum;
}

static void Say(string name, object value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
