using Scx.Runtime;

namespace Scx.Scenarios;

/// <summary>Runs scenarios one after the other and prints what happened, in the form that the tests on the host read.</summary>
static class Program
{
    static readonly (string Name, Action<Facts> Run)[] scenarios =
    [
        ("programs", ProgramKinds.Run),
        ("alone", ProgramsAlone.Run),
        ("owned", KernelObjects.RunOwned),
        ("state", KernelObjects.RunState),
        ("streams", StreamsBothWays.Run),
        ("sized", RecordsOfAnySize.Run),
        ("cids", CidForm.Run),
        ("newer", NewerThanTheKernel.Run),
        .. SelfTests.All,
    ];

    static int Main(string[] names)
    {
        foreach (var (name, run) in scenarios.Where(scenario => names.Length == 0 || names.Contains(scenario.Name)))
        {
            Console.WriteLine($"== {name}");
            var facts = new Facts();
            try
            {
                run(facts);
            }
            catch (SchedulerException error)
            {
                facts["error"] = error.Message.ReplaceLineEndings(" ");
                Console.WriteLine(error.Details);
                if (error is VerifierRejectedException refused)
                    Console.WriteLine(refused.Log);
            }
            facts["done"] = "1";
        }
        return 0;
    }
}
