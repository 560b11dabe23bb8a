// Writing XML: attributes and texts escaped, each element on a line of its own, no spaces added inside.

/** Text as it may stand between tags. */
export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')

export type Attributes = Readonly<Record<string, string | undefined>>

function open(name: string, attributes: Attributes): string {
  let tag = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escapeAttribute(value)}"`
  }
  return tag
}

/** An element around others, which are written already. */
export function block(name: string, attributes: Attributes, children: readonly string[]): string {
  const inside = children.filter((child) => child !== '')
  return inside.length === 0
    ? `${open(name, attributes)}/>`
    : `${open(name, attributes)}>\n${inside.join('\n')}\n</${name}>`
}

/** An element with content that is written already and gets no line breaks around it. */
export function inline(name: string, attributes: Attributes, content: string): string {
  return content === '' ? `${open(name, attributes)}/>` : `${open(name, attributes)}>${content}</${name}>`
}
