// The catalogue of words. A text is a pair [Indonesian, English]; Indonesian comes first, and a missing
// English is a compile error. `{name}` is filled in; "one|many" in English chooses by {count}.

export type Language = 'id' | 'en'
export type Text = readonly [id: string, en: string]
export type Texts = Readonly<Record<string, Text>>

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type Values<T extends Text> = { [Name in Names<T[0]>]: string | number }
type Arguments<T extends Text> = [Names<T[0]>] extends [never] ? [] : [values: Values<T>]

/** Declares the texts of a slice; keeps the exact types, so that `t` knows each key and its values. */
export function texts<const T extends Texts>(catalogue: T): T {
  return catalogue
}

const numbers = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') }

/** Fills a text in one language. An unknown value stays visible as {name} rather than vanishing. */
export function fill(text: Text, language: Language, values: Record<string, string | number> = {}): string {
  let sentence = language === 'id' ? text[0] : text[1]
  if (language === 'en' && sentence.includes('|') && typeof values['count'] === 'number') {
    const [one = '', many = one] = sentence.split('|')
    sentence = values['count'] === 1 ? one : many
  }
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbers[language].format(value) : value
  })
}

/** Both languages filled in, for what is said before it is known who reads it. */
export const filled = (text: Text, values: Record<string, string | number>): Text => [
  fill(text, 'id', values),
  fill(text, 'en', values),
]

export type Translate<T extends Texts> = <K extends keyof T & string>(
  key: K,
  ...values: Arguments<T[K]>
) => string

/** A typed `t` over one catalogue, in the language that `language()` gives at each call. */
export function translator<const T extends Texts>(catalogue: T, language: () => Language): Translate<T> {
  return (key, ...values) =>
    fill(catalogue[key] as Text, language(), values[0] as Record<string, string | number>)
}
