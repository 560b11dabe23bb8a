// Where each entity of a form stands (ODK entities 2025.1): in the form, a group or each line of a repeat. As pyxform 4 does it,
// it is told by what it saves and reads: nearest to that, and one entity in one place.
import type { Report } from './faults/faults.ts'
import type { Row } from './table.ts'
import type { SurveyNode } from './tree.ts'

export type Wish = {
  row: Row
  dataset: string
  /** The repeat that its row names, or null. */
  repeat: SurveyNode | null
  /** Property -> question. */
  saved: Map<string, SurveyNode>
  /** Questions that its label, id and conditions look at, those that are only summed up left out. */
  read: readonly SurveyNode[]
}

const lineOf = (node: SurveyNode): SurveyNode[] => (node.parent ? [...lineOf(node.parent), node] : [node])
const isIn = (node: SurveyNode, around: SurveyNode) => lineOf(node).includes(around)

/** The repeat that a section is or stands in; else the form. */
const scopeOf = (section: SurveyNode, root: SurveyNode): SurveyNode =>
  section.kind === 'repeat' ? section : (section.repeat ?? root)

const around = (node: SurveyNode, root: SurveyNode) => node.parent ?? root

/** The section nearest to both. */
const shared = (one: SurveyNode, other: SurveyNode): SurveyNode =>
  lineOf(one).findLast((each) => isIn(other, each)) ?? one

const deeper = (one: SurveyNode, other: SurveyNode) => (other.depth > one.depth ? other : one)

/** The repeat (or the form) whose every line makes one entity. Faults: it reads or saves what stands in different repeats. */
function scopeFor(wish: Wish, root: SurveyNode, report: Report): SurveyNode | null {
  if (wish.repeat) return wish.repeat
  const saved = [...wish.saved.values()]
  const scopes = [...saved, ...wish.read].map((node) => scopeOf(around(node, root), root))
  const scope = scopes.reduce(deeper, root)
  const outside = [...saved, ...wish.read].find((_, index) => !isIn(scope, scopes[index] ?? root))
  if (!outside) return scope
  report.fault('entity-scopes', wish.row.at('dataset'), wish.dataset, {
    name: outside.name,
    repeat: scope.name,
  })
  return null
}

/** The section in its scope where it would best stand. */
function wantedIn(wish: Wish, scope: SurveyNode, root: SurveyNode): SurveyNode {
  if (wish.repeat) return scope
  const sections = (nodes: Iterable<SurveyNode>) =>
    [...nodes].map((node) => around(node, root)).filter((section) => scopeOf(section, root) === scope)
  const saved = sections(wish.saved.values())
  if (saved.length > 0) return saved.reduce(shared)
  return sections(wish.read).reduce(deeper, scope)
}

class Places {
  readonly found = new Map<Wish, SurveyNode>()
  readonly #root: SurveyNode
  readonly #report: Report
  /** Sections that hold an entity, or lie between one and what it saves. */
  readonly #taken = new Map<SurveyNode, Wish>()

  constructor(root: SurveyNode, report: Report) {
    this.#root = root
    this.#report = report
  }

  /** Between a question and the section whose entity saves it stands no other entity. */
  #keep(wish: Wish, section: SurveyNode): void {
    this.found.set(wish, section)
    this.#taken.set(section, wish)
    for (const node of wish.saved.values())
      for (let each = node.parent; each && each !== section && isIn(each, section); each = each.parent)
        this.#taken.set(each, wish)
  }

  add(wish: Wish): void {
    const scope = scopeFor(wish, this.#root, this.#report)
    if (!scope) return
    const wanted = wantedIn(wish, scope, this.#root)
    const way = lineOf(wanted).filter((section) => isIn(section, scope))
    const crossed = [...wish.saved.values()].map((node) => this.#taken.get(around(node, this.#root)))
    const free = crossed.some(Boolean) ? undefined : way.findLast((section) => !this.#taken.has(section))
    if (free) this.#keep(wish, free)
    else {
      const other = (crossed.find(Boolean) ?? this.#taken.get(wanted))?.row.row ?? 0
      this.#report.fault('entity-twice', wish.row.at('dataset'), wish.dataset, { other })
    }
  }
}

/** The place of each entity. Faults: two in one place, or one that would stand in two. */
export function placesOf(wishes: readonly Wish[], root: SurveyNode, report: Report): Map<Wish, SurveyNode> {
  const places = new Places(root, report)
  const [alone] = wishes
  // Older clients know one entity, in the form itself.
  if (wishes.length === 1 && alone && scopeFor(alone, root, report) === root) return new Map([[alone, root]])
  for (const wish of wishes) places.add(wish)
  return places.found
}
