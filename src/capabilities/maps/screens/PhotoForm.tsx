// A photograph of a map that was drawn by hand: three of its points whose place is known lay it on the ground.
import { useState } from 'react'
import { affineOf, type Fix, type GeoPoint } from '../../../kernel/geometry.ts'
import { newId } from '../../../kernel/id.ts'
import { SketchMap } from '../../../platform/browser/sketch/SketchMap.tsx'
import { type Fix as GpsFix, useWalking } from '../../../platform/browser/sketch/walking.ts'
import { type NewFile, prepareFile } from '../../../platform/browser/sync/uploads.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import type { MapRow } from '../map.ts'
import { t } from '../words.browser.ts'
import { Photo } from './Base.tsx'
import { BaseFields } from './BaseFields.tsx'
import { useBaseForm } from './use-base-form.ts'

/** A point of the picture, and its place as it was typed. */
type Marked = { x: number; y: number; latitude: string; longitude: string }

/** As a person types it, with a comma or a dot; NaN where it is no number, which no rule takes. */
const degrees = (typed: string) => Number(typed.trim().replace(',', '.') || Number.NaN)
const fixOf = ({ x, y, latitude, longitude }: Marked): Fix => ({
  x,
  y,
  spot: [degrees(latitude), degrees(longitude)],
})
const isPlaced = ({ spot }: Fix) => spot.every(Number.isFinite)

function usePhoto() {
  const [photo, setPhoto] = useState<{ file: NewFile; name: string; url: string } | null>(null)
  const [bad, setBad] = useState(false)
  const take = async (file: File | null) => {
    const ready = file && (await prepareFile(newId(), file).catch(() => null))
    const picture = ready?.mediaType.startsWith('image/') ? ready : null
    setBad(Boolean(file) && !picture)
    setPhoto(picture && { file: picture, name: file?.name ?? '', url: URL.createObjectURL(picture.blob) })
    return Boolean(picture)
  }
  return { photo, bad, take }
}

type PictureProps = { url: string; marked: readonly Marked[]; onMark: (at: { x: number; y: number }) => void }

function Picture({ url, marked, onMark }: PictureProps) {
  return (
    <div className="mp-photo">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a place in a picture is pointed at */}
      <img
        src={url}
        alt={t('base.photo')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          onMark({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height })
        }}
      />
      {marked.map(({ x, y }, i) => (
        <span key={`${x} ${y}`} className="mp-fix" style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
          {i + 1}
        </span>
      ))}
    </div>
  )
}

type FixProps = {
  number: number
  marked: Marked
  onChange: (change: Partial<Marked>) => void
  onRemove: () => void
}

/** Where a marked point is: typed from a map or a GPS, or taken by standing there. */
function FixFields({ number, marked, onChange, onRemove }: FixProps) {
  const here = useWalking(({ at, accuracy }: GpsFix) => {
    if (accuracy > 30) return 'poor'
    onChange({ latitude: at[0].toFixed(6), longitude: at[1].toFixed(6) })
    here.stop()
    return 'taken'
  })
  const field = (name: 'latitude' | 'longitude') => ({
    ...{ name: `${name}${number}`, label: t(`base.${name}`), value: marked[name], maxLength: 20 },
    inputMode: 'text' as const,
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <fieldset>
      <legend className="rb-legend">{t('base.fix', { number })}</legend>
      <FormRow>
        <TextField {...field('latitude')} />
        <TextField {...field('longitude')} />
      </FormRow>
      <div className="mp-tools">
        <Button icon="pin" loading={here.on} onClick={here.start}>
          {t('walk.here')}
        </Button>
        <Button icon="x" onClick={onRemove}>
          {t('base.unfix', { number })}
        </Button>
      </div>
    </fieldset>
  )
}

export function PhotoForm({ place, map }: { place: string; map: MapRow }) {
  const { photo, bad, take } = usePhoto()
  const [marked, setMarked] = useState<readonly Marked[]>([])
  const fixes = marked.map(fixOf).filter(isPlaced)
  const brought = {
    ...{ kind: 'photo' as const, rings: [] },
    fixes: fixes.map(({ x, y, spot: [a, b] }) => ({ x, y, spot: [a, b] as [number, number] })),
  }
  const kept = useBaseForm(place, map, brought, photo?.file ?? null)
  const mark = (at: { x: number; y: number }) =>
    setMarked((now) => (now.length < 3 ? [...now, { ...at, latitude: '', longitude: '' }] : now))
  const laid = fixes.length === 3 && affineOf(fixes as [Fix, Fix, Fix])
  const around: GeoPoint[] = fixes.map(({ spot }) => spot)
  return (
    <BaseFields
      {...kept}
      chosen={photo?.name ?? null}
      fault={bad ? t('base.no-picture') : undefined}
      accept="image/*"
      onFile={take}
    >
      {photo && (
        <>
          <p>{t(marked.length < 3 ? 'base.mark-fixes' : 'base.place-fixes', { count: 3 - marked.length })}</p>
          <Picture url={photo.url} marked={marked} onMark={mark} />
          {marked.map((each, i) => (
            <FixFields
              key={`${each.x} ${each.y}`}
              number={i + 1}
              marked={each}
              onChange={(change) =>
                setMarked((now) => now.map((one, j) => (i === j ? { ...one, ...change } : one)))
              }
              onRemove={() => setMarked((now) => now.filter((_, j) => i !== j))}
            />
          ))}
        </>
      )}
      {photo && laid && (
        <SketchMap
          label={t('base.photo')}
          layers={[]}
          around={around}
          tall={0.6}
          base={(origin) => <Photo base={{ fixes }} origin={origin} url={photo.url} />}
        />
      )}
    </BaseFields>
  )
}
