namespace Scx.Diagnostics;

public static partial class KernelRefusals
{
    static readonly KernelRefusal[] Calls =
    [
        new("SCX9021", "Function is not allowed in this callback", "{function} is not allowed in {callback}",
            "Call it in a callback that its documentation lists.",
            @"calling kernel function (?<function>\w+) is not allowed", @"The kfunc (?<function>\w+) is not allowed")
            { FoundBefore = ["SCX4001"], IsMissed = true },
        new("SCX9022", "Function may sleep, the callback may not", "{function} may sleep, which {callback} cannot",
            "Call it in Init or InitTask, outside of locks and sections.",
            @"program must be sleepable to call sleepable kfunc (?<function>\w+)", @"kernel func (?<function>\w+) is sleepable within", @"sleepable helper (?<function>\w+)",
            "helper call might sleep", @"sleepable global function (?<function>\w+)", "attach to unsupported member")
            { FoundBefore = ["SCX4001", "SCX4002", "SCX4003"], IsMissed = true },
        new("SCX9023", "Helper is not available to schedulers", "{function} is not available to schedulers",
            "Use another function; the documentation of Scheduler lists those that there are.",
            @"program of this type cannot use helper (?<function>\w+)", @"invalid func (?<function>[a-z]\w+)#", @"unknown func (?<function>\w+)#")
            { IsMissed = true },
        new("SCX9024", "Argument or result must be a constant or in a range", "The kernel wants a constant here, or a callback's result in a certain range",
            "Pass a literal or a const; return 0 or 1 from a loop's callback, 0 from a timer's.",
            "must be a known constant", "is not a const", "At (async )?callback", "callback function (not static|cannot be)")
            { IsMissed = true },
        new("SCX9027", "Format of a message is not valid", "The format of the message is not one that the kernel prints",
            "Use integers, characters and kernel strings in the holes, twelve at most.",
            "[Ii]nvalid (format|fmt) string", "fmt .*invalid")
            { FoundBefore = ["SCX4009"], IsMissed = true },
        new("SCX9028", "Licence is not compatible with the GPL", "The object's licence is not compatible with the GPL",
            "Leave License out of [SchedExtOps], or set it to a compatible one.",
            "GPL compatible license", "GPL-restricted", "non-GPL compatible")
            { FoundBefore = ["SCX0015"], IsMissed = true },
        new("SCX9025", "Separate function is not possible", "A function that the kernel checks by itself has parameters or a result that it cannot",
            "The compiler decides which functions are checked by themselves, so it is a bug of it.",
            @"[Gg]lobal function \S+ (has|expects|return)", "type .* in .* is not supported yet", "size cannot be determined", @"Caller passes invalid args into func#")
            { FoundBefore = ["SCX4010"], IsMissed = true },
        new("SCX9030", "Map cannot do this", "The map cannot be used with this function",
            "Use what the map's type offers.", @"cannot pass map_type (?<type>\d+) into func")
            { FoundBefore = ["SCX6008"], IsMissed = true },
        new("SCX9031", "Timer does not belong to the map", "The timer is not a field of the map's value that it is used with",
            "Initialise the timer with the map that it lies in.", "no valid bpf_timer", "timer pointer in R1 map_uid")
            { FoundBefore = ["SCX6009"], IsMissed = true },
    ];
}
