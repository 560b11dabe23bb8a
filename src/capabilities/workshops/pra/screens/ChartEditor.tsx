// A grid with few rows that fits a phone: what the rows are, what stands in each, and where it all comes from.
import './chart.css'
import { oldestWorkDay, today } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { zoneOf } from '../../../../kernel/place-code.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { FieldError } from '../../../../platform/browser/ui/form/Field.tsx'
import { FileField } from '../../../../platform/browser/ui/form/FileField.tsx'
import { FormRow } from '../../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../../platform/browser/ui/form/NumberField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { registerIn } from '../../../institutions/view.ts'
import type { ChartKind, Told, Value } from '../chart.ts'
import { filledOf, gridOf, shapes } from '../grid-rules.ts'
import { without } from '../rules.ts'
import { Cells } from './Cells.tsx'
import type { ChartForm, PhotoForm, Telling } from './use-chart-form.ts'
import { dayText, t } from './words.ts'

/** A short name that no other phone gives at the same time. */
const shortId = () => newId().replaceAll('-', '').slice(-12)

type Props = { place: string; kind: ChartKind; form: ChartForm; photo: PhotoForm; cancel: string }

export function ChartEditor({ place, kind, form, photo, cancel }: Props) {
  const { told, base } = form.draft
  const put = (next: Told) => form.put({ told: next, base })
  const tell = (at: string, value: Value) => {
    const { [at]: _, ...rest } = told
    put(value === null || value === '' ? rest : { ...rest, [at]: value })
  }
  const grid = gridOf({ kind, told })
  const telling = { grid, tell, put }
  const { filled, all } = filledOf(grid)
  return (
    <CommandForm form={form} submit={t('chart.save')} cancel={cancel}>
      <Section title={t(`chart.kind-${kind}`)} subtitle={t(`chart.why-${kind}`)}>
        <Word form={form} telling={telling} at="title" label={t('chart.name')} most={120} />
        <Lines {...telling} part="row" error={form.errorOf('rows')} />
        {typeof shapes[kind].columns === 'object' && 'named' in shapes[kind].columns && (
          <Lines {...telling} part="column" error={form.errorOf('columns')} />
        )}
        <fieldset id="cells" tabIndex={-1} className="chart-cells">
          <legend className="rb-legend">
            {t('chart.cells')} <small className="rb-hint">{t('chart.filled', { filled, all })}</small>
          </legend>
          <FieldError id="cells" error={form.errorOf('cells')} />
          {all === 0 ? <p className="rb-hint">{t('chart.cells-first')}</p> : <Cells {...telling} />}
        </fieldset>
      </Section>
      <Section title={t('chart.about')}>
        <About {...{ place, form, photo, telling }} />
      </Section>
    </CommandForm>
  )
}

type WordProps = { form: ChartForm; telling: Telling; at: string; label: string; most: number; hint?: string }

function Word({ form, telling: { grid, tell }, at, label, most, hint }: WordProps) {
  return (
    <TextField
      name={at}
      label={label}
      hint={hint}
      optional={hint ? t('chart.optional') : undefined}
      value={String(grid.told[at] ?? '')}
      onChange={(value) => tell(at, value)}
      maxLength={most}
      error={form.errorOf(at)}
    />
  )
}

type AboutProps = Pick<Props, 'place' | 'form' | 'photo'> & { telling: Telling }

function About({ place, form, photo, telling }: AboutProps) {
  const { told } = telling.grid
  const word = { form, telling }
  const on = String(told.on ?? '')
  const heads = (at: 'women' | 'men') => ({
    name: at,
    label: t(`chart.${at}`),
    value: told[at] === undefined ? '' : String(told[at]),
    onChange: (value: string) => telling.tell(at, value === '' ? null : Number(value)),
    error: form.errorOf(at),
    maxDigits: 4,
  })
  return (
    <>
      <FormRow>
        <DateField
          name="on"
          label={t('chart.on')}
          value={on}
          onChange={(value) => telling.tell('on', value)}
          {...{ min: oldestWorkDay, max: today(zoneOf(place)) }}
          inWords={dayText(on) || undefined}
          error={form.errorOf('on')}
        />
        <NumberField {...heads('women')} />
        <NumberField {...heads('men')} />
      </FormRow>
      <Word {...word} at="facilitator" label={t('chart.facilitator')} most={120} />
      <Word {...word} at="group" label={t('chart.group')} most={120} hint={t('chart.group-hint')} />
      <Word {...word} at="source" label={t('chart.source')} most={300} hint={t('chart.source-hint')} />
      <Switch
        name="consensus"
        label={t('chart.consensus')}
        value={String(told.consensus ?? '')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`chart.consensus-${value}`) }))}
        onChange={(value) => telling.tell('consensus', value)}
      />
      <TextArea
        name="note"
        label={t('chart.note')}
        optional={t('chart.optional')}
        value={String(told.note ?? '')}
        onChange={(value) => telling.tell('note', value)}
        rows={2}
        maxLength={600}
        error={form.errorOf('note')}
      />
      <FileField
        name="photo"
        label={t('chart.photo')}
        optional={t('chart.optional')}
        addLabel={t('chart.add-photo')}
        removeLabel={(name) => t('chart.remove-photo', { name })}
        camera
        accept="image/*"
        multiple={false}
        error={photo.bad ? t('chart.bad-photo') : undefined}
        files={
          photo.photo ? [{ id: photo.photo.file.id, name: photo.photo.name, thumbnail: photo.photo.url }] : []
        }
        onAdd={photo.add}
        onRemove={photo.remove}
      />
    </>
  )
}

type LinesProps = Telling & { part: 'row' | 'column'; error: string | undefined }

/** Rows, or columns that people name: written one by one, in an order that can be changed. */
function Lines({ grid, tell, put, part, error }: LinesProps) {
  const { kind, told } = grid
  const { rows, columns, marks } = shapes[kind]
  const named = typeof columns === 'object' && 'named' in columns ? columns : null
  const lines = part === 'row' ? grid.rows : grid.columns
  const most = part === 'row' ? rows.max : (named?.max ?? 0)
  const add = () => {
    const id = shortId()
    put({ ...told, [`${part}.${id}`]: ' ', [`order.${id}`]: Math.max(0, ...orders(told)) + 1 })
    setTimeout(() => document.getElementsByName(`${part}-${lines.length + 1}`)[0]?.focus())
  }
  const up = (i: number) => {
    const [a, b] = [lines[i - 1], lines[i]]
    if (!a || !b) return
    const order = Object.fromEntries(lines.map(({ id }, n) => [`order.${id}`, n]))
    put({ ...told, ...order, [`order.${a.id}`]: i, [`order.${b.id}`]: i - 1 })
  }
  const label =
    part === 'row'
      ? t(`chart.rows-${kind}`)
      : t(named?.named === 'year' ? 'chart.columns-year' : 'chart.columns-criterion')
  return (
    <fieldset id={`${part}s`} tabIndex={-1} className="chart-lines">
      <legend className="rb-legend">{label}</legend>
      <FieldError id={`${part}s`} error={error} />
      {kind === 'venn' && part === 'row' && <Known />}
      {lines.map((line, i) => (
        <div key={line.id} className="chart-line">
          <TextField
            name={`${part}-${i + 1}`}
            label={t(part === 'row' ? 'chart.row' : 'chart.column', { number: i + 1 })}
            value={line.label.trim() === '' ? '' : line.label}
            onChange={(value) => put({ ...told, [`${part}.${line.id}`]: value || ' ' })}
            maxLength={60}
            list={kind === 'venn' ? 'chart-known' : undefined}
            inputMode={named?.named === 'year' && part === 'column' ? 'numeric' : undefined}
          />
          {i > 0 && !(named?.named === 'year' && part === 'column') && (
            <IconButton icon="chevron-up" label={t('chart.up', { name: line.label })} onClick={() => up(i)} />
          )}
          <IconButton
            icon="x"
            label={t('chart.drop', { name: line.label })}
            onClick={() => put(without(told, line.id))}
          />
          {part === 'row' && marks && (
            <SelectField
              name={`mark-${i + 1}`}
              label={t('chart.mark')}
              value={line.mark ?? ''}
              emptyLabel={t('chart.mark-none')}
              options={marks.map((value) => ({
                value,
                label: t(`chart.mark-${value as 'hunger' | 'no-work'}`),
              }))}
              onChange={(value) => tell(`mark.${line.id}`, value)}
            />
          )}
        </div>
      ))}
      {lines.length < most && (
        <Button icon="plus" onClick={add}>
          {t(part === 'row' ? 'chart.add-row' : 'chart.add-column')}
        </Button>
      )}
    </fieldset>
  )
}

const orders = (told: Told): number[] =>
  Object.entries(told).flatMap(([at, value]) => (at.startsWith('order.') ? [Number(value)] : []))

/** Institutions of the register are offered by name while one types; any other name may stand there too. */
function Known() {
  const known = registerIn(usePlaceView())
  return (
    <datalist id="chart-known">
      {known.map(({ id, name }) => (
        <option key={id} value={name} />
      ))}
    </datalist>
  )
}
