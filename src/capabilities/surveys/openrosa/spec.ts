// A form's model laid out as its instance is, so that a submission is read in one walk. Made once for each model.
import type { EntityRule, FormModel, Question } from '../../../xlsform/model.ts'
import { meantType } from '../../../xlsform/names.ts'

export type Spec = {
  /** '/data/house/roof' */
  path: string
  /** Its name in the answers: relative to the root, or to the repeat it stands in. */
  key: string
  question: Question | null
  repeat: boolean
  children: Map<string, Spec>
  /** Names that may be answered; null where the list is a file, or open. */
  choices: ReadonlySet<string> | null
}

export type Outline = { root: Spec; rootName: string; entities: ReadonlyMap<string, EntityRule> }

const known = new WeakMap<FormModel, Outline>()

export function outlineOf(model: FormModel): Outline {
  const before = known.get(model)
  if (before) return before
  const made = outline(model)
  known.set(model, made)
  return made
}

function outline(model: FormModel): Outline {
  const lists = new Map(
    Object.entries(model.lists).map(([name, choices]) => [name, new Set(choices.map((each) => each.name))]),
  )
  const root: Spec = {
    path: model.root,
    key: '',
    question: null,
    repeat: false,
    children: new Map(),
    choices: null,
  }
  /** The node of a path, with those above it, whether the form lists them or not. */
  const nodeAt = (path: string): Spec => {
    let node = root
    let path_ = model.root
    let from = model.root
    for (const name of path.slice(model.root.length + 1).split('/')) {
      path_ = `${path_}/${name}`
      if (node.repeat) from = node.path
      const next = node.children.get(name) ?? {
        path: path_,
        key: path_.slice(from.length + 1),
        question: null,
        repeat: false,
        children: new Map(),
        choices: null,
      }
      node.children.set(name, next)
      node = next
    }
    return node
  }
  const place = (items: FormModel['items']): void => {
    for (const item of items) {
      const node = nodeAt(item.path)
      if (item.kind === 'question') {
        node.question = { ...item, type: meantType(item) }
        node.choices = (item.type !== 'text' && item.list !== null && lists.get(item.list)) || null
      } else {
        node.repeat = item.kind === 'repeat'
        place(item.children)
      }
    }
  }
  place(model.items)
  return {
    root,
    rootName: model.root.slice(1),
    entities: new Map(model.entities.map((rule) => [rule.path, rule])),
  }
}
