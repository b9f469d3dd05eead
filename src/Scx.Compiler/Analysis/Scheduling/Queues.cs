using System.Globalization;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Scheduling;

/// <summary>What a scheduler as a whole does with each of its queues: sched_ext throws it out for one that does not exist, or is not served.</summary>
internal static class Queues
{
    public static IEnumerable<ScxDiagnostic> Check(IReadOnlyCollection<QueueUse> uses)
    {
        var inOrder = uses.OrderBy(u => u.Span).ToList();
        bool allCreatedKnown = inOrder.All(u => u.Role != SchedulingRole.Create || u.Queue is not null);
        bool allTakenKnown = inOrder.All(u => !Takes(u.Role) || u.Queue is not null || u.Builtin);
        var created = new HashSet<ulong>(inOrder.Where(u => u.Role == SchedulingRole.Create && u.Queue is not null).Select(u => u.Queue!.Value));
        foreach (var queue in inOrder.Where(u => u.Queue is not null && !u.Builtin && u.Role is not (SchedulingRole.Create or SchedulingRole.Iterate)).GroupBy(u => u.Queue!.Value))
        {
            string id = queue.Key.ToString(CultureInfo.InvariantCulture);
            var first = queue.Where(u => Inserts(u.Role)).Concat(queue).First();
            if (!created.Contains(queue.Key))
            {
                if (allCreatedKnown)
                    yield return new ScxDiagnostic(Rules.QueueNotCreated, first.Span, [id]);
                continue;
            }
            if (Inserts(first.Role) && allTakenKnown && !inOrder.Any(u => Takes(u.Role) && u.Queue == queue.Key))
                yield return new ScxDiagnostic(Rules.QueueNotServed, first.Span, [id]);
            if (Mixed([.. queue], id) is { } mixed)
                yield return mixed;
        }
    }

    private static ScxDiagnostic? Mixed(List<QueueUse> uses, string id)
    {
        foreach (var later in uses.Where(u => Inserts(u.Role)))
        {
            var earlier = uses.TakeWhile(u => u != later).FirstOrDefault(u => Inserts(u.Role) && u.Role != later.Role && !u.Excludes(later));
            if (earlier == default)
                continue;
            string order = earlier.Role == SchedulingRole.Insert ? "first-in first-out here" : "by virtual time here";
            return new ScxDiagnostic(Rules.QueueMixed, later.Span, [id]) { Related = [new RelatedPlace(earlier.Span, order)] };
        }
        return null;
    }

    private static bool Inserts(SchedulingRole role) => role is SchedulingRole.Insert or SchedulingRole.InsertOrdered;

    private static bool Takes(SchedulingRole role) => role is SchedulingRole.MoveToLocal or SchedulingRole.Iterate;
}
