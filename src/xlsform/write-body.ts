// <h:body>: what people see and answer, with the actions that an answer sets off.
import { countNodeOf } from './expand.ts'
import type { Form } from './form.ts'
import type { Texts } from './itext.ts'
import type { ChoiceList } from './lists/lists.ts'
import { rangeOf } from './parameters.ts'
import { pathBetween } from './references.ts'
import type { SurveyNode } from './tree.ts'
import { appearanceOf, attributesOf } from './write-attributes.ts'
import { beginnings } from './write-binds.ts'
import { type Attributes, block, escapeText, inline } from './xml.ts'

const uploads: Readonly<Record<string, string>> = {
  image: 'image/*',
  audio: 'audio/*',
  video: 'video/*',
  file: 'application/*',
}
const controls: Readonly<Record<string, string>> = {
  select_one: 'select1',
  select_multiple: 'select',
  rank: 'odk:rank',
  range: 'range',
  acknowledge: 'trigger',
  image: 'upload',
  audio: 'upload',
  video: 'upload',
  file: 'upload',
}
const unseen = new Set(['calculate', 'hidden', 'metadata'])

export class Body {
  readonly #form: Form
  readonly #texts: Texts
  readonly #spoken: ReadonlySet<string>
  /** Question -> questions that it sets when it changes. */
  readonly #set = new Map<SurveyNode, SurveyNode[]>()

  constructor(form: Form, texts: Texts, spoken: ReadonlySet<string>) {
    this.#form = form
    this.#texts = texts
    this.#spoken = spoken
    for (const [node, logic] of form.logic) {
      for (const trigger of logic.triggers) this.#set.set(trigger, [...(this.#set.get(trigger) ?? []), node])
    }
  }

  /** Sets what waits for this question; the value is read where it will stand. */
  #actions(node: SurveyNode): string[] {
    return (this.#set.get(node) ?? []).map((target) => {
      const event = 'xforms-value-changed'
      if (target.type?.metadata === 'background-geopoint')
        return inline('odk:setgeopoint', { event, ref: target.path }, '')
      return inline(
        'setvalue',
        { event, ref: target.path, value: this.#form.logic.get(target)?.xpath.calculation },
        '',
      )
    })
  }

  #parameters(node: SurveyNode): Attributes {
    const given = this.#form.logic.get(node)?.parameters
    if (!given) return {}
    if (node.type?.type === 'range') {
      const { start, end, step } = rangeOf(node, given, this.#form.report)
      const more = [...given].filter(([name]) => /^tick_(interval|label_)|^placeholder$/.test(name))
      return {
        start,
        end,
        step,
        ...Object.fromEntries(more.map(([name, value]) => [`odk:${name.replace(/_/g, '-')}`, value])),
      }
    }
    return {
      rows: given.get('rows'),
      accuracyThreshold: given.get('capture-accuracy'),
      unacceptableAccuracyThreshold: given.get('warning-accuracy'),
      incremental: given.get('incremental') === 'true' ? 'true' : undefined,
      intent: node.type?.type === 'image' ? given.get('app') : undefined,
    }
  }

  /** Collect's search() reads the columns of its CSV from the choices, which stand in the question itself. */
  #items(list: ChoiceList, file: string): string {
    this.#texts.files.add(`${file}.csv`)
    const spoken = this.#spoken.has(list.name)
    const items = list.choices.map((choice, index) => {
      const words = Object.values(this.#texts.wordsOf(choice.label))[0] ?? choice.name
      const label = spoken
        ? inline('label', { ref: `jr:itext('${list.name}-${index}')` }, '')
        : inline('label', {}, escapeText(words))
      return block('item', {}, [label, inline('value', {}, escapeText(choice.name))])
    })
    return items.join('\n')
  }

  #itemSet(node: SurveyNode): string {
    const set = this.#form.itemSets.get(node)
    if (!set) return ''
    const searched = /\bsearch\s*\(\s*["']([^"']*)/.exec(node.appearance)?.[1]
    const list = searched === undefined ? undefined : this.#form.lists.get(set.choices)
    if (list) return this.#items(list, searched ?? '')
    const label = this.#spoken.has(set.choices) ? 'jr:itext(itextId)' : set.label
    return block('itemset', { nodeset: set.nodeset }, [
      inline('value', { ref: set.value }, ''),
      inline('label', { ref: label }, ''),
    ])
  }

  #question(node: SurveyNode): string {
    const type = node.type?.type ?? 'text'
    const label = this.#texts.label(node)
    const hint = this.#texts.hint(node)
    const calculated = node.row.has('calculation') || node.row.has('trigger')
    if (unseen.has(type) || (calculated && label === '' && hint === '')) return ''
    const attributes = {
      ref: node.path,
      appearance: appearanceOf(this.#form, node),
      mediatype: uploads[type],
      ...this.#parameters(node),
      ...attributesOf(this.#form, node, 'body'),
    }
    return block(controls[type] ?? 'input', attributes, [
      label,
      hint,
      this.#itemSet(node),
      ...this.#actions(node),
    ])
  }

  #repeat(node: SurveyNode): string {
    const counter = countNodeOf(node)
    const count = counter ? pathBetween(node, counter, false) : this.#form.logic.get(node)?.xpath.repeat_count
    const attributes = {
      nodeset: node.path,
      appearance: appearanceOf(this.#form, node),
      'jr:count': count,
      ...attributesOf(this.#form, node, 'body'),
    }
    const inside = block('repeat', attributes, [...this.lines(node), ...beginnings(this.#form, node)])
    return block('group', { ref: node.path }, [this.#texts.label(node), inside])
  }

  /** The controls of a section. */
  lines(section: SurveyNode): string[] {
    return section.children.map((node) => {
      // A group without questions has nothing to show, and the engine takes it for a question.
      if (node.kind === 'instance' || (node.kind === 'group' && node.children.length === 0)) return ''
      if (node.kind === 'question') return this.#question(node)
      if (node.kind === 'repeat') return this.#repeat(node)
      const attributes = {
        ref: node.path,
        appearance: appearanceOf(this.#form, node),
        ...attributesOf(this.#form, node, 'body'),
      }
      const lines = this.lines(node)
      const label = this.#texts.label(node)
      return label === '' && lines.every((line) => line === '')
        ? ''
        : block('group', attributes, [label, ...lines])
    })
  }
}
