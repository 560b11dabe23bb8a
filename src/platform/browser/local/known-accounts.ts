// Whom this phone asks for a PIN, before there is a key: an opaque id for each, and what it is called on the locked screen. Names,
// user names and roles lie sealed in each one's copy.
import type { Holding, Role } from '../../../kernel/role.ts'

export type Account = { id: string; name: string; user: string; holdings: Holding[] }
/** `label`: what its person wants it to be called; empty, it is called by `role`, with `n` where others here have that one too. Not both. */
export type Known = { id: string; role: Role | null; n: number; label: string }
/** As an older app kept it, until its copy is next unlocked. */
type Older = Account & Partial<Known>

const accountsKey = 'rembug-accounts'
export const labelMost = 24

function stored(): (Known | Older)[] {
  try {
    return JSON.parse(localStorage.getItem(accountsKey) ?? '[]') as (Known | Older)[]
  } catch {
    return []
  }
}
const store = (accounts: readonly (Known | Older)[]) =>
  localStorage.setItem(accountsKey, JSON.stringify(accounts))

const roleOf = (account: Known | Older): Role | null =>
  'holdings' in account ? (account.holdings[0]?.role ?? null) : account.role

/** The number that an account keeps among those of its role: the first that nobody has. */
function freeNumber(role: Role | null, others: readonly Known[]): number {
  const taken = new Set(others.filter((other) => other.role === role).map(({ n }) => n))
  let n = 1
  while (taken.has(n)) n += 1
  return n
}

/** The accounts that have a local copy on this phone, the latest first. */
export function knownAccounts(): Known[] {
  const known: Known[] = []
  // The oldest first, so that nobody's number changes when somebody comes.
  for (const account of stored().reverse()) {
    const role = roleOf(account)
    known.unshift({
      id: account.id,
      role,
      n: account.n ?? freeNumber(role, known),
      label: account.label ?? '',
    })
  }
  return known
}

export const knownAccount = (id: string): Known | undefined =>
  knownAccounts().find((known) => known.id === id)

type Person = Pick<Account, 'id' | 'holdings'>

/** What the locked screen calls somebody: what they chose, else their first role. */
function calledBy({ id, holdings }: Person, label: string, others: readonly Known[]): Known {
  if (label) return { id, role: null, n: 0, label }
  const role = holdings[0]?.role ?? null
  return { id, role, n: freeNumber(role, others), label }
}

/** Puts an account first. Nothing of it is kept here but what its screen calls it. */
export function rememberAccount(person: Person): void {
  const [others, known] = [stored().filter(({ id }) => id !== person.id), knownAccount(person.id)]
  const stays = known && !known.label
  store([stays ? known : calledBy(person, known?.label ?? '', othersThan(person)), ...others])
}

const othersThan = (person: Person): Known[] => knownAccounts().filter(({ id }) => id !== person.id)

export function labelAccount(person: Person, label: string): void {
  const called = calledBy(person, label.trim().slice(0, labelMost), othersThan(person))
  store(stored().map((known) => (known.id === person.id ? called : known)))
}

export function forgetAccount(id: string): void {
  store(stored().filter((known) => known.id !== id))
}

/** What an older app kept of an account in the open, while it does. */
export function olderAccount(id: string): Account | null {
  const found = stored().find((known) => known.id === id)
  if (!found || !('holdings' in found)) return null
  return { id, name: found.name, user: found.user, holdings: found.holdings }
}

/** Those of whom an older app's words lie here still. */
export const olderAccounts = (): string[] =>
  stored().flatMap((known) => ('holdings' in known ? [known.id] : []))
