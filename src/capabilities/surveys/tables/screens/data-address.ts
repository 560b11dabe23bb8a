// What the table shows stands in its address, so that it can be bookmarked, shared and gone back to.
import { useLocation, useSearch } from 'wouter'
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

const read = (search: string): Address => {
  const params = new URLSearchParams(search)
  const entries = (Object.keys(names) as Key[]).map((key) => [key, params.get(names[key]) ?? ''])
  return Object.fromEntries(entries) as Address
}

const write = (address: Address): string => {
  const params = new URLSearchParams()
  for (const key of Object.keys(names) as Key[]) if (address[key]) params.set(names[key], address[key])
  const text = params.toString()
  return text && `?${text}`
}

/** The filter in the address, and changing it; another filter begins at its first page. */
export function useAddress() {
  const address = read(useSearch())
  const [location, navigate] = useLocation()
  const go = (changes: Partial<Address>, replace = false) => {
    const paging = 'after' in changes || 'before' in changes
    const next = { ...address, ...(paging ? {} : { after: '', before: '' }), ...changes }
    navigate(`${location}${write(next)}`, { replace })
  }
  const wishes = wishesOf(address.where) ?? []
  return {
    address,
    wishes,
    go,
    setWishes: (next: readonly Wish[]) => go({ where: next.length > 0 ? JSON.stringify(next) : '' }),
    hrefOf: (changes: Partial<Address>) =>
      `${location}${write({ ...address, after: '', before: '', ...changes })}`,
    /** The filter alone, for the screens beside this one. */
    filter: write({ ...address, order: '', after: '', before: '' }),
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
