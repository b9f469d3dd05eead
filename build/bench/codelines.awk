# Lines with code on them, of C or C#: not those that are empty or hold nothing but a comment. Prints the number.
{
    code = ""
    line = $0
    while (line != "") {
        if (inside) {
            end = index(line, "*/")
            if (!end)
                break
            line = substr(line, end + 2)
            inside = 0
        } else if (match(line, /^"([^"\\]|\\.)*"/)) {
            # What looks like a comment in a string is none.
            code = code "s"
            line = substr(line, RLENGTH + 1)
        } else if (substr(line, 1, 2) == "//") {
            break
        } else if (substr(line, 1, 2) == "/*") {
            inside = 1
            line = substr(line, 3)
        } else {
            code = code substr(line, 1, 1)
            line = substr(line, 2)
        }
    }
    gsub(/[ \t\r]/, "", code)
    if (code != "")
        count++
}

END { print count + 0 }
