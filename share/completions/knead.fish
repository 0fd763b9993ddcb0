# SPDX-License-Identifier: MIT
# Completion of knead for fish: asks `knead complete`, which knows its commands, options, routines and words.

function __knead_complete
    set -l words (commandline -opc)
    for line in ($words[1] complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
        switch $line
            case FILE
                __fish_complete_path (commandline -ct)
            case DIR
                __fish_complete_directories (commandline -ct)
            case '*'
                printf '%s\n' $line
        end
    end
end

complete -c knead -f -a '(__knead_complete)'
