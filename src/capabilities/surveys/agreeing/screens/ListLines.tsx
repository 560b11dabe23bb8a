// The families of a list with their reasons, and the way back to the answers for who may see them.
import { useState } from 'react'
import { Link } from 'wouter'
import { newId } from '../../../../kernel/id.ts'
import { AskDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { decideLine, type ListingRow } from '../../listing.ts'
import { useLocals } from '../../screens/use-surveys.ts'
import { surveyPath, t, todayAt } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { familyNumber } from '../board-rules.ts'
import { whyNotDecide } from '../list-rules.ts'
import { ListFilters, useFiltered } from './ListFilters.tsx'
import { l, reasonsOf } from './list-words.ts'
import { isDoubted, type Line, useDecisions } from './use-list.ts'

const pageSize = 60

type Props = {
  place: string
  survey: SurveyRow
  listing: ListingRow
  lines: readonly Line[]
  editable: boolean
}

const isShown = (line: Line, show: string): boolean => {
  if (show === 'dilihat') return isDoubted(line)
  if (show === 'luar') return !line.listed
  return show === 'semua' || line.listed
}

function Doubts({ line }: { line: Line }) {
  const { lineOf } = useLocals()
  const said = [
    line.differs && l(`line.differs-${line.differs}`),
    line.twice.length > 0 &&
      l('line.twice', { where: line.twice.map((each) => lineOf(each.localPlace)).join('; ') }),
  ].filter(Boolean)
  return said.map((text) => (
    <small key={String(text)} className="sv-doubt">
      <Icon name="alert" />
      {text}
    </small>
  ))
}

type OneProps = Omit<Props, 'lines'> & { line: Line }

function Deciding({
  place,
  survey,
  listing,
  line,
  onClose,
}: Omit<OneProps, 'editable'> & { onClose: () => void }) {
  const name = line.name || t('survey.nameless')
  const decided = useDecisions(listing.id).length
  const today = todayAt(place)
  const [id] = useState(newId)
  const what = line.listed ? 'out' : 'in'
  return (
    <AskDialog
      {...{
        place,
        screen: 'surveys.decide',
        record: `${listing.id} ${line.household.id}`,
        command: decideLine,
      }}
      name="reason"
      says={[surveysTexts]}
      rules={(input) => whyNotDecide(survey, listing, input, { known: true, decided, today })}
      input={(reason) => ({
        ...{
          id,
          listing: listing.id,
          household: line.household.id,
          takenIn: !line.listed,
          on: today,
          reason,
        },
      })}
      title={l(`line.${what}-title`, { name })}
      label={l('line.reason')}
      hint={l('line.reason-hint')}
      most={300}
      submit={l(`line.${what}`)}
      saved={l('line.saved')}
      onClose={onClose}
    />
  )
}

function One(props: OneProps) {
  const { place, survey, listing, line, editable } = props
  const { lineOf } = useLocals()
  const [deciding, setDeciding] = useState(false)
  const name = line.name || t('survey.nameless')
  return (
    <li className="ag-line">
      <span className="sv-line-text">
        <strong>{name}</strong>
        <small>
          {[lineOf(line.household.localPlace), line.household.address].filter(Boolean).join(' · ')}
          {' · '}
          <span className="ag-number">
            {l('line.number', { number: familyNumber(listing.id, line.household.id) })}
          </span>
        </small>
        {reasonsOf(line, listing).map((each) => (
          <small key={each} className="ag-reason">
            {each}
          </small>
        ))}
        <Doubts line={line} />
      </span>
      <span className="ag-acts">
        {line.submission && (
          <Link
            href={surveyPath(place, survey.id, `isian/${line.submission}`)}
            className="rb-button rb-button-quiet"
            aria-label={l('line.answers-of', { name })}
          >
            {l('line.answers')}
          </Link>
        )}
        {editable && (
          <Button onClick={() => setDeciding(true)}>{l(line.listed ? 'line.out' : 'line.in')}</Button>
        )}
      </span>
      {deciding && <Deciding {...{ place, survey, listing, line }} onClose={() => setDeciding(false)} />}
    </li>
  )
}

export function ListLines({ lines, ...rest }: Props) {
  const found = useFiltered(lines, isShown)
  const [most, setMost] = useState(pageSize)
  return (
    <Stack>
      <p className="rb-hint">{l('list.machine')}</p>
      <ListFilters
        shows={[
          { value: '', label: l('list.show-listed') },
          { value: 'dilihat', label: l('list.show-doubted') },
          { value: 'luar', label: l('list.show-unlisted') },
          { value: 'semua', label: l('list.show-all') },
        ]}
      />
      {found.length === 0 && <p className="rb-soft">{l('list.none-found')}</p>}
      <ul className="sv-queue">
        {found.slice(0, most).map((line) => (
          <One key={line.household.id} line={line} {...rest} />
        ))}
      </ul>
      {found.length > most && (
        <Button full onClick={() => setMost(most + pageSize)}>
          {l('list.more', { count: Math.min(pageSize, found.length - most) })}
        </Button>
      )}
    </Stack>
  )
}
