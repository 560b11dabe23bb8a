import '../../platform/browser/ui/theme.css'
import { createRoot } from 'react-dom/client'
import { language } from '../../platform/browser/language.ts'
import { applyScheme, readScheme } from '../../platform/browser/ui/scheme.ts'
import { App } from './App.tsx'
import { registerWorker } from './NewVersion.tsx'

applyScheme(readScheme())
document.documentElement.lang = language()
const root = document.getElementById('app')
if (!root) throw new Error('the page has no room for the app')
createRoot(root).render(<App />)
registerWorker().catch((error: unknown) => console.error(error))
