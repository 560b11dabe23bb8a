// What stands in place of what is counted over a village, until its copy on this phone is whole.
import { fill } from '../../kernel/text.ts'
import { useStanding } from './hooks.tsx'
import { language, translate } from './language.ts'
import { whyNotWhole } from './record-state.ts'
import { recordTexts } from './record-texts.ts'
import { Loading } from './ui/feedback/Loading.tsx'
import { Notice } from './ui/feedback/Notice.tsx'

const t = translate(recordTexts)
const village = ['desa', 'village'] as const

/** One sentence, or nothing where the copy is whole. */
export function NotWhole({ place }: { place: string }) {
  const why = whyNotWhole(useStanding(place))
  if (why === null) return null
  const title = t(why, { what: fill(village, language()) })
  if (why === 'loading') return <Loading label={title} />
  return (
    <Notice tone={why === 'offline' ? 'offline' : 'warn'} title={title}>
      {t(`${why}-why`)}
    </Notice>
  )
}
