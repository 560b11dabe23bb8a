// Filled forms of the demonstration, written as a phone writes them: every question in its order, empty where it was not
// asked.

export type Filled = Readonly<Record<string, string | number | undefined>>

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const element = (name: string, inside: string) => (inside ? `<${name}>${inside}</${name}>` : `<${name}/>`)

/** The questions of a group in their order, by their names apart by spaces. */
export function questions(names: string, filled: Filled): string {
  const known = names.split(' ')
  const strange = Object.keys(filled).filter((name) => !known.includes(name))
  if (strange.length > 0) throw new Error(`demo: no such question: ${strange.join(', ')}`)
  return known.map((name) => element(name, escaped(String(filled[name] ?? '')))).join('')
}

export const group = (name: string, names: string, filled: Filled, after = ''): string =>
  element(name, questions(names, filled) + after)

export type Sheet = {
  formId: string
  version: string
  /** The submission's id. */
  id: string
  name: string
  body: string
  /** Tells the registry about a household. */
  household?: { id: string; label: string }
}

/** The instance, as sent. */
export function written({ formId, version, id, name, body, household }: Sheet): string {
  const entity = household
    ? `<entity dataset="keluarga" id="${household.id}" update="1" baseVersion="1" trunkVersion="" branchId="">${element('label', escaped(household.label))}</entity>`
    : ''
  const meta = `<meta>${element('instanceID', `uuid:${id}`)}${element('instanceName', escaped(name))}${entity}</meta>`
  return `<data id="${formId}" version="${version}">${body}${meta}</data>`
}
