// Writing XML: attributes and texts escaped, each element on a line of its own, no spaces added inside.

/** Text as it may stand between tags. */
export const escapeText = (text: string): string =>
  // Nearly no text holds any of them.
  /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text

const escapeAttribute = (text: string): string =>
  /[&<>"\n\t]/.test(text)
    ? escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')
    : text

export type Attributes = Readonly<Record<string, string | undefined>>

function open(name: string, attributes: Attributes): string {
  let tag = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) tag += ` ${key}="${escapeAttribute(value)}"`
  }
  return tag
}

/** An element around others, which are written already. */
export function block(name: string, attributes: Attributes, children: readonly string[]): string {
  // Added one to the other, which copies nothing before the whole is read.
  let inside = ''
  for (const child of children) if (child !== '') inside += `${child}\n`
  return inside === '' ? `${open(name, attributes)}/>` : `${open(name, attributes)}>\n${inside}</${name}>`
}

/** An element with content that is written already and gets no line breaks around it. */
export function inline(name: string, attributes: Attributes, content: string): string {
  return content === '' ? `${open(name, attributes)}/>` : `${open(name, attributes)}>${content}</${name}>`
}
