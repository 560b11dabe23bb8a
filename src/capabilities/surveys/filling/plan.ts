// Which pages a form has, in the order in which it is asked: one question or one field-list a page, and a page with the
// list of members for each repeat, with the pages of each member after it.
import {
  type FormNode,
  type GroupNode,
  has,
  isAnswered,
  isGroup,
  isQuestion,
  isRepeat,
  labelOf,
  type MemberNode,
  type QuestionNode,
  type RepeatNode,
  type RootNode,
  type Violation,
} from './nodes.ts'

/** Which member of which repeat a page belongs to. */
export type Membership = { repeat: RepeatNode; member: MemberNode; index: number }

export type FormPage = {
  /** Reference of its first node: where a draft is taken up again. */
  key: string
  node: QuestionNode | GroupNode | RepeatNode
  /** Titles of the groups around it, the outermost first. */
  trail: readonly string[]
  /** The repeats around it, the outermost first. */
  within: readonly Membership[]
}

type Around = { trail: readonly string[]; within: readonly Membership[] }

const shown = (node: FormNode) =>
  node.currentState.relevant &&
  (!('hasRelevantBodyNodes' in node.currentState) || node.currentState.hasRelevantBodyNodes !== false)

const isFieldList = (node: GroupNode | MemberNode) => has(node, 'field-list') || has(node, 'table-list')

function pagesBelow(nodes: readonly FormNode[], around: Around): FormPage[] {
  return nodes.filter(shown).flatMap((node) => {
    if (isQuestion(node)) return [pageOf(node, around)]
    if (isRepeat(node)) return [pageOf(node, around), ...memberPages(node, around)]
    if (!isGroup(node)) return []
    if (isFieldList(node)) return [pageOf(node, around), ...repeatsInside(node, around)]
    return pagesBelow(node.currentState.children, { ...around, trail: withTitle(around.trail, node) })
  })
}

const withTitle = (trail: readonly string[], node: GroupNode) =>
  labelOf(node) ? [...trail, labelOf(node)] : trail

const pageOf = (node: FormPage['node'], { trail, within }: Around): FormPage => ({
  key: node.currentState.reference,
  node,
  trail,
  within,
})

/** A repeat inside a field-list is reached from that page; its members are pages of their own. */
function repeatsInside(group: GroupNode, around: Around): FormPage[] {
  const inside = { ...around, trail: withTitle(around.trail, group) }
  return group.currentState.children.filter(shown).flatMap((node) => {
    if (isRepeat(node)) return [pageOf(node, inside), ...memberPages(node, inside)]
    return isGroup(node) ? repeatsInside(node, inside) : []
  })
}

function memberPages(repeat: RepeatNode, { within }: Around): FormPage[] {
  return repeat.currentState.children.flatMap((member, index) => {
    const inside: Around = { trail: [], within: [...within, { repeat, member, index }] }
    // A repeat whose group is a field-list asks each member on one page.
    const only = member.currentState.children
      .filter(shown)
      .filter((node) => isQuestion(node) || isGroup(node) || isRepeat(node))
    if (isFieldList(member) && only.length > 0)
      return [pageOf(asGroup(member), inside), ...repeatsInside(asGroup(member), inside)]
    return pagesBelow(member.currentState.children, inside)
  })
}

/** A member is shown like a group of its questions. */
const asGroup = (member: MemberNode) => member as unknown as GroupNode

/** All pages that can be reached now; what is not relevant is not there. */
export function pagesOf(root: Pick<RootNode, 'currentState'>): FormPage[] {
  return pagesBelow(root.currentState.children, { trail: [], within: [] })
}

/** The questions a page shows, in order; of a repeat none, because they have pages of their own. */
export function questionsOn(page: FormPage): QuestionNode[] {
  if (isQuestion(page.node)) return [page.node]
  if (isRepeat(page.node)) return []
  const below = (nodes: readonly FormNode[]): QuestionNode[] =>
    nodes.filter(shown).flatMap((node) => {
      if (isQuestion(node)) return [node]
      return isGroup(node) ? below(node.currentState.children) : []
    })
  return below(page.node.currentState.children)
}

const innermost = (page: FormPage | undefined) => page?.within.at(-1)
const inside = (page: FormPage, repeat: RepeatNode) =>
  page.within.some((each) => each.repeat.nodeId === repeat.nodeId)

/**
 * The page after this one. The list of a repeat is followed by what comes after all its members; the last page of a
 * member leads back to the list. Undefined at the end.
 */
export function pageAfter(pages: readonly FormPage[], at: FormPage): FormPage | undefined {
  const index = pages.findIndex((page) => page.key === at.key)
  const node = at.node
  const rest = pages.slice(index + 1)
  if (isRepeat(node))
    return leaving(
      pages,
      at,
      rest.find((page) => !inside(page, node)),
    )
  return leaving(pages, at, rest[0])
}

function leaving(pages: readonly FormPage[], at: FormPage, next: FormPage | undefined): FormPage | undefined {
  const here = innermost(at)
  if (!here) return next
  const stays = next?.within.some((each) => each.member.nodeId === here.member.nodeId)
  return stays ? next : pages.find((page) => page.node.nodeId === here.repeat.nodeId)
}

/** The page before this one: of the first page of a member its list, of what follows a repeat that repeat's list. */
export function pageBefore(pages: readonly FormPage[], at: FormPage): FormPage | undefined {
  const index = pages.findIndex((page) => page.key === at.key)
  const before = pages[index - 1]
  if (!before) return undefined
  const here = at.within.map((each) => each.member.nodeId)
  // Out of the other members that lie between: to the list of the outermost repeat that this page is not in.
  const entered = before.within.find((each) => !here.includes(each.member.nodeId))
  if (!entered) return before
  return pages.find((page) => page.node.nodeId === entered.repeat.nodeId) ?? before
}

/** Where a draft is taken up: its page, or the nearest page that is still there. */
export function pageAt(pages: readonly FormPage[], key: string | null): FormPage | undefined {
  if (key === null) return pages[0]
  const exact = pages.find((page) => page.key === key)
  if (exact) return exact
  const holding = pages.findLast((page) => key.startsWith(`${page.key}/`) || key.startsWith(`${page.key}[`))
  return holding ?? pages[0]
}

export type PageState = 'answered' | 'empty' | 'needed' | 'faulty' | 'reading'

const violationOf = (node: QuestionNode): Violation | null => node.validationState.violation

/** How a page stands: a wrong answer weighs more than a missing one. A page to read only is never missing. */
export function stateOf(page: FormPage): PageState {
  const questions = questionsOn(page)
  const violations = questions.flatMap((node) => violationOf(node) ?? [])
  if (violations.some((each) => each.condition === 'constraint')) return 'faulty'
  if (violations.length > 0) return 'needed'
  if (isRepeat(page.node)) return page.node.currentState.children.length > 0 ? 'answered' : 'empty'
  if (questions.every((node) => node.nodeType === 'note' || node.currentState.readonly)) return 'reading'
  return questions.some(isAnswered) ? 'answered' : 'empty'
}

export type Answered = { done: number; all: number }

/** How many of the questions that can be answered are. */
export function countAnswered(pages: readonly FormPage[]): Answered {
  const open = pages
    .flatMap(questionsOn)
    .filter((node) => node.nodeType !== 'note' && !node.currentState.readonly)
  return { done: open.filter(isAnswered).length, all: open.length }
}
