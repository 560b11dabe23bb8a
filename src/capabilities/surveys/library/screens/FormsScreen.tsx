// The library of forms of a place: what comes with Rembug, what was brought here.
import { AnswerFault } from '../../../../platform/browser/asking/AnswerRest.tsx'
import '../../screens/surveys.css'
import { Link } from 'wouter'
import { isVillage, nation } from '../../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import type { Status } from '../../../../platform/browser/ui/feedback/status.ts'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { may, said } from '../../screens/words.ts'
import { type FormLine, importForm } from '../form.ts'
import { standingText } from './FormChoice.tsx'
import { missingFiles, newestOf } from './form-lines.ts'
import { l, libraryPath } from './library-words.ts'
import { useFormLines } from './use-form-lines.ts'

function lookOf(line: FormLine): { status: Status; label: string } {
  const lacking = missingFiles(line).length
  if (line.retired) return { status: 'archive', label: l('lib.retired') }
  if (lacking > 0) return { status: 'late', label: l('lib.lacks', { count: lacking }) }
  return line.used ? { status: 'running', label: l('lib.used') } : { status: 'done', label: l('lib.ready') }
}

function Card({ place, line }: { place: string; line: FormLine }) {
  const look = lookOf(line)
  const from = line.place === place || line.place === nation ? '' : l('lib.from', { place: line.place })
  return (
    <article className="sv-card">
      <div className="sv-card-head">
        <h3>
          <Link href={libraryPath(place, line.id)}>{line.title}</Link>
        </h3>
        <StatusBadge status={look.status} label={look.label} />
      </div>
      {line.about.purpose && <p>{said(line.about.purpose)}</p>}
      <div className="sv-card-foot">
        <span>{[l('lib.version', { version: line.version }), from].filter(Boolean).join(' · ')}</span>
        {line.warnings > 0 && <span>{l('lib.warnings', { count: line.warnings })}</span>}
        {line.shipped && <span>{standingText(line)}</span>}
      </div>
    </article>
  )
}

function Cards({ place, lines }: { place: string; lines: readonly FormLine[] }) {
  return (
    <ul className="sv-cards">
      {lines.map((line) => (
        <li key={line.id}>
          <Card place={place} line={line} />
        </li>
      ))}
    </ul>
  )
}

function Library({ place, lines }: { place: string; lines: readonly FormLine[] }) {
  const newest = newestOf(lines)
  const brought = newest.filter((line) => !line.shipped)
  const shipped = newest.filter((line) => line.shipped)
  if (newest.length === 0) return <EmptyState icon="file" title={l('lib.empty')} />
  return (
    <>
      <Section tone="plain" title={l('lib.imported')}>
        {brought.length > 0 ? (
          <Cards place={place} lines={brought} />
        ) : (
          <p className="rb-hint">{l('lib.none-imported')}</p>
        )}
      </Section>
      <Section tone="plain" title={l('lib.shipped')}>
        <Cards place={place} lines={shipped} />
      </Section>
    </>
  )
}

export default function FormsScreen({ place: village, params }: ScreenProps) {
  const place = params.area ?? village
  const { lines, state, fault, reload } = useFormLines(place)
  const mayImport = may(useRoles(place), importForm)
  const back = isVillage(place)
    ? { href: `/d/${place}/survei`, label: l('lib.back') }
    : { href: '/', label: l('lib.back-area') }
  return (
    <Page
      title={l('lib.title')}
      subtitle={l('lib.subtitle')}
      back={back}
      actions={
        mayImport && (
          <LinkButton href={libraryPath(place, 'impor')} variant="primary" icon="plus">
            {l('lib.import')}
          </LinkButton>
        )
      }
    >
      {state === 'kept' && <Notice tone="offline">{l('lib.offline')}</Notice>}
      {state === 'failed' && fault && <AnswerFault fault={fault} again={reload} />}
      {state === 'loading' && !lines && <Loading label={l('lib.loading')} shape="cards" />}
      {lines && <Library place={place} lines={lines} />}
    </Page>
  )
}
