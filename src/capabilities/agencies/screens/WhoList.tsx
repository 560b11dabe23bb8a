// Agencies and the people in their posts, place by place: what both screens of who is who share.
import './who.css'
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { withAncestors, zoneOf } from '../../../kernel/place-code.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { usePlaceTitle } from '../../places/door.browser.tsx'
import { type Agency, appoint, foundAgency, type Post } from '../agency.ts'
import { postKindNames } from '../kinds.ts'
import { AgencyForm, CloseAgency } from './AgencyForm.tsx'
import { type Own, PostForm } from './PostForm.tsx'
import { kindOf, t, termOf, titleOf } from './words.ts'

const order = (one: Post, other: Post) =>
  postKindNames.indexOf(one.kind) - postKindNames.indexOf(other.kind) ||
  (one.rw ?? 0) - (other.rw ?? 0) ||
  (one.rt ?? 0) - (other.rt ?? 0) ||
  one.name.localeCompare(other.name)

type Shown = { place: string; own: Own; may: { post: boolean; agency: boolean } }

function Posts({ place, own, may, posts, caption }: Shown & { posts: readonly Post[]; caption: string }) {
  if (posts.length === 0) return <p className="who-none">{t('who.none-yet')}</p>
  const columns = [
    { key: 'name', header: t('who.name'), cell: (row: Post) => row.name },
    { key: 'post', header: t('who.post'), cell: titleOf },
    { key: 'term', header: t('who.term'), cell: termOf },
  ]
  const action = {
    key: 'action',
    header: t('who.action'),
    action: true,
    cell: (row: Post) => (
      <DialogButton dialog={(close) => <PostForm {...{ place, own, row }} onClose={close} />}>
        {t('who.edit')}
      </DialogButton>
    ),
  }
  return (
    <DataTable<Post>
      captionHidden
      {...{ caption, rowKey: ({ id }) => id, rows: [...posts].sort(order) }}
      columns={may.post ? [...columns, action] : columns}
    />
  )
}

function AgencyCard({ agency, ...shown }: Shown & { agency: Agency }) {
  const { place, own, may } = shown
  const parent = own.agencies.find(({ id }) => id === agency.parent)
  const posts = own.posts.filter((post) => post.agency === agency.id)
  const kind = kindOf(agency)
  const about = [kind, parent && t('who.under', { name: parent.name }), agency.from && termOf(agency)]
  return (
    <Section title={agency.name} subtitle={about.filter(Boolean).join(' · ')}>
      {agency.until && <StatusBadge status="declined" label={`${t('who.ended')}: ${termOf(agency)}`} />}
      <Posts {...shown} posts={posts} caption={agency.name} />
      {agency.until === null && (
        <Cluster>
          {may.post && (
            <DialogButton
              icon="plus"
              dialog={(close) => <PostForm {...{ place, own }} agency={agency.id} onClose={close} />}
            >
              {t('who.add-post')}
            </DialogButton>
          )}
          {may.agency && (
            <>
              <DialogButton
                dialog={(close) => <AgencyForm {...{ place, own }} row={agency} onClose={close} />}
              >
                {t('who.edit')}
              </DialogButton>
              <DialogButton
                dialog={(close) => <CloseAgency {...{ place, own }} row={agency} onClose={close} />}
              >
                {t('who.end-agency')}
              </DialogButton>
            </>
          )}
        </Cluster>
      )}
    </Section>
  )
}

/** Those of one place: of the place itself, then agency by agency. */
function OfPlace({ at, ...shown }: Shown & { at: string }) {
  const name = usePlaceTitle(at)
  const own = shown.own
  const agencies = own.agencies.filter(({ place }) => place === at)
  const posts = own.posts.filter(({ place, agency }) => place === at && agency === null)
  if (agencies.length === 0 && posts.length === 0) return null
  return (
    <>
      <h2 className="who-place">{name}</h2>
      {posts.length > 0 && (
        <Section title={t('who.of-place')}>
          <Posts {...shown} posts={posts} caption={t('who.of-place')} />
        </Section>
      )}
      {agencies.map((agency) => (
        <AgencyCard key={agency.id} {...shown} agency={agency} />
      ))}
    </>
  )
}

/** Whether the person may keep posts and agencies of this place. */
export function useMayKeep(place: string): Shown['may'] {
  const roles = useRoles(place)
  return {
    post: roles.some((role) => appoint.roles.includes(role)),
    agency: roles.some((role) => foundAgency.roles.includes(role)),
  }
}

export function AddButtons({ place, own }: { place: string; own: Own }) {
  const may = useMayKeep(place)
  return (
    <Cluster>
      {may.post && (
        <DialogButton
          variant="primary"
          icon="plus"
          dialog={(close) => <PostForm {...{ place, own }} onClose={close} />}
        >
          {t('who.add-post')}
        </DialogButton>
      )}
      {may.agency && (
        <DialogButton icon="plus" dialog={(close) => <AgencyForm {...{ place, own }} onClose={close} />}>
          {t('who.add-agency')}
        </DialogButton>
      )}
    </Cluster>
  )
}

const nowhere = { post: false, agency: false }

/** The place first, then those above it, nearest first; what is above is kept where it is. */
export function WhoList({ place, own }: { place: string; own: Own }) {
  const may = useMayKeep(place)
  const [endedToo, setEndedToo] = useState(false)
  const now = today(zoneOf(place))
  const runs = ({ until }: { until: string | null }) => endedToo || until === null || until >= now
  const shown = { agencies: own.agencies.filter(runs), posts: own.posts.filter(runs) }
  const someEnded = own.agencies.length > shown.agencies.length || own.posts.length > shown.posts.length
  return (
    <>
      {(someEnded || endedToo) && (
        <CheckField name="ended" label={t('who.show-ended')} checked={endedToo} onChange={setEndedToo} />
      )}
      {withAncestors(place).map((at) => (
        <OfPlace key={at} at={at} place={place} own={shown} may={at === place ? may : nowhere} />
      ))}
    </>
  )
}
