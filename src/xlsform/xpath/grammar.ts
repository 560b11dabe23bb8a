// Words and signs of XPath 1.0.

export const wordOperators: ReadonlySet<string> = new Set(['and', 'or', 'div', 'mod'])
export const nodeTests = new Set(['text', 'node', 'comment', 'processing-instruction'])
/** From loosest to tightest. */
export const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]
export const axes = new Set([
  ...['ancestor', 'ancestor-or-self', 'attribute', 'child', 'descendant', 'descendant-or-self', 'following'],
  ...['following-sibling', 'namespace', 'parent', 'preceding', 'preceding-sibling', 'self'],
])
