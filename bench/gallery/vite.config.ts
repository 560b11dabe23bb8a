import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  build: {
    outDir: process.env.GALLERY_OUT ?? here('../../dist/gallery'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { gallery: here('index.html'), home: here('home.html') } },
  },
})
