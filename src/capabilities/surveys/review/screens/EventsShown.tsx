// What happened to a submission, newest last: who, when, what was said, and which answers changed.

import { momentText } from '../../../../platform/browser/moment.ts'
import { Icon, type IconName } from '../../../../platform/browser/ui/Icon.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { type FormModel, questionsOf } from '../../../../xlsform/model.ts'
import { answerText, labelIn, plainPath } from '../../screens/answer-words.ts'
import type { AnswerChange } from '../answers.ts'
import type { Edition, Event, SubmissionDetail } from '../questions.ts'
import { propertyText, r, speakingOf, stateText } from './review-words.ts'

const icons: Readonly<Record<Event['what'], IconName>> = {
  received: 'outbox',
  edited: 'pencil',
  judged: 'check-circle',
  commented: 'megaphone',
  checked: 'refresh',
  registry: 'people',
}

function titleOf({ what, state, back }: Event): string {
  if (what !== 'judged') return r(`one.event-${what}`)
  return back ? r('one.event-back') : r('one.event-judged', { state: stateText(state ?? 'received') })
}

function Registry({ event }: { event: Event }) {
  return event.registry.map(({ entity, label, applied, left }) => (
    <p key={entity}>
      {applied.length > 0 && r('one.registry-applied', { label, list: applied.map(propertyText).join(', ') })}{' '}
      {left.length > 0 && r('one.registry-left', { label, list: left.map(propertyText).join(', ') })}
    </p>
  ))
}

function Changes({ changes, model }: { changes: readonly AnswerChange[] | null; model: FormModel | null }) {
  if (changes === null) return <p className="rb-hint">{r('one.unreadable')}</p>
  if (changes.length === 0 || !model) return null
  const speaking = speakingOf(model)
  const questions = new Map(
    questionsOf(model).map(({ question }) => [plainPath(question.path, model.root), question]),
  )
  return (
    <table className="sv-changes">
      <caption className="rb-hidden">{r('one.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{r('one.question')}</th>
          <th scope="col">{r('one.before')}</th>
          <th scope="col">{r('one.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, question: asked, before, after }) => {
          const question = questions.get(asked)
          const place = /\[(\d+)\]/.exec(path)?.[1]
          const label = (question && labelIn(question.label, speaking.spoken)) || asked
          return (
            <tr key={path}>
              <th scope="row">{place ? `${label} (${place})` : label}</th>
              <td>{answerText(before, question, model, speaking) || '–'}</td>
              <td>{answerText(after, question, model, speaking) || '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Each edit shows the changes of its own edition: they come in the same order. */
function editionsByEvent(events: readonly Event[], editions: readonly Edition[]): Map<string, Edition> {
  const edits = events.filter((event) => event.what === 'edited')
  const later = editions.slice(1)
  return new Map(edits.flatMap((event, index) => (later[index] ? [[event.id, later[index]] as const] : [])))
}

type Props = { place: string; detail: SubmissionDetail; model: FormModel | null }

export function EventsShown({ place, detail, model }: Props) {
  const editions = editionsByEvent(detail.events, detail.editions)
  return (
    <Section title={r('one.events')}>
      <ol className="sv-events">
        {detail.events.map((event) => {
          const edition = editions.get(event.id)
          return (
            <li key={event.id}>
              <span className="sv-event-mark">
                <Icon name={icons[event.what]} />
              </span>
              <div>
                <p>
                  <strong>{titleOf(event)}</strong>{' '}
                  <small className="rb-soft">
                    {[event.byName || r('one.server'), momentText(event.at, place)].join(' · ')}
                  </small>
                </p>
                {event.text && <blockquote>{event.text}</blockquote>}
                <Registry event={event} />
                {edition && <Changes changes={edition.changes} model={model} />}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
