/** The shells that completion is for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

// Each asks the program itself, with the words as they were typed and nothing expanded. The first line of the answer
// says what follows: words, words that more belongs to without a space (open), or that file names are wanted.

const BASH = `# bash completion of afterword
_afterword() {
  local kind='' each
  COMPREPLY=()
  while IFS= read -r each; do
    if [ -z "$kind" ]; then kind=$each; else COMPREPLY+=("$each"); fi
  done < <(afterword completion bash -- "\${COMP_LINE:0:$COMP_POINT}" "$COMP_WORDBREAKS" </dev/null 2>/dev/null)
  case $kind in
    open) compopt -o nospace ;;
    files) compopt -o default -o filenames ;;
  esac
}
complete -F _afterword afterword
`

const ZSH = `#compdef afterword
# zsh completion of afterword
_afterword() {
  local kind
  local -a found values shown more
  found=("\${(@f)$(afterword completion zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" </dev/null 2>/dev/null)}")
  kind=$found[1]
  shift found
  if [[ $kind = files ]]; then
    _files
    return
  fi
  (( $#found )) || return 1
  values=("\${(@)found%%$'\\t'*}")
  shown=("\${(@)found/$'\\t'/  }")
  [[ $kind = open ]] && more=(-S '')
  [[ $found[1] = *$'\\t'* ]] && more+=(-l)
  compadd $more -d shown -a values
}
if [[ $funcstack[1] = _afterword ]]; then
  _afterword "$@"
else
  compdef _afterword afterword
fi
`

const FISH = `# fish completion of afterword
function __afterword_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l typed (commandline -ct)
    set -l found (afterword completion fish -- $words "$typed" </dev/null 2>/dev/null)
    if test "$found[1]" = files
        __fish_complete_path "$typed"
    else
        set -e found[1]
        printf '%s\\n' $found
    end
end
complete -c afterword -k -f -a '(__afterword_complete)'
`

const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH }

/** Returns what makes the shell complete afterword's words, to be read by it when it starts. */
export function scriptFor(shell: Shell): string {
  return SCRIPTS[shell]
}
