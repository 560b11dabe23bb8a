// The list as a paper shows it.
import { useMemo } from 'react'
import { useObjections } from '../../screens/use-surveys.ts'
import { asAdopted, editionOf } from '../list-rules.ts'

/** The annex shows what was adopted and what was objected to it, also while a new edition is worked on. */
export function useOnPaper(now: Parameters<typeof asAdopted>[0], isAnnex: boolean) {
  const listing = useMemo(() => (isAnnex ? asAdopted(now) : now), [isAnnex, now])
  const objections = useObjections(now.id).filter((each) => each.edition === editionOf(listing))
  return { listing, objections }
}
