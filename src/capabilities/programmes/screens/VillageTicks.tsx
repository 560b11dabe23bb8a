// The villages of the districts that were chosen, to be ticked by name.
import { useEffect, useState } from 'react'
import { ask } from '../../../platform/browser/api.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { t } from './all-words.ts'

export type District = { code: string; title: string }
type Named = { code: string; title: string }
/** The villages of a district; null while they are read, 'unread' where they could not be. */
export type VillagesOf = ReadonlyMap<string, readonly Named[] | 'unread' | null>

/** How many districts are read at the same time. */
const lanes = 4

/**
 * Reads the villages below these districts, each once and a few at a time; `again` asks once more for those that could
 * not be read.
 */
export function useVillagesOf(districts: readonly string[]): { known: VillagesOf; again: () => void } {
  const [known, setKnown] = useState<VillagesOf>(new Map())
  const wanted = districts.join()
  useEffect(() => {
    const keep = (code: string, villages: readonly Named[] | 'unread' | null) =>
      setKnown((before) => new Map(before).set(code, villages))
    const open = [...known.values()].filter((villages) => villages === null).length
    const next = wanted.split(',').filter((each) => each && !known.has(each))
    for (const code of next.slice(0, lanes - open)) {
      keep(code, null)
      ask<{ places: Named[] }>('places.children', { code })
        .then(({ places }) => keep(code, places))
        .catch(() => keep(code, 'unread'))
    }
  }, [wanted, known])
  const again = () =>
    setKnown((before) => new Map([...before].filter(([, villages]) => villages !== 'unread')))
  return { known, again }
}

type Props = {
  districts: readonly District[]
  villages: VillagesOf
  chosen: ReadonlySet<string>
  /** Enrolled already, since the page was opened. */
  isDone: (code: string) => boolean
  onChange: (codes: readonly string[], ticked: boolean) => void
  onRemove: (district: string) => void
  /** Asks once more for what could not be read. */
  again: () => void
}

export function VillageTicks({ districts, ...rest }: Props) {
  return districts.map((district) => <DistrictTicks key={district.code} district={district} {...rest} />)
}

/** Says whose villages could not be read, and offers to try once more. */
export function Unread({ districts, again }: { districts: readonly string[]; again: () => void }) {
  return (
    <Notice tone="offline">
      <Stack gap={2}>
        <p>{t('list.unread', { district: districts.join(', ') })}</p>
        <Button variant="quiet" onClick={again}>
          {t('progress.again')}
        </Button>
      </Stack>
    </Notice>
  )
}

function DistrictTicks({
  district,
  villages,
  chosen,
  isDone,
  onChange,
  onRemove,
  again,
}: Omit<Props, 'districts'> & { district: District }) {
  const found = villages.get(district.code) ?? null
  return (
    <Section
      title={district.title}
      actions={
        <Button variant="quiet" onClick={() => onRemove(district.code)}>
          {t('list.remove')}
        </Button>
      }
    >
      {found === null && <Loading label={t('list.reading')} shape="rows" />}
      {found === 'unread' && <Unread districts={[district.title]} again={again} />}
      {Array.isArray(found) && (
        <fieldset className="rb-ticks" aria-label={district.title}>
          <CheckField
            name={`all-${district.code}`}
            label={t('list.tick-all', { district: district.title })}
            checked={found.every(({ code }) => chosen.has(code))}
            onChange={(ticked) =>
              onChange(
                found.map(({ code }) => code),
                ticked,
              )
            }
          />
          {found.map(({ code, title }) => (
            <CheckField
              key={code}
              name={`village-${code}`}
              label={title}
              hint={isDone(code) ? `${code} · ${t('list.verdict-done')}` : code}
              checked={chosen.has(code)}
              onChange={(ticked) => onChange([code], ticked)}
            />
          ))}
        </fieldset>
      )}
    </Section>
  )
}
