import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { PinPad } from '../../src/platform/browser/ui/form/PinPad.tsx'
import { Icon, iconNames } from '../../src/platform/browser/ui/Icon.tsx'
import { Cluster } from '../../src/platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../src/platform/browser/ui/page/Page.tsx'
import { Section } from '../../src/platform/browser/ui/page/Section.tsx'
import { Desk } from './desk.jsx'
import { MeetingForm } from './form.jsx'
import { Frame } from './frame.jsx'
import { Paper } from './paper.jsx'
import { Place } from './place.jsx'
import { States } from './states.jsx'

const wish = new URLSearchParams(location.search)
const root = document.getElementById('root')

function Icons() {
  return (
    <Page title="Gambar">
      <Section>
        <Cluster gap={4}>
          {iconNames.map((name) => (
            <span key={name} className="rb-small" style={{ width: 88, textAlign: 'center' }}>
              <Icon name={name} size={32} />
              <br />
              {name}
            </span>
          ))}
        </Cluster>
      </Section>
    </Page>
  )
}

if (root) {
  createRoot(root).render(
    <Frame sync={wish.get('sync') ?? 'online'}>
      <Switch>
        <Route path="/formulir">
          <MeetingForm />
        </Route>
        <Route path="/keadaan">
          <States dialog={wish.has('dialog')} />
        </Route>
        <Route path="/meja">
          <Desk open={wish.has('open')} />
        </Route>
        <Route path="/kertas">
          <Paper />
        </Route>
        <Route path="/ikon">
          <Icons />
        </Route>
        <Route path="/pin">
          <Page title="Buka kunci" width="narrow">
            <PinPad
              label="Masukkan PIN ponsel ini"
              eraseLabel="Hapus satu angka"
              onComplete={() => {}}
              error={wish.has('wrong') ? 'PIN salah. Tinggal 4 kali lagi.' : undefined}
            />
          </Page>
        </Route>
        <Route>
          <Place offline={wish.has('offline')} />
        </Route>
      </Switch>
    </Frame>,
  )
}
