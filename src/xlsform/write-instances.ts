// The primary instance with its defaults, and the lists and files beside it.
import type { Form } from './form.ts'
import type { Texts } from './itext.ts'
import { mediaAddress } from './itext.ts'
import { wordsIn } from './languages.ts'
import { type ChoiceList, speaks } from './lists/lists.ts'
import type { SurveyNode } from './tree.ts'
import { attributesOf } from './write-attributes.ts'
import { block, escapeText, inline } from './xml.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  file: 'image',
}

function fixedOf(form: Form, node: SurveyNode, texts: Texts): string {
  const fixed = form.logic.get(node)?.fixed ?? ''
  const type = node.type?.type ?? ''
  if (fixed === '' || !mediaTypes[type]) return fixed
  const address = mediaAddress(mediaTypes[type] ?? '', fixed)
  texts.files.add(address.slice(address.lastIndexOf('/') + 1))
  return address
}

function entityOf(form: Form, container: SurveyNode): string {
  const plan = form.entities.find((each) => each.container === container)
  if (!plan) return ''
  const attributes: Record<string, string | undefined> = {
    dataset: plan.dataset,
    id: '',
    create: plan.creates ? '1' : undefined,
    update: plan.updates ? '1' : undefined,
  }
  for (const name of ['baseVersion', 'trunkVersion', 'branchId']) {
    if (plan.calculations[`@${name}`] !== undefined) attributes[name] = ''
  }
  return block('entity', attributes, plan.calculations.label === undefined ? [] : [inline('label', {}, '')])
}

/** In a line that is there already no template stands: the engine would take it for another line. */
type Inside = 'form' | 'template' | 'line'

function childrenOf(form: Form, node: SurveyNode, texts: Texts, inside: Inside): string[] {
  const lines = node.children.flatMap((child) => instanceNode(form, child, texts, inside))
  const entity = node.depth > 0 ? entityOf(form, node) : ''
  return entity === '' ? lines : [...lines, block('meta', {}, [entity])]
}

function instanceNode(form: Form, node: SurveyNode, texts: Texts, inside: Inside): string[] {
  const attributes = attributesOf(form, node, 'instance')
  if (node.kind === 'instance' || node.type?.metadata === 'audit') return []
  if (node.kind === 'question') return [inline(node.name, attributes, escapeText(fixedOf(form, node, texts)))]
  if (node.kind === 'group') return [block(node.name, attributes, childrenOf(form, node, texts, inside))]
  const line = block(node.name, attributes, childrenOf(form, node, texts, 'line'))
  if (inside === 'line') return [line]
  return [
    block(node.name, { 'jr:template': '', ...attributes }, childrenOf(form, node, texts, 'template')),
    line,
  ]
}

/** <instance> with the form's own answers. */
export function primaryInstance(form: Form, texts: Texts): string {
  const { settings, root } = form
  const audit = root.children.some((node) => node.type?.metadata === 'audit')
  const meta = [
    inline('instanceID', {}, ''),
    form.instanceName ? inline('instanceName', {}, '') : '',
    audit ? inline('audit', {}, '') : '',
    entityOf(form, root),
  ]
  const attributes = {
    xmlns: settings.instanceXmlns || undefined,
    id: settings.formId,
    version: settings.version,
    ...settings.attributes,
  }
  return block('instance', {}, [
    block(root.name, attributes, [...childrenOf(form, root, texts, 'form'), block('meta', {}, meta)]),
  ])
}

function listInstance(form: Form, list: ChoiceList, texts: Texts): string {
  const spoken = speaks(form.languages.translated, list)
  const items = list.choices.map((choice, index) => {
    const id = `${list.name}-${index}`
    if (spoken) texts.choice(id, choice.label, choice.media, choice.row)
    const words = wordsIn(choice.label, form.languages)
    const label = words[form.languages.first] ?? Object.values(words)[0] ?? choice.name
    const lines = [
      spoken ? inline('itextId', {}, escapeText(id)) : '',
      inline('name', {}, escapeText(choice.name)),
      spoken && !list.labelled ? '' : inline('label', {}, escapeText(label)),
      ...Object.entries(choice.extra).map(([key, value]) => inline(key, {}, escapeText(value))),
    ]
    return block('item', {}, lines)
  })
  return block('instance', { id: list.name }, [block('root', {}, items)])
}

/** Which lists have their labels in itext. */
export const spokenLists = (form: Form): ReadonlySet<string> =>
  new Set(
    [...form.lists.values()]
      .filter((list) => speaks(form.languages.translated, list))
      .map((list) => list.name),
  )

/** Lists, those too that no question here uses (another app may, by an appearance), then files. */
export function secondaryInstances(form: Form, texts: Texts): string[] {
  const lists = [...form.lists.values()].map((list) =>
    list.file === ''
      ? listInstance(form, list, texts)
      : inline('instance', { id: list.name, src: `jr://file-csv/${list.file}` }, ''),
  )
  const files = form.instances.map(({ id, src }) => inline('instance', { id, src }, ''))
  return [...lists, ...files]
}
