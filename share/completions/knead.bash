# SPDX-License-Identifier: MIT
# Completion of knead for bash: asks `knead complete`, which knows its commands, options, routines and words.

_knead() {
    local word line
    COMPREPLY=()
    word=${COMP_WORDS[COMP_CWORD]}
    [ "$word" = = ] && word=
    while IFS=$'\t' read -r line _; do
        case $line in
        FILE) compopt -o default ;; # as bash itself completes files
        DIR) compopt -o dirnames ;;
        "$word"*) COMPREPLY+=("$line") ;;
        esac
    done < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
} 2>/dev/null # bash before 4 has no compopt

complete -F _knead knead
