// Which refusal codes the source uses, read from its syntax rather than guessed from its text.
import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** `code` as written; a template such as `places.${kind}-elsewhere` becomes a pattern. */
export type CodeUse = { code: string; pattern: RegExp; file: string; line: number; facts: string[] | null }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const wholly = (text: string) => new RegExp(`^${escaped(text)}$`)

/** The literals an expression may come to: a text, either side of a choice, a template with holes. */
function literals(node: ts.Node): { code: string; pattern: RegExp }[] {
  if (ts.isStringLiteralLike(node)) return [{ code: node.text, pattern: wholly(node.text) }]
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
    return [{ code: parts.join('*'), pattern: new RegExp(`^${parts.map(escaped).join('.+')}$`) }]
  }
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return [...literals(node.left), ...literals(node.right)]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
    return literals(node.expression)
  return []
}

/** Names of the facts given, when they are written out; null when they come from elsewhere. */
function factNames(node: ts.Expression | undefined): string[] | null {
  if (!node) return []
  if (ts.isIdentifier(node) && node.text === 'undefined') return []
  if (!ts.isObjectLiteralExpression(node)) return null
  const names = node.properties.map((property) =>
    property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
      ? property.name.text
      : null,
  )
  return names.every((name) => name !== null) ? names : null
}

const positions: Record<string, { code: number; facts: number }> = {
  refuse: { code: 0, facts: 1 },
  refuseField: { code: 1, facts: 2 },
  tusRefusal: { code: 1, facts: 2 },
  Turned: { code: 1, facts: 2 },
  held: { code: 0, facts: 1 },
}

/** Every code that this file refuses with, or that a schema in it gives as the reason of a malformed field. */
export function codesIn(file: string, path: string, namespaces: ReadonlySet<string>): CodeUse[] {
  const source = ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const uses: CodeUse[] = []
  const note = (node: ts.Node, found: { code: string; pattern: RegExp }[], facts: string[] | null) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    for (const { code, pattern } of found)
      if (namespaces.has(code.split('.')[0] ?? '')) uses.push({ code, pattern, file, line, facts })
  }
  const noteCall = (node: ts.CallExpression | ts.NewExpression): void => {
    const called = node.expression
    const at = ts.isIdentifier(called) ? positions[called.text] : undefined
    const given = node.arguments ?? []
    const code = at && given[at.code]
    if (at && code) note(node, literals(code), factNames(given[at.facts]))
    const isSchema = ts.isPropertyAccessExpression(called) && called.expression.getText() === 'z'
    if (isSchema) for (const argument of given) note(node, messages(argument), null)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) noteCall(node)
    // The doors choose a code by what went wrong: `{ status: 507, code: 'platform.disk-full' }`.
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code')
      note(node, literals(node.initializer), null)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return uses
}

const codeLike = /^[a-z]+(-[a-z]+)*\.[a-z0-9-]+$/

/** A reason given to zod: a plain text, or `{ error | message: text }`. */
function messages(node: ts.Expression): { code: string; pattern: RegExp }[] {
  if (!ts.isObjectLiteralExpression(node)) return literals(node).filter(({ code }) => codeLike.test(code))
  return node.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && ['error', 'message'].includes(property.name.getText())
      ? literals(property.initializer)
      : [],
  )
}
