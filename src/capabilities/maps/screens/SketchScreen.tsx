// Drawing on a map, by finger or by walking with GPS. All that is drawn stays a draft on the phone until it is saved: a lock, a
// sleep or a kill loses nothing.
import '../maps.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { crossingOf, type GeoPoint } from '../../../kernel/geometry.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { MarkSample } from '../../../platform/browser/sketch/Marks.tsx'
import { SketchMap } from '../../../platform/browser/sketch/SketchMap.tsx'
import type { Walking } from '../../../platform/browser/sketch/walking.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../platform/browser/ui/action/IconButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { FieldError } from '../../../platform/browser/ui/form/Field.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Switch } from '../../../platform/browser/ui/page/Switch.tsx'
import { type Layer, layers, type Shape, shapesOf } from '../feature.ts'
import { strangeness } from '../looking.ts'
import type { MapRow } from '../map.ts'
import { whyNotNew } from '../rules.ts'
import { mapsTexts } from '../texts.ts'
import { featureName, layersOf, mapRecord, measureText, numberText, t } from '../words.browser.ts'
import { useBase } from './Base.tsx'
import { useAround, useFeatures, useGround, useLocalChoices } from './use-maps.ts'
import { type Form, featureOf, type Photos, started, usePoints, useSketch } from './use-sketch.ts'

function Layers({ form }: { form: Form }) {
  const { layer, shape, localPlace } = form.draft
  // What is half drawn keeps its points; another form would not fit them.
  const choose = (next: Layer) => {
    const fitting = shapesOf[next].includes(shape) ? shape : (shapesOf[next][0] as Shape)
    form.set(fitting === shape ? { layer: next } : started(next, fitting, localPlace))
  }
  return (
    <Stack gap={3}>
      <div className="mp-legend mp-row" role="radiogroup" aria-label={t('sketch.layer')}>
        {layers.map((each) => (
          // biome-ignore lint/a11y/useSemanticElements: a choice that shows a mark, in a row that wraps
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === layer}
            onClick={() => choose(each)}
          >
            <MarkSample look={each} shape={shapesOf[each][0] as Shape} />
            {t(`layer.${each}`)}
          </button>
        ))}
      </div>
      {shapesOf[layer].length > 1 && (
        <Switch
          name="shape"
          label={t('sketch.shape')}
          value={shape}
          options={shapesOf[layer].map((value) => ({ value, label: t(`shape.${value}`) }))}
          onChange={(next) => form.set(started(layer, next as Shape, localPlace))}
        />
      )}
    </Stack>
  )
}

function Warnings({ form, map }: { form: Form; map: MapRow }) {
  const drawn = useFeatures(map.id)
  const { rings } = useGround(map)
  const { spots, shape } = form.draft
  const strange = spots.length > 0 ? strangeness(spots, rings, [...drawn, ...form.draft.features]) : null
  const crosses = shape === 'area' && spots.length > 3 && crossingOf(spots)
  return (
    <>
      {crosses && (
        <Notice tone="refused" title={t('sketch.crosses')} announce="status">
          {t('sketch.crosses-why')}
        </Notice>
      )}
      {strange && (
        <Notice
          tone="warn"
          title={t(strange === 'far-away' ? 'sketch.strange-far' : 'sketch.strange-outline')}
          announce="status"
        >
          {t('sketch.strange-why')}
        </Notice>
      )}
    </>
  )
}

function WalkingSaid({ walking }: { walking: Walking }) {
  const { on, here, poor, failed } = walking
  if (failed)
    return (
      <Notice tone="warn" title={t('walk.failed')}>
        {t(`walk.${failed}`)}
      </Notice>
    )
  if (!on) return null
  const accuracy = here ? numberText(here.accuracy) : ''
  const title = here ? t(poor ? 'walk.poor' : 'walk.on', { accuracy }) : t('walk.searching')
  return (
    <Notice tone={poor ? 'warn' : 'info'} title={title}>
      {t(poor ? 'walk.poor-why' : 'walk.why')}
    </Notice>
  )
}

function Drawing({ form, map, drawn }: { form: Form; map: MapRow; drawn: ReturnType<typeof useFeatures> }) {
  const { spots, shape, features } = form.draft
  const { base, rings } = useGround(map)
  const under = useBase(base, rings)
  const steps = usePoints(form)
  const { walking } = steps
  const aim = useRef<GeoPoint>([-2.5, 118])
  const fresh = useMemo(() => layersOf([...drawn, ...features]), [drawn, features])
  const around = useAround(rings)
  const { stop } = walking
  const { id } = form.draft
  // What is walked on after it was added would belong to the next.
  useEffect(() => () => (id ? stop() : undefined), [stop, id])
  const measure = spots.length > 1 ? measureText({ shape, spots }) : ''
  return (
    <Stack gap={3}>
      <p className="rb-hint">{t(`sketch.how-${shape}`)}</p>
      <SketchMap
        label={t('map.label', { title: map.title })}
        layers={fresh}
        base={under}
        around={around}
        tall={0.95}
        onTap={steps.add}
        aim={aim}
        here={walking.on ? walking.here : null}
        sketching={{
          ...{ shape, points: spots },
          onMove: (index, to) => steps.put(spots.map((each, i) => (i === index ? to : each))),
          handleLabel: (index) => t('sketch.handle', { number: index + 1 }),
        }}
      />
      <div className="mp-now">
        <span className="mp-measure rb-number" aria-live="polite">
          {[t('sketch.points', { count: spots.length }), measure].filter(Boolean).join(' · ')}
        </span>
        <span className="mp-tools">
          <Button icon="plus" onClick={() => steps.add(aim.current)}>
            {t('sketch.mark')}
          </Button>
          <Button icon="backspace" onClick={steps.undo} disabled={spots.length === 0}>
            {t('sketch.undo')}
          </Button>
          <Button icon="pin" onClick={walking.on ? walking.stop : walking.start} aria-pressed={walking.on}>
            {t(walking.on ? 'walk.stop' : shape === 'point' ? 'walk.here' : 'walk.start')}
          </Button>
        </span>
      </div>
      <WalkingSaid walking={walking} />
      <Warnings form={form} map={map} />
    </Stack>
  )
}

/** What is said of it, and putting it among what will be saved. */
function Saying({ form, photos }: { form: Form; photos: Photos }) {
  const view = usePlaceView()
  const announce = useAnnounce()
  const choices = useLocalChoices()
  const [tried, setTried] = useState(false)
  const { features, ...now } = form.draft
  const feature = featureOf(now)
  const refused = whyNotNew(view, feature)
  const add = () => {
    setTried(true)
    if (refused.length > 0) return
    form.set({ ...started(now.layer, now.shape, now.localPlace), features: [...features, feature] })
    announce(t('sketch.added', { name: featureName(feature) }))
    setTried(false)
  }
  const { error } = form.field('spots' as 'name', t('sketch.title'))
  const [first] = tried ? refused : []
  return (
    <>
      <TextField {...form.field('name', t('sketch.name'))} optional={t('sketch.optional')} maxLength={120} />
      {choices.length > 0 && (
        <SelectField
          {...form.field('localPlace', t('sketch.rt'))}
          optional={t('sketch.optional')}
          emptyLabel={t('sketch.no-rt')}
          options={choices}
        />
      )}
      <TextArea
        {...form.field('note', t('sketch.note'))}
        optional={t('sketch.optional')}
        rows={2}
        maxLength={1000}
      />
      <FileField
        name="photo"
        label={t('sketch.photo')}
        optional={t('sketch.optional')}
        addLabel={t('sketch.add-photo')}
        removeLabel={(name) => t('sketch.take-off', { name })}
        multiple={false}
        error={photos.bad ? t('base.no-picture') : undefined}
        files={photos.of(now.id) ? [{ id: now.id, name: t('sketch.photo') }] : []}
        onAdd={([file]) => photos.take(now.id, file)}
        onRemove={photos.drop}
      />
      <FieldError id="spots" error={first ? say(first, mapsTexts) : error} />
      <div>
        <Button icon="plus" onClick={add}>
          {t('sketch.add')}
        </Button>
      </div>
    </>
  )
}

function Waiting({ form }: { form: Form }) {
  const { features } = form.draft
  if (features.length === 0) return null
  return (
    <Section title={t('sketch.list')} subtitle={t('maps.count', { count: features.length })}>
      <ul className="mp-lines">
        {features.map((each) => (
          <li key={each.id} className="mp-line">
            <MarkSample look={each.layer} shape={each.shape} />
            <span>
              {featureName(each)}
              <small>{[t(`layer.${each.layer}`), measureText(each)].filter(Boolean).join(' · ')}</small>
            </span>
            <IconButton
              icon="x"
              label={t('sketch.take-off', { name: featureName(each) })}
              onClick={() => form.set({ features: features.filter(({ id }) => id !== each.id) })}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Sketch({ place, row: map }: RecordProps<MapRow>) {
  const { form, drawn, base, photos } = useSketch(place, map)
  return (
    <Page title={t('sketch.title')} subtitle={map.title} back={{ href: base, label: t('maps.go-back') }}>
      <CommandForm form={form} submit={t('sketch.save')} cancel={base}>
        <Layers form={form} />
        <Drawing form={form} map={map} drawn={drawn} />
        <Saying form={form} photos={photos} />
        <Waiting form={form} />
      </CommandForm>
    </Page>
  )
}

export default recordScreen(mapRecord, Sketch)
