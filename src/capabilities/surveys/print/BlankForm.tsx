// The blank questionnaire on paper: black on white, boxes to tick, lines to write on, lists as columns.
import './blank-form.css'
import type { ReactNode } from 'react'
import { cx } from '../../../platform/browser/ui/cx.ts'
import type { Letterhead } from '../../letters/letterhead.ts'
import { DocumentTitle, Kop, type PaperSize, Sheet } from '../../letters/print/paper.tsx'
import { columnsFor, type PaperPart, type PaperQuestion, type Room } from './paper-form.ts'

/** Says a text of the paper in the paper's language. */
export type Say = (key: PaperKey, values?: Record<string, string>) => string
export type PaperKey = `paper.${
  | 'surveyor'
  | 'date'
  | 'sheet'
  | 'version'
  | 'several'
  | 'only-if'
  | 'latitude'
  | 'longitude'
  | 'accuracy'
  | 'walk'
  | 'image'
  | 'file'
  | 'agreed'
  | 'code-hint'
  | 'same-as'
  | 'sign-asked'
  | 'sign-surveyor'}`

export type BlankFormProps = {
  title: string
  version: string
  purpose: string
  standing: string
  parts: readonly PaperPart[]
  village: string
  head: Letterhead | undefined
  size: PaperSize
  /** How many lines of a list one sheet has room for. */
  columns: number
  say: Say
}

export function BlankForm(props: BlankFormProps) {
  const { title, version, purpose, standing, parts, village, head, size, columns, say } = props
  return (
    <Sheet size={size}>
      <div className="bf">
        <Kop head={head} fallback={village} />
        <DocumentTitle lines={[title]} number={undefined} />
        <p className="bf-about">
          {[purpose, standing, say('paper.version', { version })].filter(Boolean).join(' ')}
        </p>
        <div className="bf-top">
          {(['paper.surveyor', 'paper.date', 'paper.sheet'] as const).map((key) => (
            <span key={key}>
              {say(key)} <i />
            </span>
          ))}
        </div>
        {sectionsOf(parts).map((section) => (
          <section key={section[0]?.path} className="bf-section">
            {section.map((part) => (
              <Part key={part.path} part={part} columns={columns} say={say} />
            ))}
          </section>
        ))}
        <div className="bf-signs">
          {(['paper.sign-asked', 'paper.sign-surveyor'] as const).map((key) => (
            <span key={key}>
              {say(key)}
              <i />
            </span>
          ))}
        </div>
      </div>
    </Sheet>
  )
}

/** A heading stays with what follows it. */
function sectionsOf(parts: readonly PaperPart[]): PaperPart[][] {
  const sections: PaperPart[][] = []
  for (const part of parts) {
    const last = sections.at(-1)
    if (!last || part.kind === 'repeat' || (part.kind === 'heading' && !part.deep)) sections.push([part])
    else last.push(part)
  }
  return sections
}

function Part({ part, columns, say }: { part: PaperPart; columns: number; say: Say }) {
  if (part.kind === 'question') return <Question question={part} say={say} />
  if (part.kind === 'repeat') return <List part={part} columns={columns} say={say} />
  if (part.kind === 'note')
    return (
      <p className="bf-note">
        {part.text} <Skip of={part} say={say} />
      </p>
    )
  const Heading = part.deep ? 'h3' : 'h2'
  return (
    <Heading className="bf-heading">
      {part.text} <Skip of={part} say={say} />
    </Heading>
  )
}

const Skip = ({ of, say }: { of: { skip: string }; say: Say }) =>
  of.skip ? <em className="bf-skip">{say('paper.only-if', { condition: of.skip })}</em> : null

function Label({ question, say, children }: { question: PaperQuestion; say: Say; children?: ReactNode }) {
  const several = question.room.kind === 'choices' && question.room.multiple
  return (
    <>
      <b className="bf-number">{question.number}</b>
      <span className="bf-label">
        {question.label}
        {several && <small> ({say('paper.several')})</small>}
        {question.hint && <small className="bf-hint">{question.hint}</small>}
        <Skip of={question} say={say} />
        {children}
      </span>
    </>
  )
}

function Question({ question, say }: { question: PaperQuestion; say: Say }) {
  const { room } = question
  const broad =
    room.kind === 'choices' &&
    (room.options.length > 12 || (columnsFor(room.options) === 1 && room.options.length > 5))
  return (
    <div className={cx('bf-question', broad && 'bf-question-broad')}>
      <Label question={question} say={say} />
      <RoomToWrite room={room} say={say} />
    </div>
  )
}

function RoomToWrite({ room, say }: { room: Room; say: Say }) {
  switch (room.kind) {
    case 'choices':
      return (
        <ul
          className={cx(
            'bf-choices',
            `bf-choices-${columnsFor(room.options)}`,
            room.multiple && 'bf-several',
          )}
        >
          {room.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )
    case 'lines':
      return (
        <span className="bf-lines">
          {Array.from({ length: room.count }, (_, at) => (
            <i key={at.toString()} />
          ))}
        </span>
      )
    case 'boxes':
      return <Boxes groups={[room.count]} />
    case 'number':
      return (
        <span className="bf-lines bf-short">
          <i />
        </span>
      )
    case 'date':
      return <Boxes groups={[2, 2, 4]} between="-" />
    case 'time':
      return <Boxes groups={[2, 2]} between="." />
    case 'dateTime':
      return <Boxes groups={[2, 2, 4, 2, 2]} between=" " />
    case 'tick':
      return (
        <ul className="bf-choices bf-several">
          <li>{say('paper.agreed')}</li>
        </ul>
      )
    case 'point':
      return (
        <span className="bf-inline">
          {say('paper.latitude')} <i /> {say('paper.longitude')} <i /> {say('paper.accuracy')}{' '}
          <i className="bf-tiny" /> m
        </span>
      )
    case 'walk':
      return <span className="bf-inline">{say('paper.walk')}</span>
    default:
      return (
        <ul className="bf-choices bf-several">
          <li>
            {say(room.what === 'image' ? 'paper.image' : 'paper.file')} <i className="bf-tiny" />
          </li>
        </ul>
      )
  }
}

function Boxes({ groups, between = '' }: { groups: readonly number[]; between?: string }) {
  return (
    <span className="bf-boxes">
      {groups.map((count, group) => (
        <span key={`${group.toString()}-${count}`}>
          {group > 0 && between}
          {Array.from({ length: count }, (_, at) => (
            <i key={at.toString()} />
          ))}
        </span>
      ))}
    </span>
  )
}

type ListPart = Extract<PaperPart, { kind: 'repeat' }>

/** A list: each question is a row, each line of the list a column, so that long lists of questions fit. */
function List({ part, columns, say }: { part: ListPart; columns: number; say: Say }) {
  return (
    <>
      <h2 className="bf-heading">
        {part.text} <Skip of={part} say={say} />
      </h2>
      <p className="bf-note">{say('paper.code-hint')}</p>
      <table className="bf-list">
        <colgroup>
          <col className="bf-col-number" />
          <col className="bf-col-label" />
          {Array.from({ length: columns }, (_, at) => (
            <col key={at.toString()} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th colSpan={2} />
            {Array.from({ length: columns }, (_, at) => (
              <th key={at.toString()} className="bf-cell">
                {at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.parts.map((each, at) => (
            <ListRow
              key={each.path}
              part={each}
              before={choicesBefore(part.parts, at)}
              columns={columns}
              say={say}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The question whose choices were last written out, if they are the same: they are not written again. */
function choicesBefore(parts: readonly PaperPart[], at: number): string | null {
  const here = optionsOf(parts[at])
  if (here.length < 3) return null
  const same = (part: PaperPart) => optionsOf(part).join('|') === here.join('|')
  const first = parts.slice(0, at).find((part) => part.kind === 'question' && same(part))
  return first?.kind === 'question' ? first.number : null
}

const optionsOf = (part: PaperPart | undefined): readonly string[] =>
  part?.kind === 'question' && part.room.kind === 'choices' ? part.room.options : []

type ListRowProps = { part: PaperPart; before: string | null; columns: number; say: Say }

function ListRow({ part, before, columns, say }: ListRowProps) {
  if (part.kind !== 'question')
    return (
      <tr>
        <td colSpan={columns + 2}>
          <b>{part.text}</b> <Skip of={part} say={say} />
          {part.kind === 'repeat' &&
            part.parts.map((each) => 'label' in each && ` ${each.number}. ${each.label}`)}
        </td>
      </tr>
    )
  const { room } = part
  return (
    <tr>
      <th className="bf-no">{part.number}</th>
      <td className="bf-list-label">
        {part.label}
        {before !== null && <small className="bf-codes">{say('paper.same-as', { number: before })}</small>}
        {room.kind === 'choices' && before === null && (
          <small className="bf-codes">
            {room.options.map((option, at) => (
              <span key={option}>
                <b>{at + 1}</b> {option}{' '}
              </span>
            ))}
            {room.multiple && `(${say('paper.several')})`}
          </small>
        )}
        {part.hint && <small className="bf-hint">{part.hint}</small>}
        <Skip of={part} say={say} />
      </td>
      {Array.from({ length: columns }, (_, at) => (
        <td key={at.toString()} />
      ))}
    </tr>
  )
}
