// The two halves around the machine: `prepare DIRECTORY [COUNT [SEED [ONLY]]]` writes objects and what the analyzer says of them, `compare DIRECTORY RESULTS`
// lays the kernel's word beside it. oracle.sh runs both.
using Scx.Oracle;

if (args is ["prepare", var directory, ..])
    return Preparation.Run(directory, args.Length > 2 ? int.Parse(args[2], null) : int.MaxValue, args.Length > 3 ? int.Parse(args[3], null) : 1, args.Length > 4 ? args[4] : "");
if (args is ["compare", var prepared, var results])
    return Comparison.Run(prepared, results);
Console.Error.WriteLine("usage: Oracle prepare DIRECTORY [COUNT [SEED [ONLY]]] | Oracle compare DIRECTORY RESULTS");
return 2;
