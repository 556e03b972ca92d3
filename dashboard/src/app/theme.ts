// How it looks: small type, quiet lines, one color that says "here".
// cspell:ignore Menlo Consolas

import { createTheme, type MantineColorsTuple } from '@mantine/core';

const door: MantineColorsTuple = [
  '#eef0fd',
  '#dadef8',
  '#b3bbef',
  '#8995e7',
  '#6775e0',
  '#5262db',
  '#4657d9',
  '#3848c0',
  '#2f3fac',
  '#243698',
];

/** What Mantine calls dark, in the tone of the frame: app/base.css. */
const dark: MantineColorsTuple = [
  '#e6e7ea',
  '#c1c3ca',
  '#a0a2ab',
  '#6b6e78',
  '#3d3f47',
  '#2c2d33',
  '#1c1d21',
  '#16171a',
  '#121316',
  '#0f1012',
];

export const theme = createTheme({
  colors: { door, dark },
  primaryColor: 'door',
  // Shade 6 on white is 4.3:1, and text needs 4.5.
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { transitionProps: { duration: 0 }, centered: false } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});
