// What a compiled form is, apart from its XForm: the questions with their types, places and words. Screens, tables and
// exports read this and never the XML. Pure data, so that it can be stored as JSON.

/** The answer's type on the wire (ODK XForms 1.0.0), after the XLSForm's type was understood. */
export const answerTypes = [
  'text',
  'integer',
  'decimal',
  'range',
  'select_one',
  'select_multiple',
  'rank',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'geotrace',
  'geoshape',
  'image',
  'audio',
  'video',
  'file',
  'note',
  'calculate',
  'hidden',
  'acknowledge',
  'barcode',
  'metadata',
] as const
export type AnswerType = (typeof answerTypes)[number]

/** A text by language name as the XLSForm writes it ("Bahasa Indonesia (id)"); '' is the only language of a form without translations. */
export type Labels = Readonly<Record<string, string>>

/** open: may stand in tables; personal: names, numbers, places, pictures; specific: health, disability and the like (UU 27/2022 article 4). */
export type Privacy = 'open' | 'personal' | 'specific'

export type Choice = { name: string; label: Labels; media: Labels; extra: Readonly<Record<string, string>> }

export type Question = {
  kind: 'question'
  name: string
  /** '/data/house/roof': where the answer stands in the instance. */
  path: string
  type: AnswerType
  label: Labels
  hint: Labels
  /** Name of the list in `lists`, or of the file for select_*_from_file and external selects. */
  list: string | null
  required: boolean
  readonly: boolean
  appearance: string
  /** Of metadata: start, end, today, deviceid, username, phonenumber, email, audit, start-geopoint. */
  metadata: string | null
  privacy: Privacy
  /** Sheet row it was written on, counted from 1 as Excel does. */
  row: number
}

export type Group = {
  kind: 'group' | 'repeat'
  name: string
  path: string
  label: Labels
  appearance: string
  /** Of a repeat whose count is fixed by the form. */
  counted: boolean
  children: readonly Item[]
  row: number
}
export type Item = Question | Group

/** What an accepted submission does to a list of entities (ODK entities 2024.1). */
export type EntityRule = {
  dataset: string
  /** Path of the meta/entity node. */
  path: string
  /** Path of the repeat that it is saved for, or null for the whole form. */
  repeat: string | null
  creates: boolean
  updates: boolean
  /** Property name -> path of the question that gives it. */
  properties: Readonly<Record<string, string>>
}

/** A column of a line and what it must be equal to: an answer, or a text. */
export type EqualTerm = { column: string; path: string } | { column: string; text: string }

/** A select whose choices are the lines of a file with equal columns. */
export type IndexedSelect = {
  path: string
  /** A CSV file, or a list of the form that is long and speaks several languages. */
  file: string
  /** Columns of what is stored and what is shown; of a list of the form the label in the language that is spoken. */
  value: string
  label: string
  equal: readonly EqualTerm[]
}

export type FormModel = {
  formId: string
  version: string
  title: string
  /** '/data': path of the instance's root element. */
  root: string
  languages: readonly string[]
  defaultLanguage: string
  items: readonly Item[]
  lists: Readonly<Record<string, readonly Choice[]>>
  /** File names the XForm asks for: media, CSV, GeoJSON, XML of external selects and entity lists. */
  files: readonly string[]
  entities: readonly EntityRule[]
  /** Selects of a CSV file that an index of it can answer, for all of whose selects that is so. Left out where there are none. */
  indexed?: readonly IndexedSelect[]
  /** Files that were made of the form's own long lists; they come with it. Left out where there are none. */
  made?: readonly string[]
  /** Whether the form says how a submission is called (instance_name). */
  named: boolean
  /** Namespaced extra settings that were understood but mean nothing to the XForm. */
  settings: Readonly<Record<string, string>>
}

/** Where a mistake stands and how to mend it. */
export type Fault = {
  code: string
  sheet: string
  row: number | null
  column: string | null
  /** The value that was found, shortened. */
  found: string
  facts: Readonly<Record<string, string | number>>
}

/** All questions in order, those inside groups and repeats too; with the path of the nearest repeat around each. */
export function questionsOf(
  model: Pick<FormModel, 'items'>,
): { question: Question; repeat: string | null }[] {
  const found: { question: Question; repeat: string | null }[] = []
  const walk = (items: readonly Item[], repeat: string | null): void => {
    for (const item of items) {
      if (item.kind === 'question') found.push({ question: item, repeat })
      else walk(item.children, item.kind === 'repeat' ? item.path : repeat)
    }
  }
  walk(model.items, null)
  return found
}
