// Reads the cases: '## what is so', the sheets as a table, files in fences, and what is done and seen as lines of '- '.

export type Line = { does: string; on: string; text: string }
export type Case = { says: string; sheets: string; files: Record<string, string>; lines: readonly Line[] }

/** Longest first, so that 'not asked' is not read as something else. */
const verbs = [
  ...['option labels', 'not warned', 'not asked', 'languages', 'language', 'compiled', 'not compiled'],
  ...['answer', 'offers', 'entities', 'refused', 'warned', 'label', 'right', 'wrong', 'asked', 'value'],
  ...['hint', 'sent', 'files', 'mend', 'add', 'lists above', 'made', 'indexed', 'not indexed'],
]

function lineOf(written: string, file: string): Line {
  const does = verbs.find((verb) => written === verb || written.startsWith(`${verb} `))
  if (!does) throw new Error(`${file}: “${written}” begins with no verb that cases know`)
  const rest = written.slice(does.length).trim()
  const [on = '', ...text] = rest.split(/\s*=>\s*/)
  return { does, on, text: text.join(' => ') }
}

function caseOf(section: string, file: string): Case {
  const [title = '', ...body] = section.split('\n')
  const files: Record<string, string> = {}
  const rest = body.join('\n').replace(/```(\S+)\n([\s\S]*?)```/g, (_, name: string, text: string) => {
    files[name] = text
    return ''
  })
  const written = rest.split('\n').map((line) => line.trim())
  return {
    says: title.trim(),
    sheets: written.filter((line) => line.startsWith('|')).join('\n'),
    files,
    lines: written.filter((line) => line.startsWith('- ')).map((line) => lineOf(line.slice(2), file)),
  }
}

/** The cases of one text; a case that does nothing is a slip. */
export function casesOf(text: string, file: string): Case[] {
  const cases = text
    .split(/^## /m)
    .slice(1)
    .map((section) => caseOf(section, file))
  const idle = cases.find(({ lines }) => lines.length === 0)
  if (idle) throw new Error(`${file}: “${idle.says}” says nothing that is seen`)
  return cases
}
