// What a place's home costs: Shell, Page, CycleTimeline, TaskList and the form fields, with React and wouter.
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { MeetingForm } from './form.jsx'
import { Frame } from './frame.jsx'
import { Place } from './place.jsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Frame>
      <Switch>
        <Route path="/formulir">
          <MeetingForm />
        </Route>
        <Route>
          <Place />
        </Route>
      </Switch>
    </Frame>,
  )
}
