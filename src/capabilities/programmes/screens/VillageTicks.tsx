// The villages of the districts that were chosen, to be ticked by name.
import { useEffect, useState } from 'react'
import { ask } from '../../../platform/browser/api.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { t } from './words.tsx'

export type District = { code: string; title: string }
type Named = { code: string; title: string }
/** The villages of a district; null while they are read, 'unread' where they could not be. */
export type VillagesOf = ReadonlyMap<string, readonly Named[] | 'unread' | null>

/** Reads the villages below these districts, each once. */
export function useVillagesOf(districts: readonly string[]): VillagesOf {
  const [known, setKnown] = useState<VillagesOf>(new Map())
  const wanted = districts.join()
  useEffect(() => {
    const keep = (code: string, villages: readonly Named[] | 'unread' | null) =>
      setKnown((before) => new Map(before).set(code, villages))
    for (const code of wanted.split(',').filter((each) => each && !known.has(each))) {
      keep(code, null)
      ask<{ places: Named[] }>('places.children', { code })
        .then(({ places }) => keep(code, places))
        .catch(() => keep(code, 'unread'))
    }
  }, [wanted, known])
  return known
}

type Props = {
  districts: readonly District[]
  villages: VillagesOf
  chosen: ReadonlySet<string>
  onChange: (codes: readonly string[], ticked: boolean) => void
  onRemove: (district: string) => void
}

export function VillageTicks({ districts, ...rest }: Props) {
  return districts.map((district) => <DistrictTicks key={district.code} district={district} {...rest} />)
}

function DistrictTicks({
  district,
  villages,
  chosen,
  onChange,
  onRemove,
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
      {found === 'unread' && <Notice tone="offline">{t('list.unread', { district: district.title })}</Notice>}
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
              hint={code}
              checked={chosen.has(code)}
              onChange={(ticked) => onChange([code], ticked)}
            />
          ))}
        </fieldset>
      )}
    </Section>
  )
}
