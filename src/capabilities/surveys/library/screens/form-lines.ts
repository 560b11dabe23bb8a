// The library of forms: which stand to choose from, and how they are said.
import type { FormLine, FormSaid } from '../form.ts'

const newer = (a: FormLine, b: FormLine) =>
  a.version.localeCompare(b.version, 'en', { numeric: true }) > 0 || (a.version === b.version && a.id > b.id)

/** The newest version of each form, versions in use or not; retired ones only when nothing newer stands. */
export function newestOf(lines: readonly FormLine[]): FormLine[] {
  const newest = new Map<string, FormLine>()
  for (const line of lines) {
    const key = `${line.place} ${line.formId}`
    const known = newest.get(key)
    if (!known || newer(line, known)) newest.set(key, line)
  }
  return [...newest.values()].sort(
    (a, b) => Number(b.shipped) - Number(a.shipped) || a.title.localeCompare(b.title, 'id'),
  )
}

export const versionsOf = (lines: readonly FormLine[], line: FormLine): FormLine[] =>
  lines
    .filter((each) => each.place === line.place && each.formId === line.formId)
    .sort((a, b) => (newer(a, b) ? -1 : 1))

/** Files it asks for that nobody brought; those of the registry fill themselves. */
export const missingFiles = (line: FormLine): string[] =>
  line.files.filter((file) => !file.there && !file.registry).map((file) => file.name)

/** A line as the rules know a form. */
export const saidOf = (line: FormLine | undefined): FormSaid | undefined =>
  line && { ...line, missing: missingFiles(line), kinds: line.about.kinds ?? [] }

/**
 * Forms for a new survey, without a retired one or one that lacks a file: of a kind, those declared for it; else all.
 * Those that somebody brought come first: whoever brought one looks for it, and the shipped ones fill three screens of a phone.
 */
export function choosable(lines: readonly FormLine[], kind: string | null): FormLine[] {
  const open = newestOf(lines.filter((line) => !line.retired))
    .filter((line) => missingFiles(line).length === 0)
    .sort((a, b) => Number(a.shipped) - Number(b.shipped))
  return kind === null ? open : open.filter((line) => (line.about.kinds ?? []).includes(kind))
}

/** A form of households asks which household of the registry it is about. */
export const asksHouseholds = (line: FormLine): boolean =>
  line.files.some((file) => file.name === 'keluarga.csv')
