// Attributes that a sheet passes through to other apps (bind::, body::, instance::) and appearances.
import type { Form } from './form.ts'
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

export const appearanceOf = (form: Form, node: SurveyNode): string | undefined =>
  attributeOf(node.appearance, whereOf(node, 'appearance'), form) || undefined
