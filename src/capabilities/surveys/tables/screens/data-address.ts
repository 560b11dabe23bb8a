// What the table shows stands in its address, so that it can be bookmarked, shared and gone back to. Wishes about answers hold what
// somebody typed, and what people answered: for them stands a word that says something to this page alone.
import { useLocation } from 'wouter'
import { behindWord, isLostWord, useFilters, wordFor } from '../../../../platform/browser/use-filters.ts'
import { type Wish, wishesOf } from '../selection.ts'

const names = {
  state: 'status',
  rt: 'rt',
  from: 'sejak',
  to: 'sampai',
  where: 'jawaban',
  order: 'urut',
  after: 'setelah',
  before: 'sebelum',
} as const
type Key = keyof typeof names

export type Address = { [K in Key]: string }

const keys = Object.keys(names) as Key[]
const named = (changes: Partial<Address>) =>
  Object.fromEntries(keys.filter((key) => key in changes).map((key) => [names[key], changes[key] ?? '']))
const firstPage = { after: '', before: '' }

/** The filter in the address, and changing it; another filter begins at its first page. */
export function useAddress() {
  const [get, set, queryOf] = useFilters()
  const [location] = useLocation()
  const said = Object.fromEntries(keys.map((key) => [key, get(names[key])])) as Address
  const address: Address = { ...said, where: behindWord(said.where) }
  const go = (changes: Partial<Address>) => set(named({ ...firstPage, ...changes }))
  return {
    address,
    wishes: wishesOf(address.where) ?? [],
    /** The address speaks of wishes that this page does not know: it was loaded anew, or came from elsewhere. */
    isLost: isLostWord(said.where),
    go,
    setWishes: (next: readonly Wish[]) => go({ where: next.length > 0 ? wordFor(JSON.stringify(next)) : '' }),
    hrefOf: (changes: Partial<Address>) => `${location}${queryOf(named({ ...firstPage, ...changes }))}`,
    /** The filter alone, for the screens beside this one. */
    filter: queryOf(named({ ...firstPage, order: '' })),
  }
}

/** As parameters of a query or a file. */
export const selectionParams = ({ state, rt, from, to, where }: Address) => ({
  state: state || undefined,
  rt: rt || undefined,
  from: from || undefined,
  to: to || undefined,
  where: where || undefined,
})

/** How many filters are set. */
export const filtersIn = (address: Address, wishes: readonly Wish[]): number =>
  [address.state, address.rt, address.from, address.to].filter(Boolean).length + wishes.length
