// The same tokens for Mantine, for the few desk screens that need one of its heavy parts (a combobox, a tree).
// Those screens load Mantine lazily; the core is plain elements and theme.css. See README.md.
import type { MantineThemeOverride } from '@mantine/core'

export const nila = [
  '#eceef8',
  '#d8dcf0',
  '#c3c9e6',
  '#aab5ee',
  '#7d89c4',
  '#5865a5',
  '#434f8c',
  '#323e78',
  '#263060',
  '#1b2347',
] as const

export const theme: MantineThemeOverride = {
  primaryColor: 'nila',
  primaryShade: { light: 7, dark: 3 },
  colors: { nila },
  autoContrast: true,
  fontFamily: 'var(--rb-font)',
  headings: { fontFamily: 'var(--rb-font)', fontWeight: '700' },
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
}

/** Lets Mantine's surfaces and lines read theme.css, so that light, dark and high contrast are decided in one place. */
const surfaces = {
  '--mantine-color-body': 'var(--rb-paper)',
  '--mantine-color-text': 'var(--rb-ink)',
  '--mantine-color-dimmed': 'var(--rb-ink-soft)',
  '--mantine-color-default': 'var(--rb-surface)',
  '--mantine-color-default-hover': 'var(--rb-sunken)',
  '--mantine-color-default-color': 'var(--rb-ink)',
  '--mantine-color-default-border': 'var(--rb-line-strong)',
  '--mantine-color-placeholder': 'var(--rb-ink-soft)',
  '--mantine-color-error': 'var(--rb-refuse)',
  '--mantine-color-anchor': 'var(--rb-accent-text)',
}

export const cssVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces })
