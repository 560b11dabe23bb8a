// Labels, hints, messages and media: inline where the form has one language, in itext where it has more.
import type { Form } from './form.ts'
import { mediaKeys } from './headers.ts'
import { wordsIn } from './languages.ts'
import type { Labels } from './model.ts'
import { isWorkedOut, piecesOf, type TextPiece } from './pieces.ts'
import type { Row } from './table.ts'
import type { SurveyNode } from './tree.ts'
import { block, escapeText, inline } from './xml.ts'

/** One of the forms a text comes in: the words themselves (form ''), guidance, image, audio, video. */
type Part = { key: string; form: string; words: Labels }
const folders: Readonly<Record<string, string>> = {
  image: 'images',
  'big-image': 'images',
  audio: 'audio',
  video: 'video',
}

/** A media cell as an address; a whole jr:// address stays. */
export const mediaAddress = (key: string, file: string): string =>
  file.startsWith('jr://') ? file : `jr://${folders[key] ?? 'images'}/${file}`

/** One text in one language as XML, ${name} as <output>. */
export const contentOf = (pieces: readonly TextPiece[]): string =>
  pieces
    .map((each) => ('text' in each ? escapeText(each.text) : inline('output', { value: each.path }, '')))
    .join('')

export class Texts {
  readonly files = new Set<string>()
  readonly #form: Form
  readonly #byLanguage = new Map<string, string[]>()
  readonly #languages: readonly string[]

  constructor(form: Form) {
    this.#form = form
    this.#languages = form.languages.names
    for (const language of this.#languages) this.#byLanguage.set(language, [])
  }

  wordsOf(words: Labels): Labels {
    return wordsIn(words, this.#form.languages)
  }

  words(row: Row, key: string): Labels {
    return this.wordsOf(row.words(key))
  }

  #content(text: string, context: SurveyNode, row: Row, key: string, language: string): string {
    const where = { context, place: row.at(key, language) }
    return contentOf(piecesOf(text, where, this.#form))
  }

  /** The text in a language, or in the first that has it: a gap would be worse than another language. */
  #in(language: string, words: Labels): string {
    return words[language] ?? words[this.#form.languages.first] ?? Object.values(words)[0] ?? ''
  }

  #tellMissing(row: Row, key: string, words: Labels): void {
    for (const language of this.#languages) {
      if (words[language] !== undefined || row.at(key, language).column === key) continue
      this.#form.report.warn('translation-missing', row.at(key, language), '', { language })
    }
  }

  /** Writes an id into every language; parts are label or hint first, then media and guidance by their form. */
  #add(id: string, parts: readonly Part[], context: SurveyNode, row: Row): void {
    for (const language of this.#languages) {
      const lines = parts
        .map((part) => this.#value(part, language, context, row))
        .filter((line) => line !== '')
      const text = block('text', { id }, lines.length > 0 ? lines : [inline('value', {}, '')])
      this.#byLanguage.get(language)?.push(text)
    }
  }

  #value(part: Part, language: string, context: SurveyNode, row: Row): string {
    const text = this.#in(language, part.words)
    if (text === '') return ''
    const attributes = part.form ? { form: part.form } : {}
    if (!folders[part.key])
      return inline('value', attributes, this.#content(text, context, row, part.key, language))
    const address = mediaAddress(part.key, text)
    this.#file(address)
    return inline('value', attributes, escapeText(address))
  }

  #file(address: string): void {
    this.files.add(address.slice(address.lastIndexOf('/') + 1))
  }

  #mediaParts(row: Row): Part[] {
    return mediaKeys
      .map((key) => ({ key, form: key as string, words: this.words(row, key) }))
      .filter(({ words }) => Object.keys(words).length > 0)
  }

  /** <label> of a question or group; '' where it has none. */
  label(node: SurveyNode): string {
    const words = this.words(node.row, 'label')
    const media = this.#mediaParts(node.row)
    const spoken = Object.keys(words).length > 0
    if (!spoken && media.length === 0) return ''
    if (!this.#form.languages.translated && media.length === 0) {
      return inline('label', {}, this.#content(this.#in('', words), node, node.row, 'label', ''))
    }
    const id = `${node.path}:label`
    if (spoken) this.#tellMissing(node.row, 'label', words)
    this.#add(id, [...(spoken ? [{ key: 'label', form: '', words }] : []), ...media], node, node.row)
    return inline('label', { ref: `jr:itext('${id}')` }, '')
  }

  /** <hint> of a question, with the guidance that is shown on request. */
  hint(node: SurveyNode): string {
    const words = this.words(node.row, 'hint')
    const guidance = this.words(node.row, 'guidance_hint')
    const [spoken, guided] = [Object.keys(words).length > 0, Object.keys(guidance).length > 0]
    if (!spoken && !guided) return ''
    if (!this.#form.languages.translated && !guided) {
      return inline('hint', {}, this.#content(this.#in('', words), node, node.row, 'hint', ''))
    }
    const id = `${node.path}:hint`
    if (spoken) this.#tellMissing(node.row, 'hint', words)
    const parts = [
      ...(spoken ? [{ key: 'hint', form: '', words }] : []),
      ...(guided ? [{ key: 'guidance_hint', form: 'guidance', words: guidance }] : []),
    ]
    this.#add(id, parts, node, node.row)
    return inline('hint', { ref: `jr:itext('${id}')` }, '')
  }

  /** A message of a bind: its text, or the itext that holds it. */
  message(
    node: SurveyNode,
    key: 'constraint_message' | 'required_message',
    attribute: string,
  ): string | undefined {
    const words = this.words(node.row, key)
    const all = Object.values(words)
    if (all.length === 0) return undefined
    if (!this.#form.languages.translated && !all.some(isWorkedOut)) return all[0]
    const id = `${node.path}:${attribute}`
    this.#add(id, [{ key, form: '', words }], node, node.row)
    return `jr:itext('${id}')`
  }

  /** Label of a choice in itext. */
  choice(id: string, label: Labels, media: Readonly<Record<string, Labels>>, row: Row): void {
    const parts = Object.entries(media).map(([key, words]) => ({
      key,
      form: key,
      words: wordsIn(words, this.#form.languages),
    }))
    const words = wordsIn(label, this.#form.languages)
    if (Object.keys(words).length > 0) this.#tellMissing(row, 'label', words)
    this.#add(id, [{ key: 'label', form: '', words }, ...parts], this.#form.root, row)
  }

  /** The whole <itext>, or '' when nothing needed it. */
  write(): string {
    const translations = this.#languages.map((language) => {
      const texts = this.#byLanguage.get(language) ?? []
      const first = language === this.#form.languages.first
      return block(
        'translation',
        { lang: language || 'default', default: first ? 'true()' : undefined },
        texts,
      )
    })
    const empty = [...this.#byLanguage.values()].every((texts) => texts.length === 0)
    return empty && !this.#form.languages.translated ? '' : block('itext', {}, translations)
  }
}
