// The people a screen shows, as the rows of a spreadsheet.
import type { ExportTable } from '../../../platform/browser/export-xlsx.ts'
import { placeName } from '../../../platform/browser/place-names.ts'
import type { Colleague } from '../account.ts'
import { d } from '../desk-words.browser.ts'
import { g, roleName } from '../words.browser.ts'

function stateText(person: Colleague): string {
  if (person.disabled) return d('accounts.closed')
  return d(person.seenOn ? 'accounts.active' : 'accounts.never-seen')
}

export async function tableOf(people: readonly Colleague[]): Promise<ExportTable> {
  const titles = await Promise.all(people.map(async ({ place }) => (await placeName(place))?.title ?? place))
  return {
    head: [
      g('accounts.name'),
      d('accounts.user-name'),
      d('accounts.role'),
      d('accounts.place-code'),
      d('accounts.place'),
      d('accounts.status'),
    ],
    rows: people.map((person, index) => [
      person.name,
      person.user,
      [roleName(person.role), person.agency?.name].filter(Boolean).join(', '),
      person.place,
      titles[index],
      stateText(person),
    ]),
  }
}
