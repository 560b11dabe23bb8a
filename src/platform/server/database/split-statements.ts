const parts =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([a-z_]\w*)?\$[\s\S]*?\$\1\$|;|[^'"$;/-]+|[\s\S]/gi

/**
 * The statements of an SQL text, in order and without the semicolons between them; what is quoted is left whole. A cluster
 * hands each change of a table on to its nodes by itself, and takes one statement at a time for that.
 */
export function splitStatements(text: string): string[] {
  const found: string[][] = [[]]
  for (const [part] of text.matchAll(parts)) {
    if (part === ';') found.push([])
    else found.at(-1)?.push(part)
  }
  const says = (part: string) => part.trim() !== '' && !/^(--|\/\*)/.test(part)
  return found.filter((each) => each.some(says)).map((each) => each.join('').trim())
}
