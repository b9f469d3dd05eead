# The plugin's counts by address -> calls and executed instructions of each program.
#   awk -f executed.awk -v prefix=TEXT LOADED COUNTS
# mawk's numbers are doubles, too small for a kernel address; its low 32 bits tell code apart just as well.
BEGIN {
    FS = "[ \t]"
    OFS = "\t"
    for (i = 0; i < 16; i++)
        digit[substr("0123456789abcdef", i + 1, 1)] = i
}

function low(address, i, value) {
    for (i = length(address) - 7; i <= length(address); i++)
        value = value * 16 + digit[substr(address, i, 1)]
    return value
}

FNR == NR && $1 == "code" {
    if (!($2 in entry)) {
        entry[$2] = low($3)
        programs[++program_count] = $2
    }
    owner[++code_count] = $2
    start[code_count] = low($3)
    end[code_count] = low($3) + $4
}

FNR == NR { next }

{
    address = low($1)
    for (i = 1; i <= code_count; i++)
        if (address >= start[i] && address < end[i]) {
            insns[owner[i]] += $2
            if (address == entry[owner[i]])
                calls[owner[i]] = $2
        }
}

END {
    for (i = 1; i <= program_count; i++)
        print "executed", prefix, programs[i], calls[programs[i]] + 0, insns[programs[i]] + 0
}
