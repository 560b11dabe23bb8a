// The blank questionnaire on paper: black on white, boxes to tick, lines to write on, lists as columns.
import './blank-form.css'
import type { ReactNode } from 'react'
import { cx } from '../../../../platform/browser/ui/cx.ts'
import type { Letterhead } from '../../../letters/letterhead.ts'
import { DocumentTitle, Kop, type PaperSize, Sheet } from '../../../letters/print/paper.tsx'
import { List, type Say, Skip } from './BlankList.tsx'
import { columnsFor, type PaperPart, type PaperQuestion, type Room } from './paper-form.ts'

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
    <Sheet size={size} blank>
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
