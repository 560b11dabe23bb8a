// Attributes that a sheet passes through to other apps (bind::, body::, instance::) and appearances.
import type { Form } from './form.ts'
import { meantType } from './names.ts'
import { attributeOf } from './pieces.ts'
import type { SurveyNode } from './tree.ts'

const whereOf = (node: SurveyNode, key: string) => ({ context: node, place: node.row.at(key) })

/** What the columns bind::…, body::… or instance::… of a row say, with paths for its references. */
export function attributesOf(
  form: Form,
  node: SurveyNode,
  kind: 'bind' | 'body' | 'instance',
): Record<string, string> {
  const written = Object.entries(node.row.withPrefix(`${kind}::`))
  return Object.fromEntries(
    written.map(([name, text]) => [name, attributeOf(text, whereOf(node, `${kind}::${name}`), form)]),
  )
}

/** A number that is kept as text still opens the keys of a number. */
function keysOf({ appearance, type, name, row }: SurveyNode): string {
  const asked = type?.type ?? 'text'
  if (meantType({ type: asked, name, label: row.words('label') }) === asked) return appearance
  return /\bnumbers\b/.test(appearance) ? appearance : `${appearance} numbers`.trim()
}

export const appearanceOf = (form: Form, node: SurveyNode): string | undefined =>
  attributeOf(keysOf(node), whereOf(node, 'appearance'), form) || undefined
