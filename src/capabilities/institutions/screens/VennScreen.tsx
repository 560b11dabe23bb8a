// /d/:place/lembaga/venn: how important institutions are to poor residents, and how near, as a picture and as its table.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import type { Institution } from '../institution.ts'
import { pictureTexts } from '../picture-texts.ts'
import { institutionRecord } from '../records.browser.ts'
import { vennOf } from '../venn.ts'
import { activeIn, tiesIn } from '../view.ts'
import { InstitutionTabs } from './InstitutionTabs.tsx'
import { VennFigure } from './VennFigure.tsx'
import { fiveText, t } from './words.ts'

function VennScreen({ place }: ScreenProps) {
  const view = usePlaceView()
  const active = activeIn(view)
  const venn = vennOf(active, tiesIn(view))
  const hrefOf = (id: string) => `/d/${place}/lembaga/${id}`
  const seat = new Map(venn.circles.map(({ id }, n) => [id, n + 1]))
  const scored = active
    .filter(({ importance, closeness }) => importance !== null && closeness !== null)
    .sort((a, b) => (seat.get(a.id) ?? 999) - (seat.get(b.id) ?? 999))
  return (
    <Page title={t('lembaga.title')} subtitle={t('lembaga.intro')}>
      <Stack>
        <InstitutionTabs place={place} part="venn" />
        {venn.circles.length === 0 ? (
          <EmptyState icon="chart" level={2} title={t('picture.venn-none')}>
            {t('picture.venn-none-why')}
          </EmptyState>
        ) : (
          <>
            <Section>
              <VennFigure venn={venn} href={hrefOf} />
              <p className="rb-hint">{t('picture.venn-why')}</p>
              {venn.left > 0 && <p className="rb-hint">{t('picture.left', { count: venn.left })}</p>}
              {venn.unscored > 0 && (
                <p className="rb-hint">{t('picture.unscored', { count: venn.unscored })}</p>
              )}
            </Section>
            <DataTable<Institution>
              caption={t('picture.caption-venn')}
              captionHidden
              rows={scored}
              rowKey={({ id }) => id}
              rowHref={({ id }) => hrefOf(id)}
              columns={[
                {
                  key: 'name',
                  header: t('picture.name'),
                  cell: ({ id, name }) => `${seat.get(id) ?? '–'}. ${name}`,
                },
                {
                  key: 'importance',
                  header: t('picture.importance'),
                  cell: (each) => fiveText(each.importance),
                },
                {
                  key: 'closeness',
                  header: t('picture.closeness'),
                  cell: (each) => fiveText(each.closeness),
                },
              ]}
            />
            <Cluster>
              <LinkButton href={`/d/${place}/lembaga/cetak`} icon="printer">
                {t('paper.print-profile')}
              </LinkButton>
            </Cluster>
          </>
        )}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...institutionRecord, title: pictureTexts['picture.tab-venn'] }, VennScreen)
