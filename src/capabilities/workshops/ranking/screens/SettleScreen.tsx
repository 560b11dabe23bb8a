// /d/:place/peringkat/:id/pleno: what the plenary settled: groups with their names, and whom it put elsewhere than the score.
import './ranking.css'
import { useState } from 'react'
import { today } from '../../../../kernel/day.ts'
import { zoneOf } from '../../../../kernel/place-code.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { type FieldsOf, useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { CheckField } from '../../../../platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { FieldError } from '../../../../platform/browser/ui/form/Field.tsx'
import { FormRow } from '../../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../../platform/browser/ui/form/NumberField.tsx'
import { SearchField } from '../../../../platform/browser/ui/form/SearchField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import {
  type Group,
  type Moved,
  type Ranking,
  type Sorting,
  settleRanking,
  sortingCollection,
} from '../ranking.ts'
import { whyNotSettle } from '../rules.ts'
import { groupAt, groupsOf } from '../score-rules.ts'
import { scoreText, whyDiscuss } from './Results.tsx'
import { type Line, nameOf, proposedGroups, useResults, useSeen } from './use-ranking.ts'
import { dayText, number, rankingRecord, says, t } from './words.ts'

type GroupDraft = { name: string; upTo: string }
type Draft = {
  on: string
  women: string
  men: string
  groups: GroupDraft[]
  moved: Moved[]
  consensus: boolean
  note: string
  basedOn: number
}

const draftOf = ({ name, upTo }: Group): GroupDraft => ({ name, upTo: upTo === null ? '' : String(upTo) })
/** As typed in Indonesia: 46,7. */
const numberOf = (text: string): number => Number(text.replace(',', '.'))
const groupsIn = (groups: readonly GroupDraft[]): Group[] =>
  groups.map(({ name, upTo }, i) => ({
    name: name.trim(),
    upTo: i === groups.length - 1 ? null : numberOf(upTo),
  }))

function useSettling(place: string, row: Ranking, lines: readonly Line[]) {
  const all = useRows<Sorting>(sortingCollection)
  const now = today(zoneOf(place))
  const { plenary } = row
  return useCommandForm({
    ...{ place, screen: 'workshops.settle-ranking', record: row.id, command: settleRanking, says: [says] },
    start: (): Draft => ({
      on: plenary?.on ?? now,
      women: plenary ? String(plenary.women) : '',
      men: plenary ? String(plenary.men) : '',
      groups: (plenary?.groups ?? proposedGroups(lines, 3)).map(draftOf),
      moved: [...(plenary?.moved ?? [])],
      consensus: plenary?.consensus ?? true,
      note: plenary?.note ?? '',
      basedOn: row.version,
    }),
    input: ({ on, women, men, groups, moved, consensus, note, basedOn }) => ({
      ...{ ranking: row.id, basedOn, on, consensus, note, groups: groupsIn(groups) },
      ...{ women: Number(women || '0'), men: Number(men || '0') },
      moved: moved.map((each) => ({ ...each, reason: each.reason.trim() })),
    }),
    rules: (input) => whyNotSettle(row, all, input, now),
    fieldOf: (path) => path.replace(/\..*/, ''),
    saved: t('settle.saved'),
    to: `/d/${place}/peringkat/${row.id}`,
  })
}

function SettlePage({ place, row }: RecordProps<Ranking>) {
  const { lines } = useResults(row)
  const form = useSettling(place, row, lines)
  useSeen('ranking', row.cards)
  const { field, draft } = form
  const back = `/d/${place}/peringkat/${row.id}`
  return (
    <Page title={t('settle.title')} back={{ href: back, label: t('ranking.title') }}>
      <Section>
        <CommandForm form={form} submit={t('settle.save')} cancel={back}>
          <FormRow>
            <DateField
              {...field('on', t('settle.on'))}
              min={row.on}
              max={today(zoneOf(place))}
              inWords={draft.on ? dayText(draft.on) : undefined}
            />
            <NumberField {...field('women', t('settle.women'))} maxDigits={4} />
            <NumberField {...field('men', t('settle.men'))} maxDigits={4} />
          </FormRow>
          <Groups form={form} lines={lines} />
          <Moves form={form} lines={lines} row={row} />
          <CheckField
            name="consensus"
            label={t('settle.consensus')}
            checked={draft.consensus}
            onChange={(consensus) => form.set({ consensus })}
          />
          <TextArea
            {...field('note', t('settle.note'))}
            hint={t('settle.note-hint')}
            optional={draft.consensus ? t('settle.optional') : undefined}
            rows={2}
            maxLength={1000}
          />
        </CommandForm>
      </Section>
    </Page>
  )
}

type PartProps = { form: FieldsOf<Draft>; lines: readonly Line[] }

function Groups({ form, lines }: PartProps) {
  const { draft, set } = form
  const { error } = form.field('groups', t('settle.groups-all'))
  const at = groupsOf(lines, groupsIn(draft.groups), draft.moved)
  const count = (group: number) => [...at.values()].filter((each) => each === group).length
  const change = (i: number, to: Partial<GroupDraft>) =>
    set({ groups: draft.groups.map((each, n) => (n === i ? { ...each, ...to } : each)) })
  return (
    <fieldset id="groups" tabIndex={-1} className="settle-groups">
      <legend className="rb-legend">{t('settle.groups-all')}</legend>
      <div className="rb-hint">{t('settle.groups-hint')}</div>
      <Switch
        name="count"
        label={t('settle.groups')}
        value={String(draft.groups.length)}
        options={['3', '4'].map((value) => ({ value, label: value }))}
        onChange={(next) => set({ groups: proposedGroups(lines, Number(next)).map(draftOf), moved: [] })}
      />
      <FieldError id="groups" error={error} />
      {draft.groups.map((each, i) => (
        <div key={i} className="settle-group">
          <TextField
            name={`group-${i + 1}`}
            label={t('settle.name', { number: i + 1 })}
            value={each.name}
            onChange={(name) => change(i, { name })}
            maxLength={40}
          />
          {i < draft.groups.length - 1 ? (
            <NumberField
              name={`up-to-${i + 1}`}
              label={t('settle.up-to')}
              value={each.upTo}
              onChange={(upTo) => change(i, { upTo })}
              decimals={1}
              maxDigits={3}
            />
          ) : (
            <p className="rb-hint">{t('settle.rest')}</p>
          )}
          <b className="rb-number">{t('settle.count', { count: count(i) })}</b>
        </div>
      ))}
    </fieldset>
  )
}

/** Those that are talked over, those that were moved, and whoever is looked for. */
function Moves({ form, lines, row }: PartProps & { row: Ranking }) {
  const { draft } = form
  const { error } = form.field('moved', t('settle.why'))
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const moved = new Set(draft.moved.map(({ household }) => household))
  const shown = lines.filter(
    (line) =>
      line.discuss ||
      moved.has(line.household) ||
      (wanted.length > 1 && nameOf(line.card).toLowerCase().includes(wanted)),
  )
  return (
    <fieldset id="moved" tabIndex={-1} className="settle-moves">
      <legend className="rb-legend">{t('settle.moves')}</legend>
      <div className="rb-hint">{t('settle.moves-hint')}</div>
      <FieldError id="moved" error={error} />
      {shown.map((line) => (
        <Move key={line.household} {...{ form, line, row }} />
      ))}
      <SearchField
        name="other"
        label={t('settle.search')}
        value={typed}
        onChange={setTyped}
        clearLabel={t('settle.clear')}
      />
    </fieldset>
  )
}

function Move({ form, line, row }: { form: FieldsOf<Draft>; line: Line; row: Ranking }) {
  const { draft, set } = form
  const { household, score } = line
  const now = draft.moved.find((each) => each.household === household)
  const byScore = score === null ? null : groupAt(score, groupsIn(draft.groups))
  const others = draft.moved.filter((each) => each.household !== household)
  const choose = (value: string) =>
    set({
      moved:
        value === '' ? others : [...others, { household, group: Number(value), reason: now?.reason ?? '' }],
    })
  return (
    <div className="settle-move">
      <SelectField
        name={`move-${household}`}
        label={`${nameOf(line.card)} · ${scoreText(line)}${line.discuss ? ` (± ${number(line.spread)})` : ''}`}
        hint={whyDiscuss(line, row) || undefined}
        value={now ? String(now.group) : ''}
        onChange={choose}
        emptyLabel={
          byScore === null
            ? t('settle.choose')
            : t('settle.by-score', { group: draft.groups[byScore]?.name ?? '' })
        }
        options={draft.groups
          .map(({ name }, i) => ({ value: String(i), label: name }))
          .filter(({ value }) => value !== String(byScore))}
      />
      {now && (
        <TextField
          name={`why-${household}`}
          label={t('settle.why')}
          value={now.reason}
          onChange={(reason) => set({ moved: [...others, { ...now, reason }] })}
          maxLength={200}
        />
      )}
    </div>
  )
}

export default recordScreen(rankingRecord, SettlePage)
