// The form as data for screens, tables and exports: everything they need without reading XML.
import type { Form } from './form.ts'
import { wordsIn } from './languages.ts'
import type { ListChoice } from './lists/lists.ts'
import type {
  Choice,
  EntityRule,
  FormModel,
  IndexedSelect,
  Item,
  Labels,
  Privacy,
  Question,
} from './model.ts'
import type { SurveyNode } from './tree.ts'

type Privacies = ReadonlyMap<SurveyNode, Privacy>

/** A list beside the form is called as its file is. */
function listOf(form: Form, node: SurveyNode): string | null {
  const set = form.itemSets.get(node)
  return set ? form.lists.get(set.choices)?.file || set.list : null
}

function questionOf(form: Form, node: SurveyNode, privacies: Privacies): Question {
  const logic = form.logic.get(node)
  const type = node.type
  const words = (key: string): Labels => wordsIn(node.row.words(key), form.languages)
  const required = logic?.xpath.required
  return {
    kind: 'question',
    name: node.name,
    path: node.path,
    type: type?.type ?? 'text',
    label: words('label'),
    hint: words('hint'),
    list: type?.list ? listOf(form, node) : null,
    required: required !== undefined && required !== 'false()',
    readonly: logic?.xpath.read_only === 'true()' || type?.type === 'note',
    appearance: node.appearance,
    metadata: type?.metadata || null,
    privacy: privacies.get(node) ?? 'open',
    row: node.row.row,
  }
}

function itemOf(form: Form, node: SurveyNode, privacies: Privacies): Item {
  if (node.kind === 'question') return questionOf(form, node, privacies)
  return {
    kind: node.kind === 'repeat' ? 'repeat' : 'group',
    name: node.name,
    path: node.path,
    label: wordsIn(node.row.words('label'), form.languages),
    appearance: node.appearance,
    counted: node.kind === 'repeat' && node.row.has('repeat_count'),
    children: itemsOf(form, node, privacies),
    row: node.row.row,
  }
}

const itemsOf = (form: Form, node: SurveyNode, privacies: Privacies): Item[] =>
  node.children.filter((child) => child.kind !== 'instance').map((child) => itemOf(form, child, privacies))

function choiceOf(form: Form, choice: ListChoice): Choice {
  const media: Record<string, string> = {}
  for (const [kind, words] of Object.entries(choice.media)) media[kind] = Object.values(words)[0] ?? ''
  return {
    name: choice.name,
    label: wordsIn(choice.label, form.languages),
    media,
    extra: choice.extra,
  }
}

const entityOf = (plan: Form['entities'][number]): EntityRule => ({
  dataset: plan.dataset,
  path: `${plan.container.path}/meta/entity`,
  repeat: plan.container.kind === 'repeat' ? plan.container.path : (plan.container.repeat?.path ?? null),
  creates: plan.creates,
  updates: plan.updates,
  properties: Object.fromEntries([...plan.properties].map(([property, node]) => [property, node.path])),
})

/** The model of a form that was written without faults. */
export function modelOf(
  form: Form,
  privacies: Privacies,
  media: readonly string[],
  indexed: readonly IndexedSelect[],
): FormModel {
  const { settings, languages } = form
  const lists = [...form.lists.values()].filter((list) => list.used && list.file === '')
  const made = [...form.lists.values()].flatMap(({ file }) => file || [])
  return {
    formId: settings.formId,
    version: settings.version,
    title: settings.title,
    root: form.root.path,
    languages: languages.names,
    defaultLanguage: languages.first,
    items: itemsOf(form, form.root, privacies),
    lists: Object.fromEntries(
      lists.map((list) => [list.name, list.choices.map((choice) => choiceOf(form, choice))]),
    ),
    files: [...new Set([...media, ...form.instances.flatMap(({ file }) => file || []), ...made])],
    entities: form.entities.map(entityOf),
    ...(indexed.length > 0 ? { indexed } : {}),
    ...(made.length > 0 ? { made } : {}),
    named: form.instanceName !== '',
    settings: settings.other,
  }
}
