// The problem trees of a workshop.
import { recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { workshopRecord } from '../../words.browser.ts'
import { Boards } from './Boards.tsx'

export default recordScreen(workshopRecord, (props) => <Boards {...props} kind="problem-tree" />)
