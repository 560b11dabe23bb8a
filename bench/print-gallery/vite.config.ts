import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: process.env['PRINTS_OUT'] ?? here('../../dist/prints'),
    emptyOutDir: true,
    target: 'es2024',
    rolldownOptions: { input: { papers: here('index.html'), screens: here('screens.html') } },
  },
})
