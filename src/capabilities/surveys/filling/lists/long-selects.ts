// Questions whose choices an index gives, and not the engine: what is asked of the list for each, what is chosen, and what is
// taken back when an earlier answer changes, as the engine takes back a choice that is offered no more.
import { labelIn } from '../../../../xlsform/lists/without-lists.ts'
import { type FormModel, type IndexedSelect, questionsOf } from '../../../../xlsform/model.ts'
import {
  type FormNode,
  type InputNode,
  nodeAt,
  type QuestionNode,
  type RootNode,
  valueText,
} from '../nodes.ts'
import type { AskedLines, FoundLines, Line } from './line-index.ts'
import type { AskLines } from './list-files.ts'

type LongSelect = IndexedSelect & { multiple: boolean }

/** Labels of what is chosen, by node: answers are read back in many places. */
const told = new WeakMap<object, { select: LongSelect; words: ReadonlyMap<string, string> }>()

/** The choices of a question in words; null where it is no such question, or the words are not known yet. */
export function chosenWords(node: QuestionNode): string[] | null {
  const known = told.get(node)
  return known ? chosenIn(node, known.select).map((value) => known.words.get(value) || value) : null
}

/** Of one choice a space is a part; of several it parts one from the next. */
export function chosenIn(node: QuestionNode, { multiple }: Pick<LongSelect, 'multiple'>): string[] {
  const text = valueText(node)
  return (multiple ? text.split(/\s+/) : [text]).filter((each) => each !== '')
}

const plainPath = (reference: string) => reference.replace(/\[\d+\]/g, '')

/** A path as it is counted around a node: in the lines of repeats in which that stands. */
function beside(reference: string, path: string): string {
  const [own, steps] = [reference.split('/'), path.split('/')]
  const shared = steps.findIndex((step, n) => plainPath(own[n] ?? '') !== step)
  return [...own.slice(0, shared), ...steps.slice(shared)].join('/')
}

export class LongSelects {
  readonly #byPath: ReadonlyMap<string, LongSelect>
  readonly #root: RootNode
  readonly #model: FormModel
  readonly #ask: AskLines
  /** What was asked for a node when its choice was last seen to be offered. */
  readonly #asked = new WeakMap<object, string>()

  constructor(root: RootNode, model: FormModel, selects: readonly IndexedSelect[], ask: AskLines) {
    const many = new Set(
      questionsOf(model).flatMap(({ question }) =>
        question.type === 'select_multiple' ? [question.path] : [],
      ),
    )
    this.#byPath = new Map(selects.map((each) => [each.path, { ...each, multiple: many.has(each.path) }]))
    this.#root = root
    this.#model = model
    this.#ask = ask
  }

  get files(): string[] {
    return [...new Set([...this.#byPath.values()].map(({ file }) => file))]
  }

  selectOf(node: QuestionNode): LongSelect | undefined {
    return node.nodeType === 'input' ? this.#byPath.get(plainPath(node.currentState.reference)) : undefined
  }

  /** What is asked of the list now, in the language that is spoken. */
  askedFor(node: InputNode): Pick<AskedLines, 'label' | 'equal'> {
    const { file = '', label = '' } = this.selectOf(node) ?? {}
    const inForm = this.#model.lists[file] !== undefined
    const { language } = this.#root.currentState.activeLanguage
    return { label: inForm ? labelIn(language) : label, equal: this.equalFor(node) }
  }

  /** What the columns must be equal to now. */
  equalFor(node: InputNode): AskedLines['equal'] {
    const { equal = [] } = this.selectOf(node) ?? {}
    return equal.map((term) => {
      if ('text' in term) return { column: term.column, is: term.text }
      const asked = nodeAt(this.#root, beside(node.currentState.reference, term.path))
      const is =
        asked && 'valueType' in asked && asked.currentState.relevant ? valueText(asked as QuestionNode) : ''
      return { column: term.column, is }
    })
  }

  async find(node: InputNode, typed: string, most: number): Promise<FoundLines | null> {
    const select = this.selectOf(node)
    if (!select) return null
    const { file, value } = select
    const chosen = chosenIn(node, select)
    const found = await this.#ask(file, { value, ...this.askedFor(node), typed, most, chosen })
    if (found) {
      const words = new Map(found.chosen.map((line: Line) => [line.value, line.label]))
      told.set(node, { select, words })
    }
    return found
  }

  /** Every such question of the form that holds an answer, in all lines of repeats. */
  #answered(nodes: readonly FormNode[] = this.#root.currentState.children): InputNode[] {
    return nodes.flatMap((node) => {
      if (node.nodeType === 'input') return this.selectOf(node) && valueText(node) !== '' ? [node] : []
      return this.#answered((node.currentState.children ?? []) as readonly FormNode[])
    })
  }

  /**
   * Takes back choices that are offered no more after another answer changed, one after the other until all stand; gives whether
   * any words or answers became others. A list that is not on this phone takes nothing back.
   */
  async settle(set: (node: InputNode, value: string) => void): Promise<boolean> {
    let changed = false
    if (this.#byPath.size === 0) return changed
    for (;;) {
      const moved = this.#answered().filter((node) => this.#asked.get(node) !== this.#keyOf(node))
      if (moved.length === 0) return changed
      for (const node of moved) {
        const key = this.#keyOf(node)
        const found = await this.find(node, '', 0)
        // Answered anew meanwhile: looked at again in the next round.
        if (key !== this.#keyOf(node)) continue
        this.#asked.set(node, key)
        changed = true
        const offered = new Set(found?.chosen.map(({ value }) => value))
        const chosen = chosenIn(node, this.selectOf(node) ?? { multiple: false })
        const kept = chosen.filter((value) => offered.has(value))
        if (!found || kept.length === chosen.length || node.currentState.readonly) continue
        set(node, kept.join(' '))
        this.#asked.set(node, this.#keyOf(node))
      }
    }
  }

  #keyOf(node: InputNode): string {
    return JSON.stringify([this.askedFor(node), valueText(node)])
  }
}
