# Figures -> tables, and a verdict for each limit. Exit status: 0 all kept, 1 some not, 2 a measurement is no good.
#   awk -f report.awk [-v json=FILE] FIGURES
BEGIN {
    FS = OFS = "\t"
    metric_count = split("insns jited executed verified", metrics, " ")
    title["insns"] = "instructions"
    title["jited"] = "JITed bytes"
    title["executed"] = "executed"
    title["verified"] = "verified"
    limit["insns"] = limit["jited"] = limit["executed"] = 1.02    # geometric mean
    limit["verified"] = 1
    callback_limit = 1.2
    scxc_limit = 1.5    # times clang
    build_limit = 0.3   # seconds more than a plain library
    enough_calls = 500
}

# Programs are named like the scheduler and the callback; C abbreviates the one at times.
function callback(program) {
    sub(/^[^_]*_/, "", program)
    return program
}

function set(scheduler, side, program, metric, value) {
    program = callback(program)
    if (!((scheduler, program) in known)) {
        known[scheduler, program] = 1
        order[scheduler, ++count[scheduler]] = program
    }
    figure[scheduler, side, program, metric] = value
    measured[metric] = 1
}

$1 == "hot" {
    schedulers[++scheduler_count] = $2
    unrun[$2] = $4 ~ /static/
    more[$2] = $4 ~ /more/
    clang[$2] = $4 ~ /clang-22/ ? "clang-22" : "clang-19"
    n = split($3, parts, " ")
    for (i = 1; i <= n; i++)
        hot[$2, parts[i]] = 1
}

$1 == "program" {
    set($2, $3, $4, "insns", $5)
    set($2, $3, $4, "xlated", $6)
    set($2, $3, $4, "jited", $7)
    set($2, $3, $4, "verified", $8)
    set($2, $3, $4, "states", $9)
}

$1 == "executed" {
    set($2, $3, $4, "calls", $5)
    if ($5)
        set($2, $3, $4, "executed", $6 / $5)
}

$1 == "time" {
    times[$2, $3, "wall", ++rounds[$2, $3]] = $4 + 0
    times[$2, $3, "cpu", rounds[$2, $3]] = $5 + 0
}

function median(scheduler, what, clock, n, i, j, value, sorted) {
    n = rounds[scheduler, what]
    for (i = 1; i <= n; i++) {
        value = times[scheduler, what, clock, i]
        for (j = i - 1; j && sorted[j] > value; j--)
            sorted[j + 1] = sorted[j]
        sorted[j + 1] = value
    }
    return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}

function shown(metric, value) {
    return value == "" ? "-" : sprintf(metric == "executed" ? "%.2f" : "%d", value)
}

function ratio(scheduler, base, program, metric, ours, theirs) {
    ours = figure[scheduler, "ours", program, metric]
    theirs = figure[scheduler, base, program, metric]
    return ours == "" || theirs == "" || !theirs ? "" : ours / theirs
}

function table(scheduler, base, i, m, program, metric, over, value) {
    printf "\n%s: ours beside %s -mcpu=%s%s\n", scheduler, clang[scheduler], substr(base, 7),
        base == "clang-v3" ? " (* hot callback, ! above the limit of one)" : ", for information"
    printf "%-24s", "callback"
    for (m = 1; m <= metric_count; m++)
        if (metrics[m] in measured)
            printf "  %24s", title[metrics[m]] " ours clang x"
    printf "\n"
    for (i = 1; i <= count[scheduler]; i++) {
        program = order[scheduler, i]
        printf "%-24s", ((scheduler, program) in hot ? "* " : "  ") program
        for (m = 1; m <= metric_count; m++) {
            metric = metrics[m]
            if (!(metric in measured))
                continue
            value = ratio(scheduler, base, program, metric)
            over = (scheduler, program) in hot && base == "clang-v3" && value != "" && value > callback_limit
            printf "  %8s %8s %5s%s", shown(metric, figure[scheduler, "ours", program, metric]),
                shown(metric, figure[scheduler, base, program, metric]),
                value == "" ? "-" : sprintf("%.2f", value), over ? "!" : " "
        }
        printf "\n"
    }
}

function verdict(kept, text, unlike) {
    printf "%-5s %s\n", kept ? "ok" : unlike ? "more" : "over", text
    if (!kept && !unlike)
        failed = 1
}

function check(scheduler, metric, i, program, value, worst, where, sum, n) {
    for (i = 1; i <= count[scheduler]; i++) {
        program = order[scheduler, i]
        if (!((scheduler, program) in hot))
            continue
        value = ratio(scheduler, "clang-v3", program, metric)
        if (value == "") {
            printf "bench: error: %s: no %s figures of the hot callback %s\n", scheduler, title[metric], program >"/dev/stderr"
            bad = 1
            continue
        }
        sum += log(value)
        n++
        if (value > worst) {
            worst = value
            where = program
        }
    }
    if (n)
        verdict(exp(sum / n) <= limit[metric] + 1e-9 && worst <= callback_limit, sprintf("%s: %s at most %.2f times clang's: %.3f; at most %.2f in one callback: %.3f (%s)",
            scheduler, title[metric], limit[metric], exp(sum / n), callback_limit, worst, where), more[scheduler])
}

function check_calls(scheduler, i, program, side) {
    for (i = 1; i <= count[scheduler]; i++) {
        program = order[scheduler, i]
        for (side in sides)
            if ((scheduler, program) in hot && figure[scheduler, side, program, "calls"] < enough_calls) {
                printf "bench: error: %s %s: only %d calls of %s, too few to compare\n", scheduler, side,
                    figure[scheduler, side, program, "calls"], program >"/dev/stderr"
                bad = 1
            }
    }
}

function check_times(scheduler, scxc, clang, build, library) {
    if (!((scheduler, "scxc") in rounds))
        return
    scxc = median(scheduler, "scxc", "wall")
    clang = median(scheduler, "clang", "wall")
    verdict(scxc <= scxc_limit * clang, sprintf("%s: scxc at most %.1f times clang -O2 -g: %.2f (%.3f s and %.3f s; CPU %.3f s and %.3f s)",
        scheduler, scxc_limit, scxc / clang, scxc, clang, median(scheduler, "scxc", "cpu"), median(scheduler, "clang", "cpu")))
    build = median(scheduler, "build", "wall")
    library = median(scheduler, "library", "wall")
    verdict(build - library <= build_limit, sprintf("%s: no-change build at most %.1f s above a plain library's: %+.2f s (%.2f s and %.2f s; CPU %.2f s and %.2f s)",
        scheduler, build_limit, build - library, build, library, median(scheduler, "build", "cpu"), median(scheduler, "library", "cpu")))
}

function write_json(first, key, parts, i) {
    printf "[" >json
    for (key in figure) {
        split(key, parts, SUBSEP)
        printf "%s\n  {\"scheduler\": \"%s\", \"side\": \"%s\", \"callback\": \"%s\", \"metric\": \"%s\", \"value\": %.10g}",
            first++ ? "," : "", parts[1], parts[2], parts[3], parts[4], figure[key] >json
    }
    for (key in times) {
        split(key, parts, SUBSEP)
        printf "%s\n  {\"scheduler\": \"%s\", \"metric\": \"time\", \"what\": \"%s\", \"clock\": \"%s\", \"round\": %d, \"seconds\": %.3f}",
            first++ ? "," : "", parts[1], parts[2], parts[3], parts[4], times[key] >json
    }
    print "\n]" >json
}

END {
    sides["ours"] = sides["clang-v3"] = sides["clang-v4"] = 1
    for (s = 1; s <= scheduler_count; s++)
        if (schedulers[s] in count) {
            table(schedulers[s], "clang-v3")
            table(schedulers[s], "clang-v4")
        }
    printf "\n"
    for (s = 1; s <= scheduler_count; s++) {
        for (m = 1; m <= metric_count; m++)
            if (metrics[m] in measured && !(metrics[m] == "executed" && unrun[schedulers[s]]))
                check(schedulers[s], metrics[m])
        if ("executed" in measured && !unrun[schedulers[s]])
            check_calls(schedulers[s])
        check_times(schedulers[s])
    }
    if (json != "")
        write_json()
    exit bad ? 2 : failed
}
