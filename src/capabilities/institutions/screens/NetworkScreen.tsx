// /d/:place/lembaga/jejaring: how institutions are tied, who stands between others, as a picture and as its table.
import { useState } from 'react'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import type { Network, NetworkNode } from '../network.ts'
import { pictureTexts } from '../picture-texts.ts'
import { institutionRecord } from '../records.browser.ts'
import { bondNames } from '../tie.ts'
import { tiesIn } from '../view.ts'
import { InstitutionTabs } from './InstitutionTabs.tsx'
import { NetworkFigure } from './NetworkFigure.tsx'
import { useNetwork } from './use-network.ts'
import { numberText, t } from './words.ts'

const rowsFirst = 40
const called = ({ name, outside }: NetworkNode) => (outside ? `${name} (${t('picture.outside')})` : name)

/** What is tied to the chosen one, in words. */
function Chosen({ place, network, id }: { place: string; network: Network; id: string }) {
  const at = network.nodes.findIndex((each) => each.id === id)
  const node = network.nodes[at]
  if (!node) return null
  const others = network.edges.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : []))
  const names = [...new Set(others)].flatMap((n) => network.nodes[n] ?? []).map(called)
  return (
    <Notice
      tone="info"
      title={t('picture.chosen', { name: node.name, count: names.length })}
      announce="status"
      action={
        !node.outside && <LinkButton href={`/d/${place}/lembaga/${node.id}`}>{t('picture.open')}</LinkButton>
      }
    >
      {names.join(', ')}
    </Notice>
  )
}

function Table({ place, nodes }: { place: string; nodes: readonly NetworkNode[] }) {
  const [all, setAll] = useState(false)
  const numbered = nodes.map((node, n) => ({ ...node, number: n + 1 }))
  return (
    <>
      <DataTable
        caption={t('picture.tab-network')}
        captionHidden
        rows={all ? numbered : numbered.slice(0, rowsFirst)}
        rowKey={({ id }) => id}
        rowHref={({ id, outside }) => (outside ? undefined : `/d/${place}/lembaga/${id}`)}
        columns={[
          { key: 'name', header: t('picture.name'), cell: (each) => `${each.number}. ${called(each)}` },
          {
            key: 'degree',
            header: t('picture.degree'),
            number: true,
            cell: ({ degree }) => numberText(degree),
          },
          {
            key: 'between',
            header: t('picture.between'),
            number: true,
            cell: ({ between }) => numberText(Math.round(between * 10) / 10),
          },
        ]}
      />
      <p className="rb-hint">{`${t('picture.between')}: ${t('picture.between-hint')}`}</p>
      {!all && nodes.length > rowsFirst && (
        <Button onClick={() => setAll(true)}>{t('picture.more', { count: nodes.length })}</Button>
      )}
    </>
  )
}

function Shown({ place, network }: { place: string; network: Network }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const left = network.nodes.filter(({ at, degree }) => at === null && degree > 0).length
  return (
    <>
      <Section>
        <NetworkFigure
          network={network}
          chosen={chosen}
          onChoose={(id) => setChosen(id === chosen ? null : id)}
        />
        {chosen && <Chosen place={place} network={network} id={chosen} />}
        <p className="rb-hint">{t('picture.network-why')}</p>
        <div className="lb-legend">
          {bondNames.map((bond) => (
            <span key={bond}>{t(`picture.line-${bond}`)}</span>
          ))}
        </div>
        {left > 0 && <p className="rb-hint">{t('picture.left', { count: left })}</p>}
      </Section>
      <Table place={place} nodes={network.nodes} />
    </>
  )
}

function NetworkScreen({ place }: ScreenProps) {
  const network = useNetwork()
  const none = tiesIn(usePlaceView()).length === 0
  return (
    <Page title={t('lembaga.title')} subtitle={t('lembaga.intro')}>
      <Stack>
        <InstitutionTabs place={place} part="network" />
        {none && (
          <EmptyState icon="share" level={2} title={t('picture.network-none')}>
            {t('picture.network-none-why')}
          </EmptyState>
        )}
        {!none && network === 'failed' && <Notice tone="warn">{t('picture.failed')}</Notice>}
        {!none && network === null && <Loading label={t('picture.counting')} />}
        {!none && network !== null && network !== 'failed' && <Shown place={place} network={network} />}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...institutionRecord, title: pictureTexts['picture.tab-network'] }, NetworkScreen)
