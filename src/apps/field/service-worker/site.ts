// What the build tells the service worker: which files a device keeps from the start, and which when a desk screen is first
// opened. Read by vite.config.ts; the worker gets it as a constant.

export type Site = {
  /** Made of the content of all files; the page bears it too, so that pages of two versions are told apart. */
  version: string
  /** Addresses kept at install. A file without a hash in its name has its version behind a question mark. */
  field: readonly string[]
  /** What each desk screen needs beside those, by its path in a manifest; its own script first. */
  desk: Readonly<Record<string, readonly string[]>>
}

/** A file of a build, as far as it matters here. */
type Built = {
  isEntry?: boolean
  imports?: readonly string[]
  dynamicImports?: readonly string[]
  moduleIds?: readonly string[]
  viteMetadata?: { importedCss: ReadonlySet<string>; importedAssets: ReadonlySet<string> } | undefined
}
export type Bundle = Readonly<Record<string, Built>>
type Node = { type: string; key?: unknown; name?: unknown; value?: unknown; source?: unknown }

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'
const below = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** Every node of a syntax tree, the outer ones first. */
function* walk(node: Node): Generator<Node> {
  yield node
  for (const each of below(node)) yield* walk(each)
}

function literal(node: unknown): string {
  const value = (node as { value?: unknown } | undefined)?.value
  if (typeof value !== 'string') throw new Error('a desk screen names its path and its file as plain text')
  return value
}

/** The desk screens of a manifest, out of its syntax tree: path, and the file it loads. */
export function deskScreens(manifest: Node): [path: string, file: string][] {
  return [...walk(manifest)]
    .filter((node) => node.type === 'ObjectExpression')
    .flatMap((node): [string, string][] => {
      const of = (name: string) =>
        below(node).find((each) => isNode(each.key) && each.key.name === name)?.value
      if ((of('desk') as { value?: unknown } | undefined)?.value !== true) return []
      const load = of('load')
      const loaded = isNode(load)
        ? [...walk(load)].find((each) => each.type === 'ImportExpression')
        : undefined
      return [[literal(of('path')), literal(loaded?.source)]]
    })
}

/** All that these scripts load, at once or later, without what lies behind `stop`. */
function reach(bundle: Bundle, from: readonly string[], stop: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const enter = (file: string, later: boolean): void => {
    if (found.has(file) || (later && stop.has(file))) return
    found.add(file)
    const { imports = [], dynamicImports = [], viteMetadata } = bundle[file] ?? {}
    for (const each of [...(viteMetadata?.importedCss ?? []), ...(viteMetadata?.importedAssets ?? [])])
      found.add(each)
    for (const each of imports) enter(each, false)
    for (const each of dynamicImports) enter(each, true)
  }
  for (const file of from) enter(file, false)
  return found
}

/** A script's name without its hash: the same screen in another version. */
export const stemOf = (file: string): string => file.replace(/-[\w-]{8}\.js$/, '')

/** An update would take another script that is kept for the desk screen of that name, and fetch what nobody opened. */
function refuseNamesakes(files: readonly string[], screens: readonly string[]): void {
  const many = Map.groupBy(files, stemOf)
  const twice = screens.filter((file) => (many.get(stemOf(file))?.length ?? 0) > 1)
  if (twice.length > 0) throw new Error(`desk screens with the name of another script: ${twice.join(', ')}`)
}

/**
 * Shares out the files of a build. What no desk screen loads, or something else too, is a field part: when in doubt a file is
 * kept at install.
 * @param desk of each desk screen its path and the module it loads
 * @param plain addresses without a hash in their names, each with its version
 */
export function siteOf(
  bundle: Bundle,
  version: string,
  desk: ReadonlyMap<string, string>,
  plain: readonly string[],
): Site {
  const files = Object.keys(bundle)
    .filter((file) => /\.(js|css|woff2|svg|png)$/.test(file))
    .sort()
  const chunkOf = (id: string) => files.filter((file) => bundle[file]?.moduleIds?.includes(id))
  const screens = [...desk].flatMap(([path, id]) => chunkOf(id).map((file) => [path, file] as const))
  const stop = new Set(screens.map(([, file]) => file))
  refuseNamesakes(files, [...stop])
  const entries = files.filter((file) => bundle[file]?.isEntry)
  const field = reach(bundle, entries, stop)
  const behind = reach(bundle, [...stop], stop)
  const later = (file: string) => behind.has(file) && !field.has(file)
  return {
    version,
    field: [...plain, ...files.filter((file) => !later(file)).map((file) => `/${file}`)],
    desk: Object.fromEntries(
      screens.map(([path, file]) => [
        path,
        [...reach(bundle, [file], stop)].filter(later).map((each) => `/${each}`),
      ]),
    ),
  }
}
